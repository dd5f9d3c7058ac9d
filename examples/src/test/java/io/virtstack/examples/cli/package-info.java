/**
 * The command line in this process and in one of its own.
 *
 * <p>Entry type: {@link io.virtstack.examples.cli.VirtStackTest}.
 */
@NullMarked
package io.virtstack.examples.cli;

import org.jspecify.annotations.NullMarked;
