package io.virtstack.diagram.mermaid;

import io.virtstack.diagram.layout.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Bars as a Mermaid chart: as many as there are, each with a label of its own. */
public final class XyChart {
    private final String title;
    private final String axis;
    private final List<String> labels = new ArrayList<>();
    private final List<Long> amounts = new ArrayList<>();

    /**
     * @param title what is drawn
     * @param axis what the bars measure
     */
    public XyChart(String title, String axis) {
        this.title = PlainText.of(title);
        this.axis = axis;
    }

    /** Adds a bar. */
    public void add(String label, long amount) {
        labels.add(PlainText.of(label));
        amounts.add(amount);
    }

    /** {@return the diagram's source} */
    public String write() {
        return "xychart-beta horizontal\n    title \"" + Escaping.label(title)
                + "\"\n    x-axis ["
                + labels.stream()
                        .map(label -> "\"" + Escaping.label(label) + "\"")
                        .collect(Collectors.joining(", "))
                + "]\n    y-axis \"" + Escaping.label(axis)
                + "\"\n    bar "
                + amounts
                + "\n";
    }
}
