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
            Images more = images(images, binaries, 1, 1, unused);
            if (more == null) {
                return Optional.empty();
            }
            images = more;
        }
        return Optional.of(new DaemonPlace(spot, spot.workloads(), images));
    }

    @Override
    @Nullable
    Place edited(Layer workload, int copies, Change change) {
        Binaries binaries = (Binaries) workload;
        if (keepsVolumes(binaries)) {
            return null;
        }
        Workloads now = workloads().plus(binaries, copies, spot());
        int uses = Boolean.compare(now.get(binaries) != null, workloads().get(binaries) != null);
        Images imagesNow = images(images, binaries, uses, copies, change);
        if (imagesNow == null) {
            return null;
        }
        binaries.runs().forEachEntry((application, count) -> addContainers(change, application, (long) count * copies));
        return new DaemonPlace(spot(), now, imagesNow);
    }

    /** The images with those of some binaries appearing or going, which are there so many times more. */
    private static @Nullable Images images(Images before, Binaries binaries, int uses, int copies, Change change) {
        if (binaries.runs().isEmpty()) {
            return images(before, ImageChain.of(binaries, null), uses, copies, change);
        }
        Images images = before;
        for (Application application : binaries.runs().elementSet()) {
            long times = (long) binaries.runs().count(application) * copies;
            images = images(images, ImageChain.of(binaries, application), uses, times, change);
            if (images == null) {
                return null;
            }
        }
        return images;
    }

    private static @Nullable Images images(Images before, ImageChain chain, int uses, long times, Change change) {
        chain.addTo(change, 0, Cell.LOGICAL_IMAGES, Cell.LOGICAL_APPLICATION_DISK, times);
        if (uses == 0) {
            return before;
        }
        return uses > 0 ? before.with(chain, change) : before.without(chain, change);
    }

    private static boolean keepsVolumes(Binaries binaries) {
        for (Application application : binaries.runs().elementSet()) {
            if (!application.volumes().isEmpty()) {
                return true;
            }
        }
        return false;
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
