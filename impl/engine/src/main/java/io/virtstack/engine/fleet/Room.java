package io.virtstack.engine.fleet;

import com.google.common.collect.Maps;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.fleet.FleetCapacity;
import io.virtstack.layer.Layer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How many more copies fit on some machines. Not safe for use by several threads. */
final class Room {
    /** Copies of equal layers are counted in 32 bits, so that a machine cannot hold so many. */
    static final long UNLIMITED = Integer.MAX_VALUE;

    private final WideSum copies = new WideSum();
    private final Map<Resource, Long> boundBy = new EnumMap<>(Resource.class);
    private long unlimited;
    private long withoutPlace;
    private long incomplete;

    void addWithoutPlace(long machines) {
        withoutPlace += machines;
    }

    /** Adds machines each of which takes so many more. */
    void add(long copiesOfEach, Set<Resource> binding, boolean atMost, long machines) {
        if (copiesOfEach >= UNLIMITED) {
            unlimited += machines;
            return;
        }
        copies.add(copiesOfEach, machines);
        binding.forEach(resource -> boundBy.merge(resource, machines, Long::sum));
        incomplete += atMost ? machines : 0;
    }

    void add(Room other) {
        copies.add(other.copies);
        other.boundBy.forEach((resource, machines) -> boundBy.merge(resource, machines, Long::sum));
        unlimited += other.unlimited;
        withoutPlace += other.withoutPlace;
        incomplete += other.incomplete;
    }

    FleetCapacity capacity(Layer added, AdmissionRule rule) {
        return new FleetCapacity(
                added,
                rule,
                copies.toLong(() -> "number of copies of " + added + " that fit"),
                Maps.immutableEnumMap(boundBy),
                unlimited,
                withoutPlace,
                incomplete);
    }
}
