/**
 * The text of one file, decoded and bounded, with the lines that errors and notes refer to.
 *
 * <p>Entry type: {@link io.virtstack.inventory.source.Source}.
 */
@NullMarked
package io.virtstack.inventory.source;

import org.jspecify.annotations.NullMarked;
