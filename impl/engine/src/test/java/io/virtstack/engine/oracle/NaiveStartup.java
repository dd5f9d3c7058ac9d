package io.virtstack.engine.oracle;

import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Application;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/**
 * The slowest application of one copy of a layer and all that stands on it.
 *
 * @param open the longest way that layers further below still lengthen
 * @param closed the longest way whose clock has started already
 * @param gaps unknown start-up times on any way
 */
record NaiveStartup(Optional<BigInteger> open, Optional<BigInteger> closed, Tally gaps) {
    private static final NaiveStartup NONE = new NaiveStartup(Optional.empty(), Optional.empty(), new Tally());

    static NaiveStartup of(Place place, boolean warm) {
        if (place.stopped()) {
            return NONE;
        }
        NaiveStartup above = place.children()
                .map(child -> of(child, warm).times(child.count()))
                .reduce(NONE, NaiveStartup::slower);
        if (place.layer() instanceof Application) {
            above = new NaiveStartup(Optional.of(BigInteger.ZERO), Optional.empty(), new Tally());
        }
        if (above.open().isEmpty()) {
            return above;
        }
        boolean platform = place.layer() instanceof HostOS
                || place.layer() instanceof Hypervisor
                || place.layer() instanceof DockerDaemon;
        if (warm && platform) {
            return new NaiveStartup(Optional.empty(), max(above.open(), above.closed()), above.gaps());
        }
        return above.plusOwn(place);
    }

    private NaiveStartup plusOwn(Place place) {
        if (!(place.layer() instanceof Demanding<?> layer)) {
            return this;
        }
        BigInteger own = layer.startup()
                .map(startup -> BigInteger.valueOf(startup.getSeconds())
                        .multiply(BigInteger.valueOf(1_000_000_000))
                        .add(BigInteger.valueOf(startup.getNano())))
                .orElse(BigInteger.ZERO);
        Tally more = gaps.plus(new Tally());
        if (layer.startup().isEmpty()) {
            more.miss(Category.of(place.layer().kind()), place.path(), "start-up");
        }
        return new NaiveStartup(open.map(own::add), closed, more);
    }

    private NaiveStartup times(long count) {
        return new NaiveStartup(open, closed, new Tally().plus(gaps, BigInteger.valueOf(count)));
    }

    NaiveStartup slower(NaiveStartup other) {
        return new NaiveStartup(max(open, other.open), max(closed, other.closed), gaps.plus(other.gaps));
    }

    private static Optional<BigInteger> max(Optional<BigInteger> a, Optional<BigInteger> b) {
        return a.isPresent() && b.isPresent() ? Optional.of(a.get().max(b.get())) : a.or(() -> b);
    }

    Optional<Total<Duration>> total(Figure.Longest<Duration> figure) {
        return max(open, closed)
                .map(longest -> new Total<>(
                        figure, Tally.exact(longest), gaps.total(figure).gaps()));
    }
}
