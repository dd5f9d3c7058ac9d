package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;

/** A sum with the numbers of its gaps by kind. Not safe for use by several threads. */
final class Tally {
    private static final Category[] CATEGORIES = Category.values();
    private static final WideSum[] NO_GAPS = {};

    private final WideSum known = new WideSum();
    private WideSum[] gaps = NO_GAPS;

    void add(long amount, long times) {
        known.add(amount, times);
    }

    void addGaps(Category category, long count, long times) {
        if (count != 0) {
            gaps(category).add(count, times);
        }
    }

    void add(WideSum amount) {
        known.add(amount);
    }

    void addGaps(Category category, WideSum count) {
        if (!count.isZero()) {
            gaps(category).add(count);
        }
    }

    /** Adds all parts together. */
    void add(Amounts parts) {
        for (Category category : CATEGORIES) {
            known.add(parts.known(category));
            addGaps(category, parts.gaps(category));
        }
    }

    void add(Tally other) {
        known.add(other.known);
        for (Category category : CATEGORIES) {
            if (other.gaps.length > 0) {
                addGaps(category, other.gaps(category));
            }
        }
    }

    private WideSum gaps(Category category) {
        if (gaps.length == 0) {
            gaps = new WideSum[CATEGORIES.length];
            for (int at = 0; at < gaps.length; at++) {
                gaps[at] = new WideSum();
            }
        }
        return gaps[Amounts.index(category)];
    }

    /** All of it, with gaps at this path. */
    <Q> Total<Q> total(Figure<Q> figure, LayerPath place) {
        return new Total<>(figure, known.toLong(() -> figure.label() + " of " + place), gaps(place));
    }

    private ImmutableList<Gap> gaps(LayerPath place) {
        ImmutableList.Builder<Gap> found = ImmutableList.builder();
        for (Category category : CATEGORIES) {
            if (gaps.length > 0 && !gaps(category).isZero()) {
                long count = gaps(category).toLong(() -> "number of unknown figures of " + place);
                found.add(new Gap(place, category.label(), count));
            }
        }
        return found.build();
    }
}
