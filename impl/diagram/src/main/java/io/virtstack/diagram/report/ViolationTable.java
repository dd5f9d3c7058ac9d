package io.virtstack.diagram.report;

import io.virtstack.violation.Violation;
import java.util.Map;

/** Rules that are broken, and what to do about it. */
final class ViolationTable {
    private static final int MOST_ROWS = 100;

    private ViolationTable() {}

    /** @param violations each with the number of machines that are equal and break it */
    static Content of(Map<Violation, Long> violations) {
        if (violations.isEmpty()) {
            return new Paragraph("No rule is broken.");
        }
        TableBuilder table = Table.titled("Rules that are broken")
                .texts("place", "rule", "value", "remedy")
                .numbers("machines");
        violations.entrySet().stream().limit(MOST_ROWS).forEach(entry -> {
            Violation violation = entry.getKey();
            table.row(
                    Cell.of(Names.sentence(violation.place())),
                    Cell.of(violation.rule().id()),
                    Cell.of(Names.sentence(violation.value())),
                    Cell.of(Names.sentence(violation.remedy())),
                    Cell.of(entry.getValue()));
        });
        if (violations.size() > MOST_ROWS) {
            table.foot(Cell.of((violations.size() - MOST_ROWS) + " more"), Cell.NONE, Cell.NONE, Cell.NONE, Cell.NONE);
        }
        return table.build();
    }
}
