package io.virtstack.benchmarks.report;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

import static io.virtstack.benchmarks.report.Samples.shown;

/**
 * What a ratio of two times must be.
 *
 * @param above how the names of the contenders begin whose fastest is above the line
 * @param below the contender below the line
 * @param atMost whether the limit is from above
 * @param limit the limit
 */
record Bar(String above, String below, boolean atMost, double limit) {
    static Bar atLeast(double limit, String above, String below) {
        return new Bar(above, below, false, limit);
    }

    static Bar atMost(double limit, String above, String below) {
        return new Bar(above, below, true, limit);
    }

    /** Adds what was measured, with what it is when each side is at its best or its worst. */
    void addTo(MarkdownTable table, String parameters, Map<String, Samples> times) {
        Map.Entry<String, Samples> fastest = times.entrySet().stream()
                .filter(contender -> contender.getKey().startsWith(above))
                .min(Comparator.comparingDouble(
                        contender -> contender.getValue().median()))
                .orElseThrow();
        Samples over = fastest.getValue();
        Samples under = Objects.requireNonNull(times.get(below));
        double ratio = over.median() / under.median();
        boolean reached = atMost ? ratio <= limit : ratio >= limit;
        table.add(
                fastest.getKey() + " / " + below + (parameters.isEmpty() ? "" : " (" + parameters + ")"),
                (atMost ? "≤ " : "≥ ") + shown(limit),
                shown(ratio),
                shown(over.least() / under.largest()) + " … " + shown(over.largest() / under.least()),
                reached ? "yes" : "no");
    }
}
