package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;

/**
 * Rows of cells under named columns. The first cell of a row says what the row is about.
 *
 * @param caption what the table shows
 * @param columns one for each cell of a row
 * @param rows in their order; readers may change it
 * @param foot what stays below: sums, and what has no row
 */
record Table(
        String caption,
        ImmutableList<Column> columns,
        ImmutableList<ImmutableList<Cell>> rows,
        ImmutableList<ImmutableList<Cell>> foot)
        implements Content {
    private static final int SORTABLE = 2;

    /**
     * A column.
     *
     * @param title what it is called
     * @param number whether it has numbers
     */
    record Column(String title, boolean number) {}

    static TableBuilder titled(String caption) {
        return new TableBuilder(caption);
    }

    @Override
    public void write(Html html, Place place) {
        html.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", caption);
        if (rows.size() < SORTABLE) {
            html.open("table");
        } else {
            html.open("table", "class", "sortable");
        }
        html.line().element("caption", caption).line();
        html.open("thead").open("tr");
        columns.forEach(column -> writeHead(column, html));
        html.close().close().line();
        writeRows("tbody", rows, html);
        if (!foot.isEmpty()) {
            writeRows("tfoot", foot, html);
        }
        html.close().close().line();
    }

    private static void writeHead(Column column, Html html) {
        if (column.number()) {
            html.element("th", column.title(), "scope", "col", "class", "number");
        } else {
            html.element("th", column.title(), "scope", "col");
        }
    }

    private void writeRows(String part, ImmutableList<ImmutableList<Cell>> these, Html html) {
        html.open(part).line();
        for (ImmutableList<Cell> row : these) {
            html.open("tr");
            for (int i = 0; i < row.size(); i++) {
                write(row.get(i), i, html);
            }
            html.close().line();
        }
        html.close().line();
    }

    private void write(Cell cell, int column, Html html) {
        ImmutableList.Builder<String> attributes = ImmutableList.builder();
        if (column == 0) {
            attributes.add("scope", "row");
        }
        if (columns.get(column).number()) {
            attributes.add("class", "number");
        }
        cell.order().ifPresent(order -> attributes.add("data-order", order.toString()));
        if (!cell.rounded().isEmpty()) {
            attributes.add("title", cell.rounded());
        }
        html.element(column == 0 ? "th" : "td", cell.text(), attributes.build().toArray(new String[0]));
    }
}
