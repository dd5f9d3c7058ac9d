package io.virtstack.engine.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.virtstack.engine.columns.ChainLayer;
import io.virtstack.engine.columns.LayerKey;
import io.virtstack.engine.columns.PlacedImage;
import io.virtstack.engine.columns.SizeClaims;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerKind;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The distinct images of one store: those of the same chain are one, whatever they are called. */
final class ImagesOfStore {
    private record Step(Optional<Node> below, LayerKey key) {}

    /** A layer on its parents. */
    private static final class Node {
        private final LayerKey key;
        private final Set<List<Node>> images = new HashSet<>();
        private final SizeClaims claims = new SizeClaims();

        Node(LayerKey key) {
            this.key = key;
        }
    }

    private final Rows rows;
    private final Map<Step, Node> nodes = new HashMap<>();
    private final Map<List<Node>, List<PlacedImage>> placedByChain = new LinkedHashMap<>();

    ImagesOfStore(Rows rows, Iterable<PlacedImage> placed) {
        this.rows = rows;
        placed.forEach(this::add);
    }

    private void add(PlacedImage image) {
        List<Node> chain = new ArrayList<>();
        for (ChainLayer layer : image.chain()) {
            Optional<Node> below = Optional.ofNullable(Iterables.getLast(chain, null));
            Node node = nodes.computeIfAbsent(new Step(below, layer.key()), step -> new Node(step.key()));
            node.claims.add(layer.disk(), layer.derived());
            chain.add(node);
        }
        placedByChain.computeIfAbsent(chain, whole -> new ArrayList<>()).add(image);
        chain.forEach(node -> node.images.add(chain));
    }

    Stream<ImageUsage> usages() {
        return placedByChain.entrySet().stream().map(image -> usage(image.getKey(), image.getValue()));
    }

    private ImageUsage usage(List<Node> chain, List<PlacedImage> uses) {
        LayerPath daemon = uses.stream()
                .map(use -> rows.path(rows.parent(use.binaries())))
                .min(LayerPath::compareTo)
                .orElseThrow();
        Set<String> names = new TreeSet<>();
        long containers = 0;
        for (PlacedImage use : uses) {
            names.add(name(use));
            containers =
                    Exact.add(containers, use.unused() ? 0 : rows.times(use.application()), "containers of " + daemon);
        }
        WideSum size = new WideSum();
        WideSum shared = new WideSum();
        ImmutableList.Builder<Gap> gaps = ImmutableList.builder();
        for (Node node : chain) {
            long bytes = node.claims.size().map(DataSize::bytes).orElse(0L);
            size.add(bytes, 1);
            shared.add(bytes, node.images.size() > 1 ? 1 : 0);
            if (node.claims.size().isEmpty()) {
                gaps.add(new Gap(daemon, "image layer " + node.key, 1));
            }
        }
        Total<DataSize> total = new Total<>(Figure.DISK, size.toLong("image size"), gaps.build());
        Optional<DataSize> known =
                total.isExact() ? Optional.of(DataSize.ofBytes(shared.toLong("shared size"))) : Optional.empty();
        return new ImageUsage(daemon, String.join(", ", names), chain.size(), containers, total, known);
    }

    private String name(PlacedImage image) {
        String binaries = rows.layer(image.binaries()).name();
        boolean adds = !image.unused() && !image.chain().isEmpty() && addsLayer(image);
        return adds ? binaries + " + " + rows.layer(image.application()).name() : binaries;
    }

    private static boolean addsLayer(PlacedImage image) {
        return image.chain().get(image.chain().size() - 1).key() instanceof LayerKey.Synthetic top
                && top.kind() == LayerKind.APPLICATION;
    }
}
