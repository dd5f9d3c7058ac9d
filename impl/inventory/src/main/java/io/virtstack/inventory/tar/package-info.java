/**
 * Tar archives, entry by entry, with their headers checked.
 *
 * <p>Entry type: {@link io.virtstack.inventory.tar.TarReader}.
 */
@NullMarked
package io.virtstack.inventory.tar;

import org.jspecify.annotations.NullMarked;
