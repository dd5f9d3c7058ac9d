package io.virtstack.engine.columns;

import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Reason;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerKind;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.DataSize;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Bytes that every copy of a layer has to itself, whether or not stores share. */
final class OwnDisk {
    private final Rows rows;
    private final DiskLedger disk;

    private OwnDisk(Rows rows, DiskLedger disk) {
        this.rows = rows;
        this.disk = disk;
    }

    static void write(Rows rows, DiskLedger disk) {
        OwnDisk own = new OwnDisk(rows, disk);
        for (int row = 0; row < rows.size(); row++) {
            own.add(row);
        }
    }

    private void add(int row) {
        Layer layer = rows.layer(row);
        if (layer instanceof Application application) {
            addVolumes(row, application);
        }
        if (layer instanceof Binaries binaries) {
            if (rows.kind(rows.parent(row)) != LayerKind.DOCKER_DAEMON) {
                addCopies(row, binaries);
            }
        } else if (rows.container(row)) {
            add(row, Reason.WRITABLE, "writable bytes", ((Application) layer).writable());
        } else if (layer instanceof Demanding<?> demanding) {
            Reason reason = layer instanceof Application ? Reason.COPY : Reason.OWN;
            add(row, reason, "disk", demanding.disk());
        }
    }

    private void addVolumes(int row, Application application) {
        Set<String> named = new HashSet<>();
        for (Volume volume : application.volumes()) {
            if (!volume.shared() && named.add(volume.name())) {
                add(row, Reason.UNSHARED_VOLUME, Item.volume(volume.name()), volume.size());
            }
        }
    }

    private void addCopies(int row, Binaries binaries) {
        if (binaries.image().isEmpty()) {
            add(row, Reason.COPY, "disk", binaries.disk());
            return;
        }
        for (ChainLayer layer : ChainLayer.of(binaries)) {
            Entry entry = Entry.of(row, layer.category(), Reason.COPY, Item.imageLayer(layer));
            disk.add(
                    entry.asDerived(layer.derived()),
                    layer.disk().map(DataSize::bytes),
                    rows.times(row),
                    rows.scope(row));
        }
    }

    private void add(int row, Reason reason, Object item, Optional<DataSize> size) {
        Entry entry = Entry.of(row, Category.of(rows.kind(row)), reason, item);
        disk.add(entry, size.map(DataSize::bytes), rows.times(row), rows.scope(row));
    }
}
