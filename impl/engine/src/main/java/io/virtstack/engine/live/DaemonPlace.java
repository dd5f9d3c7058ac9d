package io.virtstack.engine.live;

import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Layer;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Isolation;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A daemon with containers, whose images are in a store of its own that unpacks them. */
final class DaemonPlace extends Place {
    private final Images images;

    private DaemonPlace(Spot spot, Workloads workloads, Images images) {
        super(spot, workloads);
        this.images = images;
    }

    static Optional<Place> of(Spot spot) {
        DockerDaemon daemon = (DockerDaemon) spot.top();
        if (daemon.store().isPresent() || daemon.imageStore() != ImageStore.OVERLAY2) {
            return Optional.empty();
        }
        Images images = Images.NONE;
        Change unused = new Change();
        for (Binaries binaries : daemon.runs().elementSet()) {
            Images more = images(images, binaries, true, unused);
            if (more == null) {
                return Optional.empty();
            }
            images = more;
        }
        return Optional.of(new DaemonPlace(spot, spot.workloads(), images));
    }

    private static @Nullable Images images(Images before, Binaries binaries, boolean more, Change change) {
        if (binaries.runs().isEmpty()) {
            return images(before, ImageChain.of(binaries, null), more, change);
        }
        Images images = before;
        for (Application application : binaries.runs().elementSet()) {
            images = images == null ? null : images(images, ImageChain.of(binaries, application), more, change);
        }
        return images;
    }

    private static @Nullable Images images(Images before, ImageChain chain, boolean more, Change change) {
        return more ? before.with(chain, change) : before.without(chain, change);
    }

    @Override
    @Nullable
    Place edited(Layer workload, int copies, Change change) {
        Binaries binaries = (Binaries) workload;
        if (keepsVolumes(binaries)) {
            return null;
        }
        Workloads now = workloads().plus(binaries, copies, spot());
        boolean appears = workloads().get(binaries) == null;
        boolean goes = now.get(binaries) == null;
        Images imagesNow = appears || goes ? images(images, binaries, appears, change) : images;
        if (imagesNow == null) {
            return null;
        }
        addTo(change, binaries, copies);
        return new DaemonPlace(spot(), now, imagesNow);
    }

    /** Adds what each copy has for itself. */
    private void addTo(Change change, Binaries binaries, int copies) {
        if (binaries.runs().isEmpty()) {
            addLogical(change, ImageChain.of(binaries, null), copies);
        }
        binaries.runs().forEachEntry((application, count) -> {
            long times = (long) count * copies;
            addLogical(change, ImageChain.of(binaries, application), times);
            addContainers(change, application, times);
        });
    }

    private static boolean keepsVolumes(Binaries binaries) {
        for (Application application : binaries.runs().elementSet()) {
            if (!application.volumes().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static void addLogical(Change change, ImageChain chain, long times) {
        chain.addTo(change, 0, Cell.LOGICAL_IMAGES, Cell.LOGICAL_APPLICATION_DISK, times);
    }

    private void addContainers(Change change, Application application, long times) {
        change.add(Cell.CONTAINERS, 1, times);
        change.add(Cell.APPLICATIONS, 1, times);
        Optional<DataSize> writable = application.writable();
        change.add(Cell.APPLICATION_DISK, writable, times);
        change.add(Cell.LOGICAL_APPLICATION_DISK, writable, times);
        if (application.running()) {
            addRunning(change, application, times);
        }
    }

    private void addRunning(Change change, Application application, long times) {
        DockerDaemon daemon = (DockerDaemon) spot().top();
        change.add(Cell.MEMORY, application.memory(), times);
        change.addCpu(Cell.CPU, application.cpu(), times);
        change.add(Cell.ALLOCATED_MEMORY, application.memoryLimit(), times);
        change.addCpu(Cell.ALLOCATED_CPU, application.cpuLimit(), times);
        change.add(Cell.OVERHEAD_MEMORY, daemon.overhead().memory().bytes(), times);
        change.add(Cell.OUTER_OVERHEAD_MEMORY, daemon.overhead().memory().bytes(), times);
        change.add(Cell.OVERHEAD_CPU, daemon.overhead().cpu().millis(), times);
        change.add(Cell.OUTER_OVERHEAD_CPU, daemon.overhead().cpu().millis(), times);
        if (daemon.isolation() == Isolation.MICRO_VM) {
            change.add(Cell.MICRO_VMS, 1, times);
        }
        if (application.startup().isEmpty()) {
            change.addGaps(Cell.STARTUP, times);
            change.addGaps(Cell.WARM_STARTUP, times);
        }
    }
}
