package io.virtstack.benchmarks.report;

import com.google.common.collect.ImmutableList;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table as Markdown. Not safe for use by several threads. */
public final class MarkdownTable {
    private final ImmutableList<String> heads;
    private final List<ImmutableList<String>> rows = new ArrayList<>();

    /** Creates a table of these columns. */
    public MarkdownTable(String... heads) {
        this.heads = ImmutableList.copyOf(heads);
    }

    /** Adds a row. */
    public void add(Object... cells) {
        ImmutableList.Builder<String> row = ImmutableList.builder();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row.build());
    }

    /** Prints it with a blank line after it. */
    public void print(PrintStream out) {
        out.println(line(heads));
        out.println("|" + "---|".repeat(heads.size()));
        rows.forEach(row -> out.println(line(row)));
        out.println();
    }

    private static String line(ImmutableList<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
