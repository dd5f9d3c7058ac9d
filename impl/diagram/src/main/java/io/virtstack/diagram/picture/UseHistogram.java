package io.virtstack.diagram.picture;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.capacity.Resource;
import io.virtstack.capacity.Utilisation;
import io.virtstack.capacity.Utilisation.Use;
import io.virtstack.quantity.Exact;
import io.virtstack.quantity.Ratio;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Machines by how much of their most used resource is used: a count for each thousandth, so that it is no larger for many
 * machines than for few. A machine of which some figure is unknown is used at least by what is known.
 */
final class UseHistogram {
    /**
     * Machines that are alike in this.
     *
     * @param thousandths the share of the most used resources, rounded down
     * @param binding the most used resources
     * @param isExact whether nothing is unknown that could make it more
     * @param machines how many they are
     */
    record Group(int thousandths, ImmutableSet<Resource> binding, boolean isExact, long machines) {
        Group of(long number) {
            return new Group(thousandths, binding, isExact, number);
        }
    }

    private static final String WHAT = "number of machines";
    private static final Ratio NOTHING = new Ratio(0, 1);
    private static final Comparator<Group> LEAST_USED_FIRST = Comparator.comparingInt(Group::thousandths)
            .thenComparing(Group::binding, Comparators.lexicographical(Comparator.<Resource>naturalOrder()))
            .thenComparing(Group::isExact);

    private final Map<Group, Long> machinesByKind = new TreeMap<>(LEAST_USED_FIRST);
    private long withoutCapacity;

    void add(Utilisation utilisation, long machines) {
        ImmutableSet<Resource> binding = utilisation.binding();
        if (binding.isEmpty()) {
            withoutCapacity = Exact.add(withoutCapacity, machines, WHAT);
            return;
        }
        int thousandths = thousandths(utilisation.use(binding.iterator().next()));
        boolean isExact = utilisation.uses().values().stream().allMatch(UseHistogram::isKnown);
        machinesByKind.merge(
                new Group(thousandths, binding, isExact, 0), machines, (one, other) -> Exact.add(one, other, WHAT));
    }

    private static boolean isKnown(Use use) {
        return use.limit().isPresent() && use.used().isExact();
    }

    private static int thousandths(Use use) {
        if (use.isExceeded()) {
            return Band.OVER;
        }
        // Where nothing is admitted and nothing used there is no ratio.
        Ratio share = use.knownShare().orElse(NOTHING);
        return BigInteger.valueOf(share.numerator())
                .multiply(BigInteger.valueOf(Band.FULL))
                .divide(BigInteger.valueOf(share.denominator()))
                .intValueExact();
    }

    /** {@return the machines that are alike, the least used first} */
    ImmutableList<Group> groups() {
        return machinesByKind.entrySet().stream()
                .map(entry -> entry.getKey().of(entry.getValue()))
                .collect(ImmutableList.toImmutableList());
    }

    /** {@return how many machines state no capacity, so that no share is known} */
    long withoutCapacity() {
        return withoutCapacity;
    }
}
