/**
 * Columns of fleets: what {@code long}s take in memory is what tells them apart.
 *
 * <p>Entry type: {@link io.virtstack.engine.table.Table}.
 */
@NullMarked
package io.virtstack.engine.table;

import org.jspecify.annotations.NullMarked;
