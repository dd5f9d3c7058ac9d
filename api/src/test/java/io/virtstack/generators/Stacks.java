package io.virtstack.generators;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.layer.Hardware;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * Stacks for property tests.
 *
 * <p>A stack is drawn as a flat list of rows and assembled, so it shrinks row by row to the fewest and plainest layers. Every
 * stack builds, no order is filtered out, and none breaks a rule about architecture, family or nesting. Demands may exceed
 * what is set aside, and contents their disk: those are findings, not undefined figures.
 */
public final class Stacks {
    private static final int MOST_ROWS = 25;
    private static final int MOST_ROWS_IN_FLEET = 10;
    private static final int MOST_SHAPES = 12;
    private static final int MOST_TRAITS = 8;
    private static final int MOST_DISTINCT_HOSTS = 3;
    private static final int MOST_HOSTS = 6;
    private static final int MOST_TINY_LAYERS = 4;

    private Stacks() {}

    /** {@return stacks with everything the model knows, unknown figures included; nothing conflicts or overflows} */
    public static Arbitrary<Hardware> any() {
        return stacks(Alphabet.ANY, MOST_ROWS);
    }

    /** {@return as {@link #any()}, with nothing unknown} */
    public static Arbitrary<Hardware> known() {
        return stacks(Alphabet.KNOWN, MOST_ROWS);
    }

    /** {@return as {@link #any()}, with nothing but daemons on host operating systems} */
    public static Arbitrary<Hardware> containersOnHost() {
        return stacks(Alphabet.CONTAINERS_ON_HOST, MOST_ROWS);
    }

    /** {@return as {@link #any()}, with figures up to {@code Long.MAX_VALUE} and copies up to {@code Integer.MAX_VALUE}} */
    public static Arbitrary<Hardware> nearOverflow() {
        return stacks(Alphabet.NEAR_OVERFLOW, MOST_ROWS);
    }

    /** {@return as {@link #any()}, where one layer, blob, volume or base may have two sizes, and one store two kinds} */
    public static Arbitrary<Hardware> conflicting() {
        return stacks(Alphabet.CONFLICTING, MOST_ROWS);
    }

    /** {@return machines as {@link #any()} makes them, some of them equal; possibly none} */
    public static Arbitrary<List<Hardware>> fleet() {
        Arbitrary<List<Hardware>> distinct =
                stacks(Alphabet.ANY, MOST_ROWS_IN_FLEET).list().ofMinSize(1).ofMaxSize(MOST_DISTINCT_HOSTS);
        Arbitrary<List<Integer>> picks = Arbitraries.integers()
                .between(0, MOST_DISTINCT_HOSTS - 1)
                .list()
                .ofMaxSize(MOST_HOSTS);
        return Combinators.combine(distinct, picks)
                .as((hosts, chosen) -> (List<Hardware>) chosen.stream()
                        .map(pick -> hosts.get(pick % hosts.size()))
                        .collect(ImmutableList.toImmutableList()))
                .withoutEdgeCases();
    }

    /** {@return every stack of at most four layers above the machine, from a tiny alphabet; each once} */
    public static Stream<Hardware> tiny() {
        return tiny(MOST_TINY_LAYERS);
    }

    /**
     * {@return every stack of at most that many layers above the machine, from a tiny alphabet; each once}
     *
     * @param layers about seven times as many stacks for each more; with five there are machines on hosted hypervisors that run
     *     something
     */
    public static Stream<Hardware> tiny(int layers) {
        return TinyStacks.upTo(layers);
    }

    static Arbitrary<Row> rows() {
        Arbitrary<Set<Trait>> traits =
                Arbitraries.of(Trait.class).set().ofMaxSize(MOST_TRAITS).map(ImmutableSet::copyOf);
        return Combinators.combine(
                        upTo(MOST_ROWS), upTo(MOST_SHAPES), upTo(Row.NAMES), upTo(Row.SIZES), upTo(Row.COPIES), traits)
                .as(Row::new);
    }

    private static Arbitrary<Hardware> stacks(Alphabet alphabet, int mostRows) {
        Assembly assembly = new Assembly(alphabet);
        Arbitrary<List<Row>> above =
                rows().list().ofMaxSize(mostRows).withSizeDistribution(RandomDistribution.uniform());
        return Combinators.combine(rows(), above).as(assembly::hardware).withoutEdgeCases();
    }

    private static Arbitrary<Integer> upTo(int count) {
        return Arbitraries.integers().between(0, count - 1).withDistribution(RandomDistribution.uniform());
    }
}
