package io.virtstack.engine.columns;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.layer.LayerPath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * The order in which applications get the units that an equal split leaves over: by the path of what their binaries stand on, then
 * by their chain of image layers, then by their own path.
 *
 * <p>So the users of a layer on one daemon are neighbours. On an operating system every chain is empty. Rows that are equal in all
 * three have one path, so it does not show which of them comes first.
 */
public final class ApplicationOrder {
    private static final Comparator<Iterable<ChainLayer>> BY_KEYS =
            Comparators.lexicographical(Comparator.comparing(ChainLayer::key));

    /** Compared by what comes before the own path alone. */
    private record Standing(int row, LayerPath floor, ImmutableList<ChainLayer> chain) {
        static final Comparator<Standing> ORDER =
                Comparator.comparing(Standing::floor).thenComparing(Standing::chain, BY_KEYS);
    }

    private final int[] ranks;

    private ApplicationOrder(int[] ranks) {
        this.ranks = ranks;
    }

    static ApplicationOrder of(Rows rows) {
        Map<Integer, ImmutableList<ChainLayer>> chains = chains(rows);
        // In the order of their paths from the start, which a stable sort keeps among equals.
        Iterator<Standing> inOrder = rows.applications()
                .mapToObj(row -> new Standing(
                        row, rows.path(rows.parent(rows.parent(row))), chains.getOrDefault(row, ImmutableList.of())))
                .sorted(Standing.ORDER)
                .iterator();
        int[] ranks = new int[rows.size()];
        for (int rank = 0; inOrder.hasNext(); rank++) {
            ranks[inOrder.next().row()] = rank;
        }
        return new ApplicationOrder(ranks);
    }

    private static Map<Integer, ImmutableList<ChainLayer>> chains(Rows rows) {
        Map<Integer, ImmutableList<ChainLayer>> chains = new HashMap<>();
        for (Store store : Stores.ofDaemons(rows)) {
            for (PlacedImage image : PlacedImage.in(store, rows)) {
                if (!image.unused()) {
                    chains.put(image.application(), image.chain());
                }
            }
        }
        return chains;
    }

    /**
     * {@return how many applications come before}
     *
     * @param application a row of an application
     */
    public int rank(int application) {
        return ranks[application];
    }
}
