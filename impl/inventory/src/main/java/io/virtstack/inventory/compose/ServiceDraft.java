package io.virtstack.inventory.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.document.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one place says of a service, as far as any figure depends on it; other places may say more.
 *
 * @param at the service
 * @param values single values by their path, for example {@code deploy/resources/limits/memory}
 * @param profiles those that start it
 * @param mounts what it mounts, by where
 * @param reset paths of values that are taken back
 * @param replaced names of lists that replace what others say, where they would else be added
 */
record ServiceDraft(
        Node at,
        ImmutableMap<String, Stated> values,
        ImmutableList<Stated> profiles,
        ImmutableMap<String, Mount> mounts,
        ImmutableSet<String> reset,
        ImmutableSet<String> replaced) {
    static final String BUILD = "build";

    private static final ImmutableList<String> PATHS = ImmutableList.of(
            "image",
            "container_name",
            "scale",
            "cpus",
            "cpu_quota",
            "cpu_period",
            "mem_limit",
            "mem_reservation",
            "platform",
            "deploy/mode",
            "deploy/replicas",
            "deploy/resources/limits/cpus",
            "deploy/resources/limits/memory",
            "deploy/resources/reservations/cpus",
            "deploy/resources/reservations/memory");
    private static final String PROFILES = "profiles";
    private static final String VOLUMES = "volumes";
    private static final ImmutableList<String> LISTS = ImmutableList.of(PROFILES, VOLUMES);
    private static final ImmutableList<String> PRESENT = ImmutableList.of(BUILD, "provider");
    private static final String RESET = "!reset";
    private static final String OVERRIDE = "!override";

    static ServiceDraft of(Node service, Interpolation interpolation) {
        ImmutableMap.Builder<String, Stated> values = ImmutableMap.builder();
        ImmutableSet.Builder<String> reset = ImmutableSet.builder();
        ImmutableSet.Builder<String> replaced = ImmutableSet.builder();
        for (String path : PATHS) {
            ImmutableList<Node> way = way(service, path);
            if (way.stream().anyMatch(node -> isTagged(node, RESET))) {
                reset.add(path);
            } else if (!way.isEmpty()
                    && !way.get(way.size() - 1).isNull()
                    && way.size() == path.chars().filter(c -> c == '/').count() + 1) {
                values.put(path, interpolation.of(way.get(way.size() - 1)));
            }
        }
        for (String name : PRESENT) {
            Node present = member(service, name);
            if (present != null && isTagged(present, RESET)) {
                reset.add(name);
            } else if (present != null && !present.isNull()) {
                values.put(name, new Stated(present, name));
            }
        }
        for (String name : LISTS) {
            Node list = member(service, name);
            if (list != null && isTagged(list, RESET)) {
                reset.add(name);
            } else if (list != null && isTagged(list, OVERRIDE)) {
                replaced.add(name);
            }
        }
        Map<String, Mount> mounts = new LinkedHashMap<>();
        for (Node element : elements(service, VOLUMES)) {
            Mount mount = Mount.of(element, interpolation);
            mounts.put(mount.target(), mount);
        }
        return new ServiceDraft(
                service,
                values.buildOrThrow(),
                elements(service, PROFILES).stream().map(interpolation::of).collect(ImmutableList.toImmutableList()),
                ImmutableMap.copyOf(mounts),
                reset.build(),
                replaced.build());
    }

    Optional<Stated> find(String path) {
        return Optional.ofNullable(values.get(path))
                .filter(stated -> !stated.text().isEmpty());
    }

    /** {@return what both say, this one having the last word} */
    ServiceDraft over(ServiceDraft base) {
        Map<String, Stated> merged = new LinkedHashMap<>(base.values);
        reset.forEach(merged::remove);
        merged.putAll(values);
        ImmutableList.Builder<Stated> allProfiles = ImmutableList.builder();
        allProfiles.addAll(adds(PROFILES) ? base.profiles : ImmutableList.of());
        Map<String, Mount> allMounts = new LinkedHashMap<>(adds(VOLUMES) ? base.mounts : ImmutableMap.of());
        allMounts.putAll(mounts);
        return new ServiceDraft(
                at,
                ImmutableMap.copyOf(merged),
                allProfiles.addAll(profiles).build(),
                ImmutableMap.copyOf(allMounts),
                base.reset,
                base.replaced);
    }

    private boolean adds(String list) {
        return !reset.contains(list) && !replaced.contains(list);
    }

    private static ImmutableList<Node> elements(Node service, String name) {
        Node list = member(service, name);
        return list == null || list.isNull() || isTagged(list, RESET) ? ImmutableList.of() : list.elements();
    }

    /** {@return the values on the way to a member, as far as it goes} */
    private static ImmutableList<Node> way(Node service, String path) {
        ImmutableList.Builder<Node> way = ImmutableList.builder();
        Node here = service;
        for (String name : path.split("/", -1)) {
            here = here == null || here.isNull()
                    ? null
                    : here.mapping().members().get(name);
            if (here != null) {
                way.add(here);
            }
        }
        return way.build();
    }

    private static @Nullable Node member(Node node, String name) {
        return node.isMapping() ? node.members().get(name) : null;
    }

    private static boolean isTagged(Node node, String tag) {
        return node.tag().filter(tag::equals).isPresent();
    }
}
