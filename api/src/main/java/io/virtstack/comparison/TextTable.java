package io.virtstack.comparison;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns: the first to the left, numbers to the right. */
final class TextTable {
    private static final String GUTTER = "   ";

    private final List<String[]> rows = new ArrayList<>();
    private final int[] widths;

    TextTable(String... header) {
        widths = new int[header.length];
        add(header);
    }

    void add(String... cells) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], cells[column].length());
        }
        rows.add(cells);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] cells : rows) {
            if (text.length() > 0) {
                text.append(System.lineSeparator());
            }
            StringBuilder line = new StringBuilder(Strings.padEnd(cells[0], widths[0], ' '));
            for (int column = 1; column < widths.length; column++) {
                line.append(GUTTER).append(Strings.padStart(cells[column], widths[column], ' '));
            }
            text.append(line);
        }
        return text.toString();
    }
}
