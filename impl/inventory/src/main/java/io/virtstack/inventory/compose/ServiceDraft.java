package io.virtstack.inventory.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
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
 * @param lists values of lists by the name of the list
 * @param reset paths of values that are taken back
 * @param replaced names of lists that replace what others say, where they would else be added
 */
record ServiceDraft(
        Node at,
        ImmutableMap<String, Stated> values,
        ImmutableListMultimap<String, Stated> lists,
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
    private static final ImmutableList<String> LISTS = ImmutableList.of("profiles", "volumes");
    private static final ImmutableList<String> PRESENT = ImmutableList.of(BUILD, "provider");
    private static final String RESET = "!reset";
    private static final String OVERRIDE = "!override";

    static ServiceDraft of(Node service, Interpolation interpolation) {
        ImmutableMap.Builder<String, Stated> values = ImmutableMap.builder();
        ImmutableListMultimap.Builder<String, Stated> lists = ImmutableListMultimap.builder();
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
            } else if (list != null && !list.isNull()) {
                elements(name, list, interpolation).forEach(element -> lists.put(name, element));
                if (isTagged(list, OVERRIDE)) {
                    replaced.add(name);
                }
            }
        }
        return new ServiceDraft(service, values.buildOrThrow(), lists.build(), reset.build(), replaced.build());
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
        ImmutableListMultimap.Builder<String, Stated> both = ImmutableListMultimap.builder();
        for (String name : LISTS) {
            if (!reset.contains(name) && !replaced.contains(name)) {
                both.putAll(name, base.lists.get(name));
            }
            both.putAll(name, lists.get(name));
        }
        return new ServiceDraft(at, ImmutableMap.copyOf(merged), both.build(), base.reset, base.replaced);
    }

    private static ImmutableList<Stated> elements(String name, Node list, Interpolation interpolation) {
        ImmutableList.Builder<Stated> elements = ImmutableList.builder();
        for (Node element : list.elements()) {
            if (element.isScalar()) {
                elements.add(interpolation.of(element));
            } else if (name.equals("volumes")
                    && element.findText("type").filter("volume"::equals).isPresent()) {
                element.find("source")
                        .map(interpolation::of)
                        .ifPresent(source -> elements.add(new Stated(element, source.text() + ":")));
            }
        }
        return elements.build();
    }

    /** {@return the values on the way to a member, as far as it goes} */
    private static ImmutableList<Node> way(Node service, String path) {
        ImmutableList.Builder<Node> way = ImmutableList.builder();
        Node here = service;
        for (String name : path.split("/", -1)) {
            here = here == null ? null : member(here, name);
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
