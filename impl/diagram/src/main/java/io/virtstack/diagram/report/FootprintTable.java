package io.virtstack.diagram.report;

import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import java.util.Optional;

/** What something costs, a row for each figure. */
final class FootprintTable {
    private FootprintTable() {}

    static Table of(Answers answers) {
        TableBuilder table =
                Table.titled("What it costs").texts("figure").numbers("exactly").numbers("about");
        for (Figure<?> figure : Figure.all()) {
            if (!answers.isDefined(figure)) {
                table.row(Cell.of(figure.label()), Cell.of("undefined"), Cell.NONE);
                continue;
            }
            Optional<? extends Total<?>> total = answers.find(figure);
            Cell exactly = total.map(Total::toString).map(Cell::of).orElse(Cell.of("no application runs"));
            Cell about = total.map(Total::toRoundedString).map(Cell::of).orElse(Cell.NONE);
            table.row(Cell.of(figure.label()), exactly, about);
        }
        return table.build();
    }
}
