package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.comparison.Change;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import java.math.BigInteger;
import java.util.Optional;

/** What is not the same on two sides. */
final class ChangeTable {
    private static final String NONE = "–";

    private final String beforeTitle;
    private final Answers before;
    private final String afterTitle;
    private final Answers after;

    ChangeTable(String beforeTitle, Answers before, String afterTitle, Answers after) {
        this.beforeTitle = beforeTitle;
        this.before = before;
        this.afterTitle = afterTitle;
        this.after = after;
    }

    Table figures() {
        TableBuilder table = titled("What each costs", "figure");
        for (Figure<?> figure : Figure.all()) {
            addFigure(figure, table);
        }
        return table.build();
    }

    private <Q> void addFigure(Figure<Q> figure, TableBuilder table) {
        if (isDefined(figure)) {
            add(figure.label(), new Change<>(figure, before.find(figure), after.find(figure)), table);
            return;
        }
        table.row(
                Cell.of(figure.label()),
                side(before, figure),
                side(after, figure),
                Cell.of("undefined"),
                Cell.of(NONE));
    }

    private static Cell side(Answers answers, Figure<?> figure) {
        return answers.isDefined(figure) ? cell(answers.find(figure)) : Cell.of("undefined");
    }

    /** A table for each sum that is measured, not counted. */
    ImmutableList<Content> byKind() {
        ImmutableList.Builder<Content> tables = ImmutableList.builder();
        for (Figure.Sum<?> figure : ImmutableList.of(Figure.DISK, Figure.MEMORY, Figure.CPU)) {
            if (isDefined(figure)) {
                tables.add(byKind(figure));
            }
        }
        return tables.build();
    }

    private <Q> Table byKind(Figure.Sum<Q> figure) {
        Breakdown<Category, Q> rowsBefore = before.byKind(figure);
        Breakdown<Category, Q> rowsAfter = after.byKind(figure);
        TableBuilder table = titled("By kind of layer: " + figure.label(), "kind");
        for (Category category : Category.values()) {
            Total<Q> rowBefore = rowsBefore.row(category);
            Total<Q> rowAfter = rowsAfter.row(category);
            if (Answers.isSomething(rowBefore) || Answers.isSomething(rowAfter)) {
                table.row(row(category.label(), new Change<>(figure, Optional.of(rowBefore), Optional.of(rowAfter))));
            }
        }
        Change<Q> all = new Change<>(figure, Optional.of(rowsBefore.total()), Optional.of(rowsAfter.total()));
        return table.foot(row("all", all)).build();
    }

    private boolean isDefined(Figure<?> figure) {
        return before.isDefined(figure) && after.isDefined(figure);
    }

    private TableBuilder titled(String caption, String what) {
        return Table.titled(caption).texts(what).numbers(beforeTitle, afterTitle, "difference", "ratio");
    }

    private static void add(String title, Change<?> change, TableBuilder table) {
        table.row(row(title, change));
    }

    private static <Q> ImmutableList<Cell> row(String title, Change<Q> change) {
        Figure<Q> figure = change.figure();
        return ImmutableList.of(
                Cell.of(title),
                cell(change.before()),
                cell(change.after()),
                change.difference()
                        .map(difference -> signed(figure, figure.amount(difference)))
                        .orElse(Cell.of("unknown")),
                change.ratio().map(ratio -> Cell.of(ratio.toRoundedString())).orElse(Cell.of(NONE)));
    }

    private static Cell cell(Optional<? extends Total<?>> total) {
        return total.isPresent() ? Cell.of(total.get()) : Cell.of(NONE);
    }

    private static Cell signed(Figure<?> figure, long amount) {
        Cell plain = Cell.of(figure, BigInteger.valueOf(amount));
        return amount > 0 ? new Cell("+" + plain.text(), plain.order(), plain.rounded()) : plain;
    }
}
