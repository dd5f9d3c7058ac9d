package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.machine.ImageStore;
import io.virtstack.quantity.DataSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What is known of an engine's images, containers and volumes. Immutable and safe for use by several threads.
 *
 * @param images each once
 * @param containers each once
 * @param volumes what each named volume takes; empty if that is unknown
 * @param store how it keeps images, if that is stated
 * @param layersSize what the layers of all its images take together, in bytes, if that is stated
 * @param complete whether {@code images} are all that the engine has
 */
public record EngineState(
        ImmutableList<EngineImage> images,
        ImmutableList<EngineContainer> containers,
        ImmutableMap<String, Optional<DataSize>> volumes,
        Optional<ImageStore> store,
        Optional<Long> layersSize,
        boolean complete) {
    /** Nothing is known. */
    public static final EngineState EMPTY = new EngineState(
            ImmutableList.of(), ImmutableList.of(), ImmutableMap.of(), Optional.empty(), Optional.empty(), false);

    private static final int SHORT_ID = 12;

    /** {@return these images, and nothing else} */
    public static EngineState ofImages(ImmutableList<EngineImage> images) {
        return new EngineState(
                images, ImmutableList.of(), ImmutableMap.of(), Optional.empty(), Optional.empty(), false);
    }

    /** {@return these containers, and nothing else} */
    public static EngineState ofContainers(ImmutableList<EngineContainer> containers) {
        return new EngineState(
                ImmutableList.of(), containers, ImmutableMap.of(), Optional.empty(), Optional.empty(), false);
    }

    /**
     * {@return what both say of one engine; of figures that both state, those of this count}
     *
     * @param other what another file, or another call, says of the same engine
     */
    public EngineState and(EngineState other) {
        Map<String, Optional<DataSize>> merged = new LinkedHashMap<>(volumes);
        other.volumes.forEach((name, size) -> merged.merge(name, size, (mine, theirs) -> mine.or(() -> theirs)));
        return new EngineState(
                merged(images, other.images, EngineImage::id, EngineImage::or),
                merged(containers, other.containers, EngineContainer::id, EngineContainer::or),
                ImmutableMap.copyOf(merged),
                store.or(other::store),
                layersSize.or(other::layersSize),
                complete || other.complete);
    }

    /** Ids that only one of the two cuts short are the same if their beginnings are. */
    private static <T> ImmutableList<T> merged(
            ImmutableList<T> left, ImmutableList<T> right, Function<T, String> id, BinaryOperator<T> both) {
        List<T> all = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (T next : ImmutableList.<T>builder().addAll(left).addAll(right).build()) {
            String key = key(id.apply(next));
            Integer place = key.isEmpty() ? null : places.get(key);
            if (place == null) {
                places.put(key, all.size());
                all.add(next);
            } else {
                all.set(place, both.apply(all.get(place), next));
            }
        }
        return ImmutableList.copyOf(all);
    }

    private static String key(String id) {
        String hex = id.substring(id.indexOf(':') + 1);
        return hex.length() > SHORT_ID ? hex.substring(0, SHORT_ID) : hex;
    }
}
