/**
 * Compiles text in memory, for tests of what compiles and what does not.
 *
 * <p>Entry type: {@link io.virtstack.compiling.Compilation}.
 */
@NullMarked
package io.virtstack.compiling;

import org.jspecify.annotations.NullMarked;
