package io.virtstack.diagram.report;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;

/** Builds a table: its columns first, then its rows. */
final class TableBuilder {
    private final String caption;
    private final ImmutableList.Builder<Table.Column> columns = ImmutableList.builder();
    private final ImmutableList.Builder<ImmutableList<Cell>> rows = ImmutableList.builder();
    private final ImmutableList.Builder<ImmutableList<Cell>> foot = ImmutableList.builder();
    private int width;

    TableBuilder(String caption) {
        this.caption = caption;
    }

    @CanIgnoreReturnValue
    TableBuilder texts(String... titles) {
        for (String title : titles) {
            add(new Table.Column(title, false));
        }
        return this;
    }

    @CanIgnoreReturnValue
    TableBuilder numbers(String... titles) {
        for (String title : titles) {
            add(new Table.Column(title, true));
        }
        return this;
    }

    private void add(Table.Column column) {
        columns.add(column);
        width++;
    }

    @CanIgnoreReturnValue
    TableBuilder row(Cell... cells) {
        return row(ImmutableList.copyOf(cells));
    }

    @CanIgnoreReturnValue
    TableBuilder row(ImmutableList<Cell> cells) {
        rows.add(checked(cells));
        return this;
    }

    @CanIgnoreReturnValue
    TableBuilder foot(Cell... cells) {
        return foot(ImmutableList.copyOf(cells));
    }

    @CanIgnoreReturnValue
    TableBuilder foot(ImmutableList<Cell> cells) {
        foot.add(checked(cells));
        return this;
    }

    private ImmutableList<Cell> checked(ImmutableList<Cell> cells) {
        Preconditions.checkArgument(cells.size() == width, "%s columns, %s", width, cells);
        return cells;
    }

    Table build() {
        return new Table(caption, columns.build(), rows.build(), foot.build());
    }
}
