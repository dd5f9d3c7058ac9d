package io.virtstack.engine.fleet;

import io.virtstack.engine.columns.Measure;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.RowBuffer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.machine.Isolation;
import java.util.Optional;

/** Writes the images and containers on one daemon. */
final class DaemonRows {
    private final RowWriter writer;
    private final ApplicationRows applications;
    private final ImageNodes images;
    private final RowBuffer rows;
    private final Standing store;
    private final Standing above;
    private final int systemsOfEach;
    private final Measure.Known memoryOfEach;
    private final Measure.Known cpuOfEach;
    private final boolean overhead;
    private final VolumeNames volumes = new VolumeNames();
    private final Ways ways = new Ways();

    /**
     * Prepares to write.
     *
     * @param store where the daemon stands
     * @param above where each of its images stands
     */
    DaemonRows(
            RowWriter writer,
            ApplicationRows applications,
            ImageNodes images,
            DockerDaemon daemon,
            Standing store,
            Standing above) {
        this.writer = writer;
        this.applications = applications;
        this.images = images;
        this.rows = writer.rows(Part.APPLICATION);
        this.store = store;
        this.above = above;
        this.systemsOfEach = daemon.isolation() == Isolation.MICRO_VM ? 1 : 0;
        this.memoryOfEach = new Measure.Known(daemon.overhead().memory().bytes(), true);
        this.cpuOfEach = new Measure.Known(daemon.overhead().cpu().millis(), true);
        this.overhead = memoryOfEach.amount() != 0 || cpuOfEach.amount() != 0;
    }

    Ways add(DockerDaemon daemon) {
        int group = rows.size();
        daemon.runs().forEachEntry(this::image);
        images.requireOneSizeEach(writer.images(), group);
        if (store.machine().hasDisk()) {
            images.addTo(store, writer.images(), group);
        }
        writer.closeGroup(group, store, true);
        return ways;
    }

    private void image(Binaries binaries, int copies) {
        int node = images.of(binaries);
        if (binaries.runs().isEmpty()) {
            unused(binaries, node, above.under(copies));
            return;
        }
        binaries.runs()
                .forEachEntry(
                        (application, times) -> container(application, binaries, above.underTwo(copies, times), node));
    }

    private void unused(Binaries image, int node, Standing at) {
        int row = writer.addApplication(
                "", Optional.empty(), image.name(), image.version(), images.use(node), at.times());
        putImage(row, node, at);
        rows.put(row, Field.READY, -1);
        rows.put(row, Field.WARM_READY, -1);
    }

    private void putImage(int row, int node, Standing at) {
        long bytes = images.chainBytes(node);
        rows.put(row, Field.IMAGE_COPIES, at.times());
        writer.bound(bytes);
        at.machine().addUnshared(bytes, at.times());
    }

    private void container(Application application, Binaries binaries, Standing at, int imageNode) {
        int node = images.use(images.withApplication(imageNode, application));
        int row = applications.add(application, binaries, at, node, ways);
        rows.put(row, Field.CONTAINER, 1);
        putImage(row, node, at);
        if (at.running() && application.running()) {
            rows.put(row, Field.SYSTEMS, systemsOfEach);
            putLimits(application, at, row);
        }
        writer.putDisk(rows, row, application.writable(), at);
        applications.putVolumes(rows, row, application, at, store, volumes);
    }

    private void putLimits(Application application, Standing at, int row) {
        boolean outer = !at.virtual();
        if (outer) {
            writer.putSize(rows, row, Field.ALLOCATED_MEMORY, application.memoryLimit());
            writer.putCpu(rows, row, Field.ALLOCATED_CPU, application.cpuLimit());
        }
        if (overhead) {
            writer.putOverhead(rows, row, memoryOfEach, outer, true);
            writer.putOverhead(rows, row, cpuOfEach, outer, false);
        }
    }
}
