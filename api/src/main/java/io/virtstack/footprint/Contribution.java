package io.virtstack.footprint;

import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.Exact;

/**
 * One line of an explanation. Immutable and safe for use by several threads.
 *
 * @param path the layer it comes from
 * @param category the row it has in a breakdown by kind
 * @param item what it is, for example {@code disk} or {@code image layer sha256:…}
 * @param reason why it contributes
 * @param amount how much each time, in base units of the figure; the known part where {@code basis} is unknown
 * @param times how many times it enters
 * @param basis where the amount comes from
 */
public record Contribution(
        LayerPath path, Category category, String item, Reason reason, long amount, long times, Basis basis) {
    /** Where an amount comes from. */
    public enum Basis {
        /** It is stated. */
        STATED,
        /** It is derived from other figures, such as a layer's disk from the files in it. */
        DERIVED,
        /** Nobody stated it: a gap. */
        UNKNOWN
    }

    /**
     * {@return the amount, times how often it enters}
     *
     * @throws io.virtstack.quantity.OverflowException if a {@code long} cannot hold it
     */
    public long total() {
        return Exact.multiply(amount, times, item + " of " + path);
    }
}
