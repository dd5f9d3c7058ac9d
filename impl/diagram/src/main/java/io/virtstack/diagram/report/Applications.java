package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableMap;
import io.virtstack.comparison.Comparison;

/** Whether two stacks run the same applications. */
final class Applications {
    private Applications() {}

    static Content of(Comparison comparison) {
        if (comparison.sameApplications()) {
            return new Paragraph("The same applications run before and after, in the same number.");
        }
        TableBuilder table = Table.titled("Applications that are not the same, by name and version")
                .texts("application", "change")
                .numbers("copies");
        add(comparison.onlyBefore(), "fewer after", table);
        add(comparison.onlyAfter(), "more after", table);
        return table.build();
    }

    private static void add(ImmutableMap<String, Long> copies, String change, TableBuilder table) {
        copies.entrySet().stream()
                .limit(RankedTable.MOST_ROWS)
                .forEach(entry ->
                        table.row(Cell.of(Names.of(entry.getKey())), Cell.of(change), Cell.of(entry.getValue())));
        long rest = copies.values().stream()
                .skip(RankedTable.MOST_ROWS)
                .mapToLong(Long::longValue)
                .sum();
        if (rest > 0) {
            String more = (copies.size() - RankedTable.MOST_ROWS) + " more";
            table.foot(Cell.of(more), Cell.of(change), Cell.of(rest));
        }
    }
}
