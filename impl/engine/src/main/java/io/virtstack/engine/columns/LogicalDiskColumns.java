package io.virtstack.engine.columns;

import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Reason;
import io.virtstack.layer.Application;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.DataSize;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Bytes on disk as if nothing were shared: every container has its image, its blobs and its volumes to itself. */
final class LogicalDiskColumns {
    private final Rows rows;
    private final DiskLedger disk;

    LogicalDiskColumns(Rows rows) {
        this.rows = rows;
        this.disk = new DiskLedger(rows, Figure.LOGICAL_DISK);
    }

    Ledger write() {
        OwnDisk.write(rows, disk);
        Stores.ofDaemons(rows).forEach(this::addImages);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.layer(row) instanceof Application application) {
                addVolumes(row, application);
            }
        }
        GuestDisks guests = new GuestDisks(rows, disk);
        guests.addUnsharedBases();
        return disk.without(guests.addDisks());
    }

    private void addImages(Store store) {
        for (PlacedImage image : PlacedImage.in(store, rows)) {
            DockerDaemon daemon = (DockerDaemon) rows.layer(rows.parent(image.binaries()));
            boolean keepsBlobs = daemon.imageStore() == ImageStore.CONTAINERD;
            for (ChainLayer layer : image.chain()) {
                Entry unpacked =
                        Entry.of(image.user(), layer.category(), Reason.UNSHARED_LAYER, Item.imageLayer(layer));
                add(unpacked.asDerived(layer.derived()), layer.disk());
                if (keepsBlobs) {
                    add(Entry.of(image.user(), layer.category(), Reason.BLOB, Item.blob(layer)), layer.compressed());
                }
            }
        }
    }

    private void addVolumes(int row, Application application) {
        Set<String> named = new HashSet<>();
        for (Volume volume : application.volumes()) {
            if (volume.shared() && named.add(volume.name())) {
                add(Entry.of(row, Category.APPLICATION, Reason.VOLUME, Item.volume(volume.name())), volume.size());
            }
        }
    }

    private void add(Entry entry, Optional<DataSize> size) {
        disk.add(entry, size.map(DataSize::bytes), rows.times(entry.row()), rows.scope(entry.row()));
    }
}
