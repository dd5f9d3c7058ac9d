package io.virtstack.diagram.layout;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Figures set into lines, as many on a line as fit. */
final class Lines {
    private static final String BETWEEN = " · ";

    private Lines() {}

    static ImmutableList<String> of(List<String> figures, int width, Metrics metrics) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        String line = "";
        for (String figure : figures) {
            String longer = line.isEmpty() ? figure : line + BETWEEN + figure;
            if (metrics.width(longer, TextStyle.FIGURE) <= width) {
                line = longer;
            } else {
                add(line, lines);
                line = metrics.fit(figure, width, TextStyle.FIGURE);
            }
        }
        add(line, lines);
        return lines.build();
    }

    private static void add(String line, ImmutableList.Builder<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }
}
