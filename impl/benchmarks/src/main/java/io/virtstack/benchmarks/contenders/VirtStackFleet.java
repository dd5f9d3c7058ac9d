package io.virtstack.benchmarks.contenders;

import io.virtstack.AggregationEngine;
import io.virtstack.fleet.Fleet;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Hardware;
import java.util.stream.Stream;

/** VirtStack, as a user calls it. */
public final class VirtStackFleet {
    private static final long MILLIS_OF_A_CORE = 1_000;

    private final Fleet fleet;

    /** Compiles hosts as they come. */
    public VirtStackFleet(Stream<Hardware> hosts) {
        this.fleet = AggregationEngine.create().fleet("fleet").addAll(hosts).build();
    }

    /** {@return the fleet itself} */
    public Fleet fleet() {
        return fleet;
    }

    /** {@return bytes on all hosts} */
    public long disk() {
        return fleet.total(Figure.DISK).value().bytes();
    }

    /** {@return a sum, with the number of its gaps} */
    public <Q> Total<Q> total(Figure.Sum<Q> figure) {
        return fleet.total(figure);
    }

    /** {@return what is set aside for all virtual machines} */
    public VmSums vmSums() {
        return new VmSums(
                fleet.total(Figure.ALLOCATED_MEMORY).value().bytes(),
                fleet.total(Figure.DISK).value().bytes(),
                fleet.total(Figure.ALLOCATED_CPU).value().millis() / MILLIS_OF_A_CORE);
    }
}
