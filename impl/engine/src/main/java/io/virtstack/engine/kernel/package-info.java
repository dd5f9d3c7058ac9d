/**
 * Third step: columns are added up. Nothing here knows what the numbers mean.
 *
 * <p>Entry type: {@link io.virtstack.engine.kernel.LineSums}.
 */
@NullMarked
package io.virtstack.engine.kernel;

import org.jspecify.annotations.NullMarked;
