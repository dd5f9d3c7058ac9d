package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.Resource;
import io.virtstack.diagram.picture.UseHistogram.Group;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some machines one after the other in the order of how much is used of them.
 *
 * @param most the most used of them
 * @param isExact whether nothing is unknown of any of them
 * @param machines how many they are
 */
record HeatCell(Group most, boolean isExact, long machines) {
    private static final int PER_PERCENT = 10;

    /**
     * {@return the machines dealt into cells, equally many into each but for one}
     *
     * @param groups the least used first
     * @param machines how many there are in all groups
     * @param mostCells how many cells there may be
     */
    static ImmutableList<HeatCell> of(List<Group> groups, long machines, int mostCells) {
        int cells = (int) Math.min(machines, mostCells);
        ImmutableList.Builder<HeatCell> dealt = ImmutableList.builder();
        int group = 0;
        long left = groups.isEmpty() ? 0 : groups.get(0).machines();
        long begin = 0;
        for (int cell = 1; cell <= cells; cell++) {
            long end = BigInteger.valueOf(machines)
                    .multiply(BigInteger.valueOf(cell))
                    .divide(BigInteger.valueOf(cells))
                    .longValueExact();
            long wanted = end - begin;
            boolean isExact = true;
            Group last = groups.get(group);
            while (wanted > 0) {
                if (left == 0) {
                    group++;
                    left = groups.get(group).machines();
                }
                last = groups.get(group);
                isExact &= last.isExact();
                long taken = Math.min(left, wanted);
                left -= taken;
                wanted -= taken;
            }
            dealt.add(new HeatCell(last, isExact, end - begin));
            begin = end;
        }
        return dealt.build();
    }

    /** {@return the binding resource by its letter, and the share in per cent, rounded down; with "?" if it may be more} */
    String label() {
        String letters = most.binding().stream().map(HeatCell::letter).collect(Collectors.joining());
        int share = most.thousandths();
        return letters + " " + (share > Band.FULL ? ">100" : share / PER_PERCENT) + (isExact ? "" : "?");
    }

    static String letter(Resource resource) {
        return resource.name().substring(0, 1);
    }

    static String name(Resource resource) {
        return switch (resource) {
            case MEMORY -> "memory";
            case CPU -> "CPU";
            case DISK -> "disk";
        };
    }

    /** {@return all of it in a sentence} */
    String description() {
        int share = most.thousandths();
        String binding = most.binding().stream().map(HeatCell::name).collect(Collectors.joining(" and "));
        String percent = share > Band.FULL ? "more than 100 %" : share / PER_PERCENT + "." + share % PER_PERCENT + " %";
        return machines + (machines == 1 ? " machine" : " machines") + ": " + percent + " of " + binding
                + (machines == 1 ? "" : " of the most used") + (isExact ? "" : ", or more where figures are unknown");
    }
}
