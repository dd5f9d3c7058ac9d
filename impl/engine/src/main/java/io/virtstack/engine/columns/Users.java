package io.virtstack.engine.columns;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.layer.LayerKind;
import java.util.function.IntPredicate;

/**
 * The application copies that use one copy of a stored item.
 *
 * @param rows rows of applications, each once
 * @param counts how many copies of each
 */
public record Users(ImmutableIntArray rows, ImmutableLongArray counts) {
    /** Gathers users in the order of their rows. */
    static final class Builder {
        /** Most items have one user. */
        private final ImmutableIntArray.Builder rows = ImmutableIntArray.builder(1);

        private final ImmutableLongArray.Builder counts = ImmutableLongArray.builder(1);
        private int last = Rows.NONE;

        /** Adds the copies on a row. One that is no later than the last has been added already: walks go over rows in order. */
        void add(int row, long count) {
            if (row > last) {
                rows.add(row);
                counts.add(count);
                last = row;
            }
        }

        Users build() {
            return new Users(rows.build(), counts.build());
        }
    }

    /**
     * {@return the applications that stand on one copy of a row, or are it}
     *
     * @param rows where the applications are
     * @param below a row
     */
    public static Users on(Rows rows, int below) {
        ImmutableIntArray.Builder applications = ImmutableIntArray.builder();
        ImmutableLongArray.Builder counts = ImmutableLongArray.builder();
        for (int row = below; row < rows.end(below); row++) {
            if (rows.kind(row) == LayerKind.APPLICATION) {
                applications.add(row);
                counts.add(rows.timesOn(row, below));
            }
        }
        return new Users(applications.build(), counts.build());
    }

    /**
     * {@return those of these that match}
     *
     * @param application which rows to keep
     */
    public Users filter(IntPredicate application) {
        ImmutableIntArray.Builder kept = ImmutableIntArray.builder();
        ImmutableLongArray.Builder keptCounts = ImmutableLongArray.builder();
        for (int user = 0; user < rows.length(); user++) {
            if (application.test(rows.get(user))) {
                kept.add(rows.get(user));
                keptCounts.add(counts.get(user));
            }
        }
        return new Users(kept.build(), keptCounts.build());
    }
}
