/**
 * Second step: rows become ledgers, one per figure, with amounts and counts in columns of {@code long}.
 *
 * <p>Entry type: {@link io.virtstack.engine.columns.Ledgers}. What enters a figure is decided here and nowhere else; the
 * steps after this one only add up.
 */
@NullMarked
package io.virtstack.engine.columns;

import org.jspecify.annotations.NullMarked;
