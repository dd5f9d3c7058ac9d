package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.engine.flatten.Reassembly;
import io.virtstack.layer.Application;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.Volume;
import org.jspecify.annotations.Nullable;

/** A host operating system with binaries, or a hypervisor with guests: what stands there costs the same whatever stands beside it. */
final class AdditivePlace extends Place {
    private AdditivePlace(Spot spot, Workloads workloads) {
        super(spot, workloads);
    }

    static Place of(Spot spot) {
        return new AdditivePlace(spot, spot.workloads());
    }

    @Override
    @Nullable
    Place edited(Layer workload, int copies, Change change) {
        if (sharesWithOthers(workload)) {
            return null;
        }
        Workloads now = workloads().plus(workload, copies, spot());
        change.add(Evaluation.of(alone(workload, Math.abs(copies)), spot().way().size())
                .change());
        if (copies < 0) {
            change.negate();
        }
        return new AdditivePlace(spot(), now);
    }

    /** The base of a linked clone, and a volume of that name, are stored once for all that use them. */
    private static boolean sharesWithOthers(Layer workload) {
        if (workload instanceof GuestOS guest) {
            return guest.machine().map(VirtualHardware::disks).orElse(ImmutableList.of()).stream()
                    .anyMatch(VirtualDisk.LinkedClone.class::isInstance);
        }
        return workload.runs().elementSet().stream()
                .flatMap(application -> ((Application) application).volumes().stream())
                .anyMatch(Volume::shared);
    }

    private Hardware alone(Layer workload, int copies) {
        ImmutableList<Layer> way = spot().way();
        Layer now = Reassembly.withRuns(
                way.get(way.size() - 1),
                new ImmutableMultiset.Builder<Layer>()
                        .addCopies(workload, copies)
                        .build());
        for (Layer below : way.subList(0, way.size() - 1).reverse()) {
            now = Reassembly.withRuns(below, ImmutableMultiset.of(now));
        }
        return (Hardware) now;
    }
}
