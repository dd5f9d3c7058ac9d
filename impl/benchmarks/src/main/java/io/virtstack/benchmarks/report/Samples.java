package io.virtstack.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/** What was measured of one thing, several times. Immutable. */
public final class Samples {
    private final double[] sorted;

    /** Takes in a measure per time. */
    public Samples(double... measures) {
        this.sorted = measures.clone();
        Arrays.sort(sorted);
    }

    /** {@return the one in the middle} */
    public double median() {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** {@return the least one} */
    public double least() {
        return sorted[0];
    }

    /** {@return the largest one} */
    public double largest() {
        return sorted[sorted.length - 1];
    }

    /** {@return how far the least and the largest are from the one in the middle, in percent of it} */
    public String spread() {
        return String.format(
                Locale.ROOT, "−%.0f%% +%.0f%%", 100 * (1 - least() / median()), 100 * (largest() / median() - 1));
    }

    /** {@return a number with about three digits} */
    public static String shown(double number) {
        if (number >= 100) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return String.format(Locale.ROOT, number >= 10 ? "%.1f" : "%.2f", number);
    }
}
