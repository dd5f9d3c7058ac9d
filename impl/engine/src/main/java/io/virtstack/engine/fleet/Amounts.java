package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;

/** Parts of one figure by kind, each with the number of its gaps. Not safe for use by several threads. */
final class Amounts {
    private static final Category[] CATEGORIES = Category.values();

    private final WideSum[] known = new WideSum[CATEGORIES.length];
    private final WideSum[] gaps = new WideSum[CATEGORIES.length];

    Amounts() {
        for (int category = 0; category < CATEGORIES.length; category++) {
            known[category] = new WideSum();
            gaps[category] = new WideSum();
        }
    }

    @SuppressWarnings("EnumOrdinal") // an array by kind is read for each row of a fleet
    static int index(Category category) {
        return category.ordinal();
    }

    WideSum known(Category category) {
        return known[index(category)];
    }

    WideSum gaps(Category category) {
        return gaps[index(category)];
    }

    void add(Amounts other) {
        for (int category = 0; category < CATEGORIES.length; category++) {
            known[category].add(other.known[category]);
            gaps[category].add(other.gaps[category]);
        }
    }

    void add(Amounts other, long times) {
        for (int category = 0; category < CATEGORIES.length; category++) {
            known[category].add(other.known[category], times);
            gaps[category].add(other.gaps[category], times);
        }
    }

    /** All of it, with gaps at a place of this name. */
    <Q> Total<Q> total(Figure<Q> figure, String name) {
        return total(figure, LayerPath.of(name));
    }

    /** All of it, with gaps at this path. */
    <Q> Total<Q> total(Figure<Q> figure, LayerPath place) {
        WideSum sum = new WideSum();
        for (WideSum part : known) {
            sum.add(part);
        }
        ImmutableList.Builder<Gap> found = ImmutableList.builder();
        for (Category category : CATEGORIES) {
            addGap(category, place, found);
        }
        return new Total<>(figure, sum.toLong(figure.label() + " of " + place), found.build());
    }

    <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure, String name) {
        ImmutableMap.Builder<Category, Total<Q>> rows = ImmutableMap.builder();
        for (Category category : CATEGORIES) {
            ImmutableList.Builder<Gap> found = ImmutableList.builder();
            addGap(category, LayerPath.of(name), found);
            long amount = known(category).toLong(figure + " of " + category.label());
            Total<Q> row = new Total<>(figure, amount, found.build());
            if (amount != 0 || !row.isExact()) {
                rows.put(category, row);
            }
        }
        return new Breakdown<>(figure, rows.buildOrThrow(), Total.zero(figure));
    }

    private void addGap(Category category, LayerPath place, ImmutableList.Builder<Gap> found) {
        if (!gaps(category).isZero()) {
            long count = gaps(category).toLong("number of unknown figures of " + place);
            found.add(new Gap(place, category.label(), count));
        }
    }
}
