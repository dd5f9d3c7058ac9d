/**
 * The rules on values that a stack may break.
 *
 * <p>Entry type: {@link io.virtstack.engine.check.Check}.
 */
@NullMarked
package io.virtstack.engine.check;

import org.jspecify.annotations.NullMarked;
