package io.virtstack.engine.table;

import io.virtstack.engine.exact.WideSum;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind of layer, a column for each {@link Field}. Rows that repeat are kept once, as templates; else each column
 * takes as few bytes as its numbers need. Immutable and safe for use by several threads.
 */
public final class Table {
    private static final LongColumn ZERO = LongColumn.always(0);

    private final int size;
    private final char @Nullable [] templates;
    private final LongColumn[] columns;
    private final LongColumn[] ofAllCopies;
    private final Gaps[] gaps;

    private Table(int size, char @Nullable [] templates, LongColumn[] columns, LongColumn[] ofAllCopies, Gaps[] gaps) {
        this.size = size;
        this.templates = templates;
        this.columns = columns;
        this.ofAllCopies = ofAllCopies;
        this.gaps = gaps;
    }

    static Table of(RowBuffer rows, Templates known) {
        LongColumn[] columns = new LongColumn[Field.count()];
        Gaps[] gaps = new Gaps[Field.count()];
        int different = 0;
        for (int field = 0; field < Field.count(); field++) {
            columns[field] = column(rows, field);
            gaps[field] = gaps(rows, field);
            different += columns[field].isAlways(columns[field].get(0)) ? 0 : 1;
        }
        char[] templates = different > 1 ? known.of(rows) : null;
        boolean single = columns[Field.TIMES.index()].isAlways(1);
        LongColumn[] ofAllCopies = single ? columns : columns.clone();
        for (int field = 0; templates != null && field < Field.count(); field++) {
            if (!columns[field].isAlways(columns[field].get(0))) {
                columns[field] = new TemplateColumn(templates, known.numbers(field), known.size());
                ofAllCopies[field] =
                        single ? columns[field] : new TemplateColumn(templates, known.ofAllCopies(field), known.size());
            }
        }
        return new Table(rows.size(), templates, columns, ofAllCopies, gaps);
    }

    private static LongColumn column(RowBuffer rows, int field) {
        long[] numbers = rows.numbers(field);
        if (numbers == null || rows.size() == 0) {
            return ZERO;
        }
        return LongColumn.of(numbers.length < rows.size() ? Arrays.copyOf(numbers, rows.size()) : numbers, rows.size());
    }

    private static Gaps gaps(RowBuffer rows, int field) {
        long[] words = rows.unknown(field);
        if (words == null || Arrays.stream(words).allMatch(word -> word == 0)) {
            return Gaps.NONE;
        }
        return new Gaps.Bits(Arrays.copyOf(words, (rows.size() + Long.SIZE - 1) / Long.SIZE));
    }

    /** {@return the number of rows} */
    public int size() {
        return size;
    }

    /**
     * {@return the numbers of a field}
     *
     * @param field which one
     */
    public LongColumn column(Field field) {
        return columns[field.index()];
    }

    /**
     * {@return whether any number of a field is not all known}
     *
     * @param field which one
     */
    public boolean hasGaps(Field field) {
        return gaps[field.index()] != Gaps.NONE;
    }

    /**
     * {@return whether a number is not all known}
     *
     * @param field what it is
     * @param row a row
     */
    public boolean isGap(Field field, int row) {
        return gaps[field.index()].get(row);
    }

    /**
     * Adds up what the copies of some rows have.
     *
     * @param field what of them
     * @param from the first row
     * @param to the row after the last one
     * @param sum what to add it to
     */
    public void addTo(Field field, int from, int to, WideSum sum) {
        LongColumn column = column(field);
        if (column.isAlways(0)) {
            return;
        }
        LongColumn times = column(Field.TIMES);
        if (times.isAlways(1)) {
            column.addTo(from, to, sum);
        } else if (column instanceof TemplateColumn) {
            ofAllCopies[field.index()].addTo(from, to, sum);
        } else {
            for (int row = from; row < to; row++) {
                sum.add(column.get(row), times.get(row));
            }
        }
    }

    /**
     * Counts the copies of some rows that are not all known.
     *
     * @param field what of them
     * @param from the first row
     * @param to the row after the last one
     * @param sum what to add the number to
     */
    public void addGapsTo(Field field, int from, int to, WideSum sum) {
        Gaps unknown = gaps[field.index()];
        if (unknown == Gaps.NONE) {
            return;
        }
        LongColumn times = column(Field.TIMES);
        if (times.isAlways(1)) {
            sum.add(unknown.count(from, to));
            return;
        }
        for (int row = from; row < to; row++) {
            sum.add(unknown.get(row) ? times.get(row) : 0);
        }
    }

    /**
     * {@return the same rows in another order}
     *
     * @param rows which row comes where
     */
    public Table inOrder(int[] rows) {
        char[] moved = templates == null ? null : TemplateColumn.moved(templates, rows);
        LongColumn[] movedColumns = inOrder(columns, rows, moved);
        LongColumn[] movedOfAllCopies = ofAllCopies == columns ? movedColumns : inOrder(ofAllCopies, rows, moved);
        Gaps[] movedGaps = new Gaps[gaps.length];
        for (int field = 0; field < columns.length; field++) {
            movedGaps[field] = gaps[field].inOrder(rows);
        }
        return new Table(size, moved, movedColumns, movedOfAllCopies, movedGaps);
    }

    private static LongColumn[] inOrder(LongColumn[] columns, int[] rows, char @Nullable [] templates) {
        LongColumn[] moved = new LongColumn[columns.length];
        for (int field = 0; field < columns.length; field++) {
            moved[field] = templates != null && columns[field] instanceof TemplateColumn looked
                    ? looked.of(templates)
                    : columns[field].inOrder(rows);
        }
        return moved;
    }
}
