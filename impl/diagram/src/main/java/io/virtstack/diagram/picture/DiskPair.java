package io.virtstack.diagram.picture;

import io.virtstack.comparison.Change;
import io.virtstack.diagram.block.ShortFigures;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.DataSize;

/**
 * Disk before and after a change.
 *
 * @param label whose disk
 * @param before the total before
 * @param after the total after
 * @param difference in a few characters, with its sign; unknown where a side has gaps
 */
record DiskPair(String label, Total<DataSize> before, Total<DataSize> after, String difference) {
    static DiskPair of(String label, Change<DataSize> change) {
        Total<DataSize> nothing = Total.zero(Figure.DISK);
        return new DiskPair(
                label,
                change.before().orElse(nothing),
                change.after().orElse(nothing),
                change.difference()
                        .map(size -> Differences.signed(Figure.DISK, size.bytes()))
                        .orElse("difference unknown"));
    }

    boolean isNothing() {
        return isNothing(before) && isNothing(after);
    }

    private static boolean isNothing(Total<?> total) {
        return total.amount() == 0 && total.isExact();
    }

    /** {@return a total in short; what it lacks is counted} */
    static String figure(Total<DataSize> total) {
        String figure = ShortFigures.of(total);
        if (total.isExact()) {
            return figure;
        }
        String gaps = ShortFigures.of(total.gapCount());
        return total.known().isEmpty() ? figure + " (" + gaps + ")" : figure + " (" + gaps + " unknown)";
    }

    /** {@return all of it in a sentence, exactly} */
    String sentence() {
        return label + ": " + before + " before, " + after + " after";
    }
}
