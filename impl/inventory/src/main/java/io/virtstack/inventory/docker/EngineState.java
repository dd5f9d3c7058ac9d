package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import io.virtstack.machine.ImageStore;
import io.virtstack.quantity.DataSize;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return together(ImmutableList.of(this, other));
    }

    /**
     * {@return what all of them say of one engine; of figures that several state, those of the first count}
     *
     * @param all what files, or calls, say of the same engine
     */
    static EngineState together(ImmutableList<EngineState> all) {
        Map<String, Optional<DataSize>> volumes = new LinkedHashMap<>();
        for (EngineState state : all) {
            state.volumes.forEach((name, size) -> volumes.merge(name, size, (first, next) -> first.or(() -> next)));
        }
        return new EngineState(
                merged(all, EngineState::images, EngineImage::id, EngineImage::merged),
                merged(all, EngineState::containers, EngineContainer::id, EngineContainer::merged),
                ImmutableMap.copyOf(volumes),
                FirstStated.of(all, EngineState::store),
                FirstStated.of(all, EngineState::layersSize),
                all.stream().anyMatch(EngineState::complete));
    }

    /** Descriptions of the same thing are collected before they are merged: there may be very many of one. */
    private static <T> ImmutableList<T> merged(
            ImmutableList<EngineState> all,
            Function<EngineState, ImmutableList<T>> things,
            Function<T, String> id,
            Function<List<T>, T> merger) {
        Map<String, String> whole = new HashMap<>();
        all.forEach(state -> things.apply(state).stream()
                .map(thing -> digits(id.apply(thing)))
                .filter(digits -> digits.length() > SHORT_ID)
                .forEach(digits -> whole.putIfAbsent(digits.substring(0, SHORT_ID), digits)));
        ListMultimap<Object, T> same =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        for (EngineState state : all) {
            for (T thing : things.apply(state)) {
                String digits = digits(id.apply(thing));
                same.put(digits.isEmpty() ? new Object() : whole.getOrDefault(digits, digits), thing);
            }
        }
        return Multimaps.asMap(same).values().stream().map(merger).collect(ImmutableList.toImmutableList());
    }

    /** Commands cut ids short to their first digits, and leave out the algorithm. */
    private static String digits(String id) {
        return id.substring(id.indexOf(':') + 1);
    }
}
