package io.virtstack.quantity;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Numbers over the full range of {@code long}, with ties, limits, and multiples of units more often than chance has them. */
final class Longs {
    private Longs() {}

    static Arbitrary<Long> all() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(-3, 3),
                Arbitraries.longs().between(Long.MAX_VALUE - 3, Long.MAX_VALUE),
                Arbitraries.longs().between(Long.MIN_VALUE, Long.MIN_VALUE + 3));
    }

    /** A few thousandths of a unit, which is where a shorter text is to be found, and the numbers beside. */
    static Arbitrary<Long> near(List<Long> units) {
        Arbitrary<Long> multiples = Combinators.combine(
                        Arbitraries.of(units), Arbitraries.longs().between(-1_100_000, 1_100_000))
                .as((unit, thousandths) -> unit / 1000 * thousandths + unit % 1000 * thousandths / 1000);
        return Arbitraries.oneOf(all(), multiples, multiples.map(number -> number + 1));
    }
}
