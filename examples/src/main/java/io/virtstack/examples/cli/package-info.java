/**
 * The command line that runs the programs.
 *
 * <p>Entry type: {@link io.virtstack.examples.cli.VirtStack}.
 */
@NullMarked
package io.virtstack.examples.cli;

import org.jspecify.annotations.NullMarked;
