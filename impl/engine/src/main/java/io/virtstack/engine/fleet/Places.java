package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Where copies of something go on a machine: the first layer of a class, by path, on the hardware or its host operating system. */
final class Places {
    private Places() {}

    /** The ways up to the first such layers: several where different layers have one path, none where there is no such layer. */
    static List<ImmutableList<Layer>> first(Hardware host, Class<? extends Layer> type) {
        NavigableMap<LayerPath, List<ImmutableList<Layer>>> ways = new TreeMap<>();
        host.runs().forEachEntry((layer, copies) -> {
            add(ImmutableList.of(host, layer), type, ways);
            if (layer instanceof HostOS system) {
                system.runs().forEachEntry((above, more) -> add(ImmutableList.of(host, system, above), type, ways));
            }
        });
        return ways.isEmpty() ? List.of() : ways.firstEntry().getValue();
    }

    private static void add(
            ImmutableList<Layer> way, Class<? extends Layer> type, Map<LayerPath, List<ImmutableList<Layer>>> ways) {
        if (type.isInstance(way.get(way.size() - 1))) {
            LayerPath path = new LayerPath(way.stream().map(Layer::name).collect(ImmutableList.toImmutableList()));
            ways.computeIfAbsent(path, unseen -> new ArrayList<>()).add(way);
        }
    }
}
