package io.virtstack.generators;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Enumerates all small stacks: what random ones would take long to hit, these hold for certain. */
final class TinyStacks {
    private static final int ALL_DIFFERENT = 04321;
    private static final int LINKED_CLONE = 3;
    private static final int THIN = 2;
    private static final int LAYER = 4;
    private static final int LAYER_ON_LAYER = 4 + 8 * 6;
    private static final int UNKNOWN_LAYER_ON_LAYER = 4 + 8 * 7;

    private final Layers layers = new Layers(Alphabet.ANY);
    private final Map<Key, ImmutableList<Layer>> trees = new HashMap<>();

    private TinyStacks() {}

    static Stream<Hardware> upTo(int layers) {
        TinyStacks tiny = new TinyStacks();
        Stream.Builder<Hardware> all = Stream.builder();
        for (int above = 0; above <= layers; above++) {
            for (Multiset<Layer> forest : tiny.forests(Shape.HARDWARE, above)) {
                all.add(tiny.layers.hardware(Row.PLAIN, forest));
            }
        }
        return all.build();
    }

    private List<Multiset<Layer>> forests(Shape below, int count) {
        List<Layer> candidates = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int size = 1; size <= count; size++) {
            for (Shape shape : ImmutableSet.copyOf(below.above(false))) {
                for (Layer tree : trees(shape, size)) {
                    candidates.add(tree);
                    counts.add(size);
                }
            }
        }
        List<Multiset<Layer>> forests = new ArrayList<>();
        extend(HashMultiset.create(), 0, count, candidates, counts, forests);
        return forests;
    }

    /** Only later candidates follow, so that each selection is made in one order alone. */
    private static void extend(
            Multiset<Layer> chosen,
            int from,
            int left,
            List<Layer> candidates,
            List<Integer> counts,
            List<Multiset<Layer>> forests) {
        if (left == 0) {
            forests.add(HashMultiset.create(chosen));
        }
        for (int index = from; index < candidates.size() && counts.get(index) <= left; index++) {
            chosen.add(candidates.get(index));
            extend(chosen, index, left - counts.get(index), candidates, counts, forests);
            chosen.remove(candidates.get(index));
        }
    }

    private ImmutableList<Layer> trees(Shape shape, int count) {
        Key key = new Key(shape, count);
        ImmutableList<Layer> known = trees.get(key);
        if (known == null) {
            ImmutableList.Builder<Layer> built = ImmutableList.builder();
            for (Multiset<Layer> forest : forests(shape, count - 1)) {
                for (Row row : rows(shape)) {
                    built.add(layers.layer(shape, row, forest));
                }
            }
            known = built.build();
            trees.put(key, known);
        }
        return known;
    }

    /** Three images that share their lowest layer, both kinds of image store, all kinds of disks, and gaps. */
    private static ImmutableList<Row> rows(Shape shape) {
        return switch (shape) {
            case HARDWARE, HOST_OS, HOSTED -> ImmutableList.of(row(ALL_DIFFERENT));
            case BARE_METAL -> ImmutableList.of(row(ALL_DIFFERENT, Trait.CONTROL_SYSTEM, Trait.OVERHEAD));
            case DAEMON ->
                ImmutableList.of(
                        row(ALL_DIFFERENT, Trait.NAMED_STORE),
                        row(ALL_DIFFERENT, Trait.CONTAINERD, Trait.OVERHEAD, Trait.MICRO_VM));
            case GUEST ->
                ImmutableList.of(
                        row(ALL_DIFFERENT, Trait.UNKNOWN_MACHINE),
                        row(LINKED_CLONE),
                        row(THIN, Trait.UNKNOWN_ACTUAL, Trait.STOPPED));
            case BINARIES -> ImmutableList.of(row(ALL_DIFFERENT), row(ALL_DIFFERENT, Trait.UNKNOWN_DISK));
            case IMAGE -> ImmutableList.of(row(LAYER), row(LAYER_ON_LAYER), row(UNKNOWN_LAYER_ON_LAYER));
            case APPLICATION ->
                ImmutableList.of(
                        row(ALL_DIFFERENT),
                        row(ALL_DIFFERENT + 1, Trait.UNKNOWN_MEMORY, Trait.WRITABLE, Trait.VOLUME),
                        row(ALL_DIFFERENT, Trait.STOPPED, Trait.UNKNOWN_LIMITS, Trait.UNKNOWN_WRITABLE));
        };
    }

    private static Row row(int size, Trait... traits) {
        return new Row(0, 0, 0, size, 0, ImmutableSet.copyOf(traits));
    }

    private record Key(Shape shape, int count) {}
}
