package io.virtstack.quantity;

import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.time.Duration;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DurationFormatProperties implements ShortestTextLaws<Duration> {
    private static final ImmutableMap<String, Long> UNITS = ImmutableMap.<String, Long>builder()
            .put("ns", 1L)
            .put("us", 1000L)
            .put("ms", 1000L * 1000)
            .put("s", 1000L * 1000 * 1000)
            .put("min", 60L * 1000 * 1000 * 1000)
            .put("h", 60L * 60 * 1000 * 1000 * 1000)
            .put("d", 24L * 60 * 60 * 1000 * 1000 * 1000)
            .buildOrThrow();

    @Override
    public Arbitrary<Duration> values() {
        return Longs.near(UNITS.values().asList()).map(Duration::ofNanos);
    }

    @Override
    public String format(Duration value) {
        return DurationFormat.format(value);
    }

    @Override
    public Duration parse(String text) {
        return DurationFormat.parse(text);
    }

    @Override
    public ImmutableMap<String, Long> units() {
        return UNITS;
    }

    @Override
    public long amount(Duration value) {
        return value.toNanos();
    }

    @Property
    void nanosAreExactOrOverflow(@ForAll long seconds, @ForAll int nanos) {
        BigInteger exact = BigInteger.valueOf(seconds)
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(nanos & 0xfffffff));
        Duration duration = Duration.ofSeconds(seconds, nanos & 0xfffffff);
        if (exact.bitLength() < Long.SIZE) {
            assertThat(DurationFormat.nanos(duration)).isEqualTo(exact.longValueExact());
        } else {
            assertThatThrownBy(() -> DurationFormat.nanos(duration)).isInstanceOf(OverflowException.class);
        }
    }
}
