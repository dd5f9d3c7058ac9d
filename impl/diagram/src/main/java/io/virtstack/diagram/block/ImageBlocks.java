package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.image.Image;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.quantity.Exact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images of a daemon, as they are stored: what several images begin with is one block under all of them. An image's own
 * block is what no other image has, so that the bytes of all blocks together are those of the store.
 */
final class ImageBlocks {
    private final long daemons;
    private final Map<Binaries, Map<Application, Long>> containers = new LinkedHashMap<>();

    private ImageBlocks(long daemons) {
        this.daemons = daemons;
    }

    static ImmutableList<Block> of(DockerDaemon daemon, long daemons, int columns) {
        ImageBlocks blocks = new ImageBlocks(daemons);
        daemon.runs().forEachEntry(blocks::add);
        return blocks.blocks(columns);
    }

    /** What runs on an image is no part of its identity: it is stored once. */
    private void add(Binaries binaries, int count) {
        Binaries image = binaries.withRuns(ImmutableList.of());
        Map<Application, Long> ofImage = containers.computeIfAbsent(image, none -> new LinkedHashMap<>());
        String what = "number of containers of " + image.name();
        binaries.runs()
                .forEachEntry((application, each) ->
                        ofImage.merge(application, (long) count * each, (one, other) -> Exact.add(one, other, what)));
    }

    private ImmutableList<Block> blocks(int columns) {
        StoredLayer store = StoredLayer.ground();
        Columns left = new Columns(columns, containers.size());
        Summary rest = new Summary(daemons, true);
        for (Binaries image : containers.keySet()) {
            if (left.isForRest()) {
                rest.add(image, 1);
            } else {
                store.add(image);
                left.take(1);
            }
        }
        int share = Math.max(1, columns / Math.max(1, store.users() + (rest.isEmpty() ? 0 : 1)));
        ImmutableList.Builder<Block> blocks = ImmutableList.builder();
        store.layersOver().forEach(layer -> blocks.add(block(layer, StoredBytes.NONE, share)));
        // An image may have no layers at all.
        store.images().forEach(image -> blocks.add(image(image, StoredBytes.NONE, StoredBytes.NONE, share)));
        return rest.isEmpty() ? blocks.build() : blocks.add(rest.block()).build();
    }

    private Block block(StoredLayer lowest, StoredBytes below, int columns) {
        StoredBytes own = StoredBytes.NONE.and(lowest.size());
        StoredLayer top = lowest;
        for (Optional<StoredLayer> next = top.onlyNext(); next.isPresent(); next = top.onlyNext()) {
            top = next.get();
            own = own.and(top.size());
        }
        List<Binaries> images = top.images();
        if (images.size() == 1 && top.users() == 1) {
            return image(images.get(0), own, below, columns);
        }
        StoredBytes together = below.plus(own);
        ImmutableList.Builder<Block> above = ImmutableList.builder();
        images.forEach(image -> above.add(image(image, StoredBytes.NONE, together, columns)));
        top.layersOver().forEach(layer -> above.add(block(layer, together, columns)));
        return shared(own, top.users(), above.build());
    }

    private Block shared(StoredBytes own, int users, ImmutableList<Block> above) {
        String layers = own.layers() == 1 ? "1 layer" : own.layers() + " layers";
        return new Block(
                BlockKind.IMAGE_LAYERS,
                "shared by " + users + " images",
                layers,
                daemons,
                ImmutableList.of("disk " + own.shortly()),
                ImmutableList.of("disk " + own.exactly()),
                above);
    }

    private Block image(Binaries image, StoredBytes own, StoredBytes below, int columns) {
        StoredBytes size = below.plus(own);
        boolean shares = below.layers() > 0;
        Map<Application, Long> applications = containers.getOrDefault(image, ImmutableMap.of());
        ImmutableList.Builder<String> details = ImmutableList.builder();
        details.add("size " + size.exactly());
        if (shares) {
            details.add(own.exactly() + " of its own");
        }
        details.add(size.layers() + " layers");
        image.version().ifPresent(version -> details.add("version " + version));
        image.image().flatMap(Image::id).ifPresent(id -> details.add(id.toString()));
        return new Block(
                BlockKind.BINARIES,
                applications.isEmpty() ? "unused image" : "image",
                image.name(),
                daemons,
                ImmutableList.of(shares ? "adds " + own.shortly() : "disk " + own.shortly()),
                details.build(),
                containers(applications, columns));
    }

    private ImmutableList<Block> containers(Map<Application, Long> applications, int columns) {
        Siblings siblings = new Siblings(daemons, applications.size(), columns, true);
        applications.forEach((application, count) -> siblings.add(
                application,
                count,
                (layer, copies, share) -> StackBlocks.block(layer, "container", copies, ImmutableList.of())));
        return siblings.blocks();
    }
}
