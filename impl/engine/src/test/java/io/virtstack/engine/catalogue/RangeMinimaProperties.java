package io.virtstack.engine.catalogue;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Two looks find what a walk over the range finds. */
class RangeMinimaProperties {
    @Property
    void ofFewNumbers(@ForAll @Size(min = 1, max = 70) int[] numbers) {
        int[] none = IntStream.range(0, numbers.length).map(at -> -at).toArray();
        RangeMinima minima = RangeMinima.of(numbers, none);
        for (int left = 0; left < numbers.length; left++) {
            for (int right = left; right < numbers.length; right++) {
                assertThat(minima.least(left, right)).isEqualTo(walk(numbers, none, left, right));
            }
        }
    }

    @Property(tries = 20)
    void ofMoreNumbersThanOneTableHolds(@ForAll long seed, @ForAll @IntRange(min = 32_769, max = 40_000) int size) {
        Random random = new Random(seed);
        int[] numbers = random.ints(size, 0, size).toArray();
        int[] none = random.ints(size, 0, size).toArray();
        RangeMinima minima = RangeMinima.of(numbers, none);
        for (int look = 0; look < 2_000; look++) {
            int left = random.nextInt(size);
            int right = Math.min(size - 1, left + random.nextInt(1 << random.nextInt(1, 12)));
            assertThat(minima.least(left, right)).isEqualTo(walk(numbers, none, left, right));
        }
    }

    private static int walk(int[] numbers, int[] none, int left, int right) {
        return IntStream.rangeClosed(left + 1, right)
                .map(at -> numbers[at])
                .min()
                .orElse(none[left]);
    }
}
