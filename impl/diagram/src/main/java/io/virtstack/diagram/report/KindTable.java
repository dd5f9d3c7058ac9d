package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;

/** What each kind of layer costs. */
final class KindTable {
    private KindTable() {}

    static Table of(Answers answers) {
        ImmutableList<Breakdown<Category, ?>> breakdowns = answers.sums(Figure.sums()).stream()
                .<Breakdown<Category, ?>>map(answers::byKind)
                .collect(ImmutableList.toImmutableList());
        TableBuilder table = Table.titled("By kind of layer").texts("kind");
        breakdowns.forEach(breakdown -> table.numbers(breakdown.figure().label()));
        for (Category category : Category.values()) {
            if (breakdowns.stream().anyMatch(breakdown -> Answers.isSomething(breakdown.row(category)))) {
                ImmutableList.Builder<Cell> row = ImmutableList.builder();
                row.add(Cell.of(category.label()));
                breakdowns.forEach(breakdown -> row.add(Cell.of(breakdown.row(category))));
                table.row(row.build());
            }
        }
        ImmutableList.Builder<Cell> sum = ImmutableList.builder();
        sum.add(Cell.of("all"));
        breakdowns.forEach(breakdown -> sum.add(Cell.of(breakdown.total())));
        return table.foot(sum.build()).build();
    }
}
