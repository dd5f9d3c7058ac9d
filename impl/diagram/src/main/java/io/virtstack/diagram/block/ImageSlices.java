package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.Exact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The image layers of a machine as slices: what several images begin with is one slice under all of them. */
public final class ImageSlices {
    /** Layers that always come together, with what is stored over them. */
    private record Segment(Slice slice, int images) {}

    private final List<Block> unknown = new ArrayList<>();
    private final Slice base;
    private long images;
    private long unknownLayers;
    private long bytesApart;
    private boolean hasBlobs;

    private ImageSlices(Hardware machine) {
        List<Slice> stores = new ArrayList<>();
        for (DaemonStore store : DaemonStores.of(machine)) {
            hasBlobs |= store.keepsBlobs();
            stores.add(slice(store));
        }
        if (stores.size() == 1) {
            this.base = stores.get(0);
        } else {
            String daemons = stores.isEmpty() ? "no daemon" : "daemons with stores of their own";
            Slice all = Slice.of(stores);
            this.base = all.showing(block(BlockKind.HARDWARE, daemons, machine.name(), 1, StoredBytes.NONE, all));
        }
    }

    /** {@return the slices of all daemons on a machine, and in machines on it} */
    public static ImageSlices of(Hardware machine) {
        return new ImageSlices(machine);
    }

    /** {@return the slice under all others} */
    public Slice base() {
        return base;
    }

    /** {@return what has layers of unknown size, a block each} */
    public ImmutableList<Block> unknown() {
        return ImmutableList.copyOf(unknown);
    }

    /** {@return how many images there are in all stores} */
    public long images() {
        return images;
    }

    /** {@return how many stored layers have no known size} */
    public long unknownLayers() {
        return unknownLayers;
    }

    /** {@return the bytes of all images if each stood alone, those of unknown layers left out} */
    public long bytesApart() {
        return bytesApart;
    }

    /** {@return whether there are compressed blobs besides, which no slice shows} */
    public boolean hasBlobs() {
        return hasBlobs;
    }

    private Slice slice(DaemonStore store) {
        List<Segment> segments = new ArrayList<>();
        store.ground().layersOver().forEach(layer -> segments.add(segment(layer, store.copies())));
        int count = store.ground().isWhole() ? 1 : 0;
        List<Slice> slices = new ArrayList<>();
        for (Segment segment : segments) {
            count += segment.images;
            slices.add(segment.slice);
        }
        images = Exact.add(images, Exact.multiply(store.copies(), count, "number of images"), "number of images");
        String label = count == 1 ? "Docker daemon, 1 image" : "Docker daemon, " + count + " images";
        Slice all = Slice.of(slices);
        return all.showing(block(BlockKind.DOCKER_DAEMON, label, store.name(), store.copies(), StoredBytes.NONE, all));
    }

    private Segment segment(StoredLayer lowest, long copies) {
        StoredBytes own = StoredBytes.NONE.and(lowest.size());
        StoredLayer top = lowest;
        for (Optional<StoredLayer> next = top.onlyNext(); next.isPresent(); next = top.onlyNext()) {
            top = next.get();
            own = own.and(top.size());
        }
        int count = top.isWhole() ? 1 : 0;
        List<Slice> above = new ArrayList<>();
        for (StoredLayer layer : top.layersOver()) {
            Segment over = segment(layer, copies);
            count += over.images;
            above.add(over.slice);
        }
        long bytes = Exact.multiply(own.known(), copies, "disk of image layers");
        bytesApart = Exact.add(
                bytesApart, Exact.multiply(bytes, count, "size of images together"), "size of images together");
        addUnknown(top, own, copies);
        Slice slice = Slice.of(bytes, own.unknown() == 0, above);
        Block block = block(kind(top, count), label(top, count), name(top, own), copies, own, slice);
        return new Segment(slice.showing(block), count);
    }

    private void addUnknown(StoredLayer top, StoredBytes own, long copies) {
        if (own.unknown() > 0) {
            unknownLayers = Exact.add(
                    unknownLayers, Exact.multiply(own.unknown(), copies, "number of layers"), "number of layers");
            ImmutableList<String> figures = ImmutableList.of(own.unknown() + " of " + layers(own.layers()));
            unknown.add(new Block(
                    BlockKind.UNKNOWN, "size unknown", name(top, own), copies, figures, figures, ImmutableList.of()));
        }
    }

    private static BlockKind kind(StoredLayer top, int images) {
        if (top.kind() == LayerKind.APPLICATION) {
            return BlockKind.APPLICATION;
        }
        return images > 1 ? BlockKind.IMAGE_LAYERS : BlockKind.BINARIES;
    }

    private static String label(StoredLayer top, int images) {
        if (images > 1) {
            return "shared by " + images + " images";
        }
        return top.kind() == LayerKind.APPLICATION ? "layer of an application" : "in 1 image";
    }

    private static String name(StoredLayer top, StoredBytes own) {
        Set<String> names = new LinkedHashSet<>();
        for (Binaries image : top.images()) {
            names.add(image.name());
        }
        for (Application application : top.applications()) {
            names.add(application.name());
        }
        return names.isEmpty() ? layers(own.layers()) : String.join(", ", names);
    }

    private static String layers(int count) {
        return count == 1 ? "1 layer" : count + " layers";
    }

    private static Block block(BlockKind kind, String label, String name, long copies, StoredBytes own, Slice slice) {
        boolean isTop = slice.above().isEmpty();
        ImmutableList.Builder<String> figures = ImmutableList.builder();
        ImmutableList.Builder<String> details = ImmutableList.builder();
        if (own.layers() > 0) {
            figures.add(isTop ? own.shortly() : own.shortly() + " of its own");
            details.add(layers(own.layers()) + " of " + own.exactly());
        }
        if (!isTop) {
            String all = copies == 1 ? " in all" : " in all copies";
            figures.add(slice.size() + all);
            details.add(slice.exactSize() + all + ", with what is over it");
        }
        return new Block(kind, label, name, copies, figures.build(), details.build(), ImmutableList.of());
    }
}
