package io.virtstack.engine.fleet;

import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.RowBuffer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.machine.Volume;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Writes what applications have in common, wherever they stand. */
final class ApplicationRows {
    private final RowWriter writer;

    ApplicationRows(RowWriter writer) {
        this.writer = writer;
    }

    int add(Application application, Binaries binaries, Standing at, int image, Ways ways) {
        int row = writer.addApplication(
                application.name(), application.version(), binaries.name(), binaries.version(), image, at.times());
        RowBuffer rows = writer.rows(Part.APPLICATION);
        boolean running = at.running() && application.running();
        rows.put(row, Field.TIMES, at.times());
        rows.put(row, Field.ONE, 1);
        rows.put(row, Field.STOPPED, running ? 0 : 1);
        ways.sawApplication();
        if (running) {
            writer.putSize(rows, row, Field.MEMORY, application.memory());
            writer.putCpu(rows, row, Field.CPU, application.cpu());
            Optional<Duration> startup = application.startup();
            long own = Standing.nanos(startup);
            rows.put(row, Field.READY, Standing.add(at.ready(), own));
            rows.put(row, Field.WARM_READY, Standing.add(at.warmReady(), own));
            rows.put(row, Field.READY_GAP, startup.isPresent() ? 0 : 1);
            rows.put(row, Field.WARM_READY_GAP, startup.isPresent() ? 0 : 1);
            ways.sawRunning();
        } else {
            rows.put(row, Field.READY, -1);
            rows.put(row, Field.WARM_READY, -1);
        }
        return row;
    }

    /**
     * Puts the volumes of an application.
     *
     * @param store where the daemon or operating system stands that keeps them
     * @param names of the shared volumes that are kept there so far
     */
    void putVolumes(RowBuffer rows, int row, Application application, Standing at, Standing store, VolumeNames names) {
        if (application.volumes().isEmpty()) {
            return;
        }
        Set<String> own = new HashSet<>();
        for (Volume volume : application.volumes()) {
            Irregular.unless(own.add(volume.name()));
            Irregular.unless(!volume.shared() || (names.add(volume.name()) && at.times() == store.times()));
            writer.putMoreDisk(rows, row, volume.size(), at);
        }
    }
}
