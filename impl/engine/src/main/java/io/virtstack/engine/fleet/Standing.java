package io.virtstack.engine.fleet;

import io.virtstack.quantity.DurationFormat;
import io.virtstack.quantity.Exact;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a layer of a machine stands.
 *
 * @param times how many copies of it are on the machine
 * @param hosts how many such machines there are
 * @param depth how many layers it stands on
 * @param running whether all it stands on runs
 * @param virtual whether it is, or is in, a virtual machine
 * @param ready when what it stands on is ready after power-on
 * @param warmReady the same from a running platform
 * @param machine on whose disk it lies
 */
record Standing(
        long times,
        long hosts,
        int depth,
        boolean running,
        boolean virtual,
        long ready,
        long warmReady,
        MachineDisk machine) {
    private static final String COPIES = "number of copies of a layer";

    static Standing onHardware(long hosts) {
        return new Standing(1, hosts, 0, true, false, 0, 0, new MachineDisk(1, false));
    }

    /** Where each of some copies of a layer stands on this one. */
    Standing under(long copies) {
        return under(copies, 1);
    }

    /** Where each of some copies of a layer on some copies of a layer stands on this one. */
    Standing underTwo(long copies, long copiesOnEach) {
        return under(copies == 1 ? copiesOnEach : Exact.multiply(copies, copiesOnEach, COPIES), 2);
    }

    private Standing under(long copies, int layers) {
        long all = times == 1 ? copies : Exact.multiply(times, copies, COPIES);
        Exact.multiply(all, hosts, COPIES);
        return new Standing(all, hosts, depth + layers, running, virtual, ready, warmReady, machine);
    }

    /** Where this layer's children stand in time. */
    Standing after(Optional<Duration> startup, boolean startsClock) {
        long own = nanos(startup);
        long warm = startsClock ? 0 : add(warmReady, own);
        return new Standing(times, hosts, depth, running, virtual, add(ready, own), warm, machine);
    }

    static long nanos(Optional<Duration> startup) {
        return startup.isPresent() ? DurationFormat.nanos(startup.get()) : 0;
    }

    /** The same place as a virtual machine. */
    Standing inGuest(boolean guestRuns, boolean guestHasDisk) {
        MachineDisk inside = new MachineDisk(times, guestHasDisk || machine.hasDisk());
        return new Standing(times, hosts, depth, running && guestRuns, true, ready, warmReady, inside);
    }

    static long add(long one, long other) {
        long sum = one + other;
        Irregular.unless(((one ^ sum) & (other ^ sum)) >= 0);
        return sum;
    }
}
