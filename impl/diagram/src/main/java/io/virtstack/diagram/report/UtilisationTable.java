package io.virtstack.diagram.report;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.capacity.Utilisation;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.Exact;
import io.virtstack.quantity.Ratio;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/** How full machines are. It is told of any number, and keeps the fullest. */
final class UtilisationTable {
    private static final BigInteger PER_CENT = BigInteger.valueOf(100);
    private static final Ratio NOTHING = new Ratio(0, 1);
    private static final Ratio BEYOND_ANY = new Ratio(Long.MAX_VALUE, 1);
    private static final Comparator<Row> FULLEST_FIRST = Comparator.comparing(Row::highest)
            .reversed()
            .thenComparing(row -> row.utilisation().machine())
            .thenComparing(row -> row.utilisation().toString());

    /**
     * Machines that are equally full.
     *
     * @param utilisation of one of them
     * @param highest the share of what is used most
     * @param copies how many
     */
    private record Row(Utilisation utilisation, Ratio highest, long copies) {}

    private final AdmissionRule rule;
    private final PriorityQueue<Row> fullest = new PriorityQueue<>(FULLEST_FIRST.reversed());
    private long machines;
    private long shown;

    UtilisationTable(AdmissionRule rule) {
        this.rule = rule;
    }

    void add(Utilisation utilisation, long copies) {
        machines = add(machines, copies);
        shown = add(shown, copies);
        fullest.add(new Row(utilisation, highest(utilisation), copies));
        if (fullest.size() > RankedTable.MOST_ROWS) {
            shown -= fullest.remove().copies();
        }
    }

    private static long add(long one, long other) {
        return Exact.add(one, other, "number of machines");
    }

    private static Ratio highest(Utilisation utilisation) {
        Ratio highest = NOTHING;
        for (Resource resource : utilisation.binding()) {
            highest = share(
                    utilisation.use(resource).used(), utilisation.use(resource).limit());
        }
        return highest;
    }

    private static Ratio share(Total<?> used, OptionalLong limit) {
        if (limit.isEmpty() || used.amount() == 0) {
            return NOTHING;
        }
        return limit.getAsLong() == 0 ? BEYOND_ANY : new Ratio(used.amount(), limit.getAsLong());
    }

    ImmutableList<Content> contents() {
        if (machines == 0) {
            return ImmutableList.of(new Paragraph("There is no machine."));
        }
        TableBuilder table = Table.titled("How much of each machine is used")
                .texts("machine")
                .numbers("machines like it");
        for (Resource resource : Resource.values()) {
            String figure = resource.figure(rule.accounting()).label();
            table.numbers(figure, figure + " that may be used", figure + " in per cent");
        }
        table.texts("most used");
        fullest.stream().sorted(FULLEST_FIRST).forEach(row -> table.row(cells(row)));
        if (machines > shown) {
            ImmutableList.Builder<Cell> rest = ImmutableList.builder();
            rest.add(Cell.of("less full"), Cell.of(machines - shown));
            for (int i = 0; i < 3 * Resource.values().length + 1; i++) {
                rest.add(Cell.NONE);
            }
            table.foot(rest.build());
        }
        return ImmutableList.of(table.build(), new Paragraph("A machine is full under this rule: " + rule + "."));
    }

    private static ImmutableList<Cell> cells(Row row) {
        Utilisation utilisation = row.utilisation();
        ImmutableList.Builder<Cell> cells = ImmutableList.builder();
        cells.add(Cell.of(Names.of(utilisation.machine())), Cell.of(row.copies()));
        for (Resource resource : Resource.values()) {
            Total<?> used = utilisation.use(resource).used();
            OptionalLong limit = utilisation.use(resource).limit();
            cells.add(Cell.of(used));
            cells.add(
                    limit.isPresent()
                            ? Cell.of(used.figure(), BigInteger.valueOf(limit.getAsLong()))
                            : Cell.of("unknown"));
            cells.add(perCent(used, limit));
        }
        String binding = utilisation.binding().stream()
                .map(resource -> Ascii.toLowerCase(resource.name()))
                .collect(Collectors.joining(", "));
        return cells.add(Cell.of(binding)).build();
    }

    /** Rounded down: what is not full does not read 100. */
    private static Cell perCent(Total<?> used, OptionalLong limit) {
        if (limit.isEmpty() || used.known().isEmpty()) {
            return Cell.of("unknown");
        }
        if (limit.getAsLong() == 0) {
            return used.amount() == 0
                    ? Cell.of(0)
                    : new Cell("beyond", Optional.of(BigInteger.valueOf(Long.MAX_VALUE)), "");
        }
        BigInteger share =
                BigInteger.valueOf(used.amount()).multiply(PER_CENT).divide(BigInteger.valueOf(limit.getAsLong()));
        return new Cell((used.isExact() ? "" : "≥ ") + share, Optional.of(share), "");
    }
}
