package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.capacity.Utilisation;
import io.virtstack.engine.check.Capacities;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.report.Report;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Hardware;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** How much of a machine is used. */
public final class MachineUse {
    private MachineUse() {}

    /**
     * {@return the utilisation of a machine}
     *
     * @param machine a stack
     * @param rule what is held against what
     */
    public static Utilisation of(Hardware machine, AdmissionRule rule) {
        Report report = new Report(Flattener.flatten(ImmutableList.of(machine)));
        return of(
                machine.name(),
                rule,
                resource -> report.total(resource.figure(rule.accounting())),
                resource -> Capacities.of(machine, resource));
    }

    /**
     * {@return the utilisation of a machine of which it is known what is used and what there is}
     *
     * @param name what it is called
     * @param rule what is held against what
     * @param used what is used of a resource
     * @param capacity what there is of a resource, in base units; empty if nobody stated it
     */
    public static Utilisation of(
            String name,
            AdmissionRule rule,
            Function<Resource, Total<?>> used,
            Function<Resource, OptionalLong> capacity) {
        Map<Resource, Utilisation.Use> uses = new EnumMap<>(Resource.class);
        for (Resource resource : Resource.values()) {
            OptionalLong there = capacity.apply(resource);
            OptionalLong limit =
                    there.isPresent() ? OptionalLong.of(rule.limit(resource, there.getAsLong())) : OptionalLong.empty();
            uses.put(resource, new Utilisation.Use(used.apply(resource), limit));
        }
        ImmutableMap<Resource, Utilisation.Use> ofAll = Maps.immutableEnumMap(uses);
        return new Utilisation(name, rule, ofAll);
    }
}
