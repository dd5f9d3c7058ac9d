/**
 * The kinds of text files that can be read, each recognised by what a file holds.
 *
 * <p>Entry type: {@link io.virtstack.inventory.format.Formats}.
 */
@NullMarked
package io.virtstack.inventory.format;

import org.jspecify.annotations.NullMarked;
