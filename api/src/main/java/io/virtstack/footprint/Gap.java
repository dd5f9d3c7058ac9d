package io.virtstack.footprint;

import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.Exact;
import java.util.Comparator;

/**
 * Figures that nobody stated and that would enter a total. Immutable and safe for use by several threads.
 *
 * @param path the layer that lacks them
 * @param what what is not stated, for example {@code memory} or {@code image layer sha256:…}
 * @param count how many stored items or running copies lack it, from 1
 */
public record Gap(LayerPath path, String what, long count) implements Comparable<Gap> {
    private static final Comparator<Gap> ORDER =
            Comparator.comparing(Gap::path).thenComparing(Gap::what).thenComparingLong(Gap::count);

    Gap plus(Gap same) {
        return new Gap(path, what, Exact.add(count, same.count, "number of unknown figures at " + path));
    }

    Gap times(long factor) {
        return new Gap(path, what, Exact.multiply(count, factor, "number of unknown figures at " + path));
    }

    @Override
    public int compareTo(Gap other) {
        return ORDER.compare(this, other);
    }

    /** {@return path, what and count in one line} */
    @Override
    public String toString() {
        return path + ": " + what + " unknown" + (count == 1 ? "" : " (" + count + " times)");
    }
}
