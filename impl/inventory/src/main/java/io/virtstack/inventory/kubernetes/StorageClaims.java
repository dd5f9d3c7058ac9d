package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.document.Node;
import io.virtstack.quantity.DataSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How much storage claims and data volumes ask for, by the namespace they are in and their name. */
final class StorageClaims {
    static final ImmutableSet<String> KINDS = ImmutableSet.of("PersistentVolumeClaim", "DataVolume");

    private final Map<String, Map<String, DataSize>> sizes = new LinkedHashMap<>();

    /** {@return whether an object is a claim} */
    static boolean isClaim(ManifestObject object) {
        return KINDS.contains(object.kind());
    }

    void add(ManifestObject object) {
        ObjectKey key = object.key();
        object.node()
                .find("spec")
                .flatMap(StorageClaims::size)
                .ifPresent(size -> sizes.computeIfAbsent(key.namespace(), none -> new LinkedHashMap<>())
                        .put(key.name(), size));
    }

    Optional<DataSize> find(String namespace, String name) {
        return Optional.ofNullable(sizes.getOrDefault(namespace, Map.of()).get(name));
    }

    /** {@return the sizes of a namespace by name, with those that templates there make} */
    ImmutableMap<String, DataSize> in(String namespace, Iterable<Node> templates) {
        Map<String, DataSize> found = new LinkedHashMap<>(sizes.getOrDefault(namespace, Map.of()));
        for (Node template : templates) {
            template.find("spec")
                    .flatMap(StorageClaims::size)
                    .ifPresent(size ->
                            found.put(template.get("metadata").get("name").text(), size));
        }
        return ImmutableMap.copyOf(found);
    }

    private static Optional<DataSize> size(Node spec) {
        return spec.path("resources", "requests", "storage")
                .or(() -> spec.path("storage", "resources", "requests", "storage"))
                .or(() -> spec.path("pvc", "resources", "requests", "storage"))
                .map(Quantity::size);
    }
}
