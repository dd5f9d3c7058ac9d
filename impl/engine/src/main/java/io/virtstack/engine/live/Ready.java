package io.virtstack.engine.live;

import io.virtstack.layer.Application;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.DurationFormat;

/**
 * When the slowest of some applications is ready, in nanoseconds.
 *
 * @param cold from power-on
 * @param warm from a running platform
 */
record Ready(long cold, long warm) {
    /** The time of no application at all. */
    static final long NEVER = -1;

    static final Ready NOTHING = new Ready(NEVER, NEVER);

    /** The time at which hardware is powered on. */
    static final Ready AT_ONCE = new Ready(0, 0);

    /** When all is ready that runs on a layer, and the layer itself, once what it stands on is. */
    static Ready of(Layer layer, Ready below) {
        if (layer instanceof GuestOS guest && !guest.running()) {
            return NOTHING;
        }
        Ready own = below.after(layer);
        if (layer instanceof Application application) {
            return application.running() ? own : NOTHING;
        }
        Ready[] slowest = {NOTHING};
        layer.runs().forEachEntry((child, copies) -> slowest[0] = slowest[0].or(of(child, own)));
        return slowest[0];
    }

    /** When a layer is ready that stands on what is ready now. */
    Ready after(Layer layer) {
        long own =
                layer instanceof Demanding<?> demanding && demanding.startup().isPresent()
                        ? DurationFormat.nanos(demanding.startup().get())
                        : 0;
        LayerKind kind = layer.kind();
        boolean startsClock =
                kind == LayerKind.HOST_OS || kind == LayerKind.HYPERVISOR || kind == LayerKind.DOCKER_DAEMON;
        return new Ready(sum(cold, own), startsClock ? 0 : sum(warm, own));
    }

    /** A sum beyond is an error where something runs; where nothing does, nobody reads it. */
    private static long sum(long some, long more) {
        long sum = some + more;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    boolean isNothing() {
        return cold == NEVER;
    }

    Ready or(Ready other) {
        if (other.cold <= cold && other.warm <= warm) {
            return this;
        }
        return cold <= other.cold && warm <= other.warm
                ? other
                : new Ready(Math.max(cold, other.cold), Math.max(warm, other.warm));
    }
}
