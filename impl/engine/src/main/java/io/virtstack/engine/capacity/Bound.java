package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.check.Capacities;
import io.virtstack.engine.check.InsideView;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.report.Report;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.OverflowException;
import java.util.OptionalLong;

/**
 * What is used of a resource of a machine, and the most that may be.
 *
 * @param path the machine in its stack
 * @param resource which resource
 * @param figure how much is used
 * @param limit the most that may be used; empty if nobody stated it
 * @param report the answers about the machine alone
 * @param ground how many names stand for the machine itself in the paths of the report
 */
record Bound(LayerPath path, Resource resource, Figure.Sum<?> figure, OptionalLong limit, Report report, int ground) {

    static ImmutableList<Bound> ofHardware(LayerPath path, Hardware hardware, AdmissionRule rule) {
        return of(path, hardware, rule, ImmutableList.copyOf(Resource.values()), 1);
    }

    /** A machine has to hold what is demanded in it, one to one; under a rule on what is set aside, that too. */
    static ImmutableList<Bound> ofGuest(LayerPath path, GuestOS guest, boolean running, AdmissionRule rule) {
        Hardware inside = InsideView.of(guest);
        ImmutableList<Resource> memoryAndCpu =
                running ? ImmutableList.of(Resource.MEMORY, Resource.CPU) : ImmutableList.of();
        ImmutableList.Builder<Bound> bounds = ImmutableList.<Bound>builder()
                .addAll(of(path, inside, AdmissionRule.standard(), memoryAndCpu, 2))
                .addAll(of(path, inside, AdmissionRule.standard(), ImmutableList.of(Resource.DISK), 2));
        if (rule.accounting() == Accounting.ALLOCATED) {
            bounds.addAll(of(path, inside, rule.withoutReserves(), memoryAndCpu, 2));
        }
        return bounds.build();
    }

    private static ImmutableList<Bound> of(
            LayerPath path, Hardware machine, AdmissionRule rule, ImmutableList<Resource> held, int ground) {
        Report report = new Report(Flattener.flatten(ImmutableList.of(machine)));
        ImmutableList.Builder<Bound> bounds = ImmutableList.builder();
        for (Resource resource : held) {
            OptionalLong capacity = Capacities.of(machine, resource);
            OptionalLong limit = capacity.isPresent()
                    ? OptionalLong.of(rule.limit(resource, capacity.getAsLong()))
                    : OptionalLong.empty();
            bounds.add(new Bound(path, resource, resource.figure(rule.accounting()), limit, report, ground));
        }
        return bounds.build();
    }

    /** How much of the resource is used at least. */
    long used() {
        return report.total(figure).amount();
    }

    boolean exceeds() {
        try {
            return used() > limit.getAsLong();
        } catch (OverflowException beyondAnyLimit) {
            return true;
        }
    }

    /** What is unknown of what is held against the limit, by its place in the whole stack. */
    ImmutableList<Gap> gaps() {
        return limit.isEmpty()
                ? ImmutableList.of()
                : report.total(figure).gaps().stream()
                        .map(gap -> new Gap(inStack(gap.path()), gap.what(), gap.count()))
                        .collect(ImmutableList.toImmutableList());
    }

    private LayerPath inStack(LayerPath inside) {
        ImmutableList<String> names = inside.names();
        return new LayerPath(ImmutableList.<String>builder()
                .addAll(path.names())
                .addAll(names.subList(ground, names.size()))
                .build());
    }
}
