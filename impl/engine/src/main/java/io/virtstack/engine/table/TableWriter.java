package io.virtstack.engine.table;

/** Writes rows of one kind of layer, a table after the other. Not safe for use by several threads. */
public final class TableWriter {
    private final Templates templates = new Templates();
    private final RowBuffer rows = new RowBuffer();

    /** {@return the rows of the next table} */
    public RowBuffer rows() {
        return rows;
    }

    /** {@return a table of the rows; those of the next one start anew} */
    public Table write() {
        Table table = Table.of(rows, templates);
        rows.truncate(0);
        return table;
    }
}
