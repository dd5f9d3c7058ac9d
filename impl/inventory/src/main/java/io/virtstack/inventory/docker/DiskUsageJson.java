package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.document.Node;
import io.virtstack.quantity.DataSize;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code GET /system/df} and {@code docker system df -v --format json} say. Before API 1.52 the lists stand side by side
 * in one object; since then each stands as {@code Items} in an object of its own, beside its totals, and only if it was asked for.
 */
final class DiskUsageJson {
    private final Node node;

    DiskUsageJson(Node node) {
        this.node = node;
    }

    EngineState state() {
        if (node.has("Type") && node.has("TotalCount")) {
            node.note("a summary of " + node.get("Type").text() + " names none of them: "
                    + (node.has("RawSize") ? "inspect each, or list them with --size" : "add -v"));
            return EngineState.EMPTY;
        }
        Optional<Node> images = items("Images", "ImageUsage", "ImagesDiskUsage");
        Optional<Node> containers = items("Containers", "ContainerUsage", "ContainersDiskUsage");
        Optional<Node> volumes = items("Volumes", "VolumeUsage", "VolumesDiskUsage");
        buildCache();
        ImmutableList<EngineContainer> listed = containers
                .map(list -> list.elements().stream()
                        .map(container -> ContainerJson.listed(container, true))
                        .collect(ImmutableList.toImmutableList()))
                .orElse(ImmutableList.of());
        volumes.ifPresent(list -> noteUnused(list, listed));
        return new EngineState(
                images.map(list -> list.elements().stream()
                                .map(ImageJson::listed)
                                .collect(ImmutableList.toImmutableList()))
                        .orElse(ImmutableList.of()),
                listed,
                volumes.map(DiskUsageJson::volumes).orElse(ImmutableMap.of()),
                Optional.empty(),
                StatedSize.of(node.find("LayersSize")
                        .or(() -> node.find("ImagesSize"))
                        .or(() -> node.path("ImageUsage", "TotalSize"))
                        .or(() -> node.path("ImagesDiskUsage", "TotalSize"))),
                images.isPresent());
    }

    /** An engine that still writes the lists of earlier versions beside the totals has what it counts in those. */
    private Optional<Node> items(String list, String usage, String otherSpelling) {
        Optional<Node> totals = node.find(usage).or(() -> node.find(otherSpelling));
        Optional<Node> items = totals.flatMap(found -> found.find("Items")).or(() -> node.find(list));
        long count = totals.flatMap(found -> found.find("TotalCount"))
                .map(Node::wholeNumber)
                .orElse(0L);
        if (items.isEmpty() && count > 0) {
            totals.get().note(count + " are counted but not listed: ask for 'verbose'");
        }
        return items;
    }

    private static ImmutableMap<String, Optional<DataSize>> volumes(Node list) {
        Map<String, Optional<DataSize>> volumes = new LinkedHashMap<>();
        for (Node volume : list.elements()) {
            Optional<Node> size = volume.path("UsageData", "Size").or(() -> volume.find("Size"));
            volumes.put(name(volume), StatedSize.of(size).map(DataSize::ofBytes));
        }
        return ImmutableMap.copyOf(volumes);
    }

    private static String name(Node volume) {
        return volume.find("VolumeName").orElseGet(() -> volume.get("Name")).text();
    }

    private static void noteUnused(Node volumes, ImmutableList<EngineContainer> containers) {
        Set<String> used = new HashSet<>();
        containers.forEach(container -> used.addAll(container.volumes()));
        for (Node volume : volumes.elements()) {
            String name = name(volume);
            if (!used.contains(name)) {
                volume.note("volume '" + name + "' is mounted by no container that is listed here; left out unless"
                        + " another file lists one");
            }
        }
    }

    private void buildCache() {
        items("BuildCache", "BuildCacheUsage", "BuildCacheDiskUsage")
                .filter(Node::isSequence)
                .map(Node::elements)
                .filter(entries -> !entries.isEmpty())
                .ifPresent(entries ->
                        entries.get(0).note("the build cache, of " + entries.size() + " entries, is left out"));
    }
}
