/** How the immutable values are generated. Entry type: {@link io.virtstack.values.ValueStyle}. */
@NullMarked
package io.virtstack.values;

import org.jspecify.annotations.NullMarked;
