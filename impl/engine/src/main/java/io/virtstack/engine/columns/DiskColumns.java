package io.virtstack.engine.columns;

import com.google.common.collect.ImmutableSet;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Reason;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Volume;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.Set;
import java.util.TreeSet;

/** Bytes on disk, with what stores share counted once. */
final class DiskColumns {
    private record ChainNode(int parent, LayerKey key) {}

    private record Blob(Object key) {}

    private record VolumeName(String name) {}

    private static final int BASE = -1;

    private final Rows rows;
    private final ImmutableSet.Builder<Violation> violations = ImmutableSet.builder();
    private final DiskLedger disk;

    DiskColumns(Rows rows) {
        this.rows = rows;
        this.disk = new DiskLedger(rows, Figure.DISK);
    }

    Ledger write() {
        OwnDisk.write(rows, disk);
        Stores.ofDaemons(rows).forEach(this::addDaemonStore);
        Stores.ofSystems(rows).forEach(this::addVolumes);
        GuestDisks guests = new GuestDisks(rows, disk);
        guests.addSharedBases(violations::add);
        return disk.without(guests.addDisks());
    }

    /** What makes the figure undefined; complete after {@link #write}. */
    ImmutableSet<Violation> violations() {
        return violations.build();
    }

    private void addDaemonStore(Store store) {
        StoreContents contents = new StoreContents(store, rows, violations::add);
        boolean keepsBlobs = imageStore(store) == ImageStore.CONTAINERD;
        for (PlacedImage image : PlacedImage.in(store, rows)) {
            int parent = BASE;
            for (ChainLayer layer : image.chain()) {
                parent = contents.put(
                        new ChainNode(parent, layer.key()),
                        layer.category(),
                        Reason.IMAGE_LAYER,
                        Item.imageLayer(layer),
                        layer.disk(),
                        layer.derived());
                use(contents, parent, image);
                if (keepsBlobs) {
                    int blob = contents.put(
                            new Blob(layer.blob()),
                            layer.category(),
                            Reason.BLOB,
                            Item.blob(layer),
                            layer.compressed(),
                            false);
                    use(contents, blob, image);
                }
            }
            if (!image.unused()) {
                addVolumes(image.application(), contents);
            }
        }
        contents.writeTo(disk);
    }

    private static void use(StoreContents contents, int item, PlacedImage image) {
        if (!image.unused()) {
            contents.use(item, image.application());
        }
    }

    private void addVolumes(Store system) {
        StoreContents contents = new StoreContents(system, rows, violations::add);
        int operatingSystem = system.row();
        for (int row = operatingSystem + 1; row < rows.end(operatingSystem); row = rows.end(row)) {
            if (rows.layer(row) instanceof Binaries) {
                for (int application = row + 1; application < rows.end(row); application++) {
                    addVolumes(application, contents);
                }
            }
        }
        contents.writeTo(disk);
    }

    private void addVolumes(int application, StoreContents contents) {
        for (Volume volume : ((Application) rows.layer(application)).volumes()) {
            if (volume.shared()) {
                int item = contents.put(
                        new VolumeName(volume.name()),
                        Category.APPLICATION,
                        Reason.VOLUME,
                        Item.volume(volume.name()),
                        volume.size(),
                        false);
                contents.use(item, application);
            }
        }
    }

    private ImageStore imageStore(Store store) {
        Set<ImageStore> kinds = new TreeSet<>();
        for (int daemon : store.members()) {
            kinds.add(((DockerDaemon) rows.layer(daemon)).imageStore());
        }
        if (kinds.size() > 1) {
            violations.add(new Violation(
                    rows.path(store.row()).toString(),
                    Rule.ONE_STORE_KIND,
                    "daemons that share a store keep images as " + kinds,
                    "give them stores of different names, or the same kind of image store"));
        }
        return kinds.iterator().next();
    }
}
