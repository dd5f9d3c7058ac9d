package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableMap;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;
import java.util.Arrays;

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

    /** All that is known, together. */
    WideSum sum() {
        WideSum sum = new WideSum();
        for (WideSum part : known) {
            sum.add(part);
        }
        return sum;
    }

    boolean hasGaps() {
        return Arrays.stream(gaps).anyMatch(count -> !count.isZero());
    }

    /** All of it, with gaps at a place of this name. */
    <Q> Total<Q> total(Figure<Q> figure, String name) {
        Tally sum = new Tally();
        sum.add(this);
        return sum.total(figure, LayerPath.of(name));
    }

    <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure, String name) {
        ImmutableMap.Builder<Category, Total<Q>> rows = ImmutableMap.builder();
        for (Category category : CATEGORIES) {
            Tally part = new Tally();
            part.add(known(category));
            part.addGaps(category, gaps(category));
            Total<Q> row = part.total(figure, LayerPath.of(name));
            if (row.amount() != 0 || !row.isExact()) {
                rows.put(category, row);
            }
        }
        return new Breakdown<>(figure, rows.buildOrThrow(), Total.zero(figure));
    }
}
