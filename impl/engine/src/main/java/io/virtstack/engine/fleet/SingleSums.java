package io.virtstack.engine.fleet;

import io.virtstack.engine.exact.WideSum;
import io.virtstack.footprint.Category;
import java.util.Arrays;
import java.util.List;

/** One sum of each machine that is kept as a value: of its parts by kind those that are something. Immutable. */
final class SingleSums {
    private static final Category[] CATEGORIES = Category.values();

    private final int[] ends;
    private byte[] categories;
    private boolean[] gaps;
    private long[] highs;
    private long[] lows;
    private int size;

    SingleSums(List<Amounts> each) {
        ends = new int[each.size()];
        categories = new byte[each.size()];
        gaps = new boolean[each.size()];
        highs = new long[each.size()];
        lows = new long[each.size()];
        for (int host = 0; host < ends.length; host++) {
            for (Category category : CATEGORIES) {
                put(category, false, each.get(host).known(category));
                put(category, true, each.get(host).gaps(category));
            }
            ends[host] = size;
        }
        resize(size);
    }

    private void put(Category category, boolean gap, WideSum part) {
        if (part.isZero()) {
            return;
        }
        if (size == lows.length) {
            resize(2 * size);
        }
        categories[size] = (byte) Amounts.index(category);
        gaps[size] = gap;
        highs[size] = part.high();
        lows[size] = part.low();
        size++;
    }

    private void resize(int length) {
        categories = Arrays.copyOf(categories, length);
        gaps = Arrays.copyOf(gaps, length);
        highs = Arrays.copyOf(highs, length);
        lows = Arrays.copyOf(lows, length);
    }

    /** Adds the parts of a machine as often as there are copies of it. */
    void addTo(Amounts amounts, int host, long copies) {
        for (int part = host == 0 ? 0 : ends[host - 1]; part < ends[host]; part++) {
            Category category = CATEGORIES[categories[part]];
            WideSum of = new WideSum();
            of.addWide(highs[part], lows[part]);
            (gaps[part] ? amounts.gaps(category) : amounts.known(category)).add(of, copies);
        }
    }
}
