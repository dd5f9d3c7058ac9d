package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.quantity.Exact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What nobody stated, by place, with the figures that are only a lower bound because of it. */
final class GapTable {
    private static final int MOST_ROWS = 100;

    private GapTable() {}

    static Content of(Answers answers) {
        Map<Gap, Map<String, Long>> gaps = new TreeMap<>();
        for (Figure<?> figure : Figure.all()) {
            if (answers.isDefined(figure)) {
                answers.find(figure)
                        .ifPresent(total -> total.gaps()
                                .forEach(gap -> gaps.computeIfAbsent(
                                                new Gap(gap.path(), gap.what(), 0), none -> new LinkedHashMap<>())
                                        .put(figure.label(), gap.count())));
            }
        }
        if (gaps.isEmpty()) {
            return new Paragraph("Every figure that enters is stated: all totals are exact.");
        }
        TableBuilder table =
                Table.titled("What nobody stated").texts("place", "what is unknown", "makes a lower bound of");
        List<Map.Entry<Gap, Map<String, Long>>> all = ImmutableList.copyOf(gaps.entrySet());
        for (Map.Entry<Gap, Map<String, Long>> gap : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
            table.row(
                    Cell.of(Names.of(gap.getKey().path())),
                    Cell.of(Names.sentence(gap.getKey().what())),
                    Cell.of(figures(gap.getValue())));
        }
        if (all.size() > MOST_ROWS) {
            table.foot(
                    Cell.of((all.size() - MOST_ROWS) + " more"),
                    Cell.of("unknown " + times(all.subList(MOST_ROWS, all.size())) + " times"),
                    Cell.NONE);
        }
        return table.build();
    }

    private static String figures(Map<String, Long> counts) {
        StringBuilder text = new StringBuilder();
        counts.forEach((figure, count) -> text.append(text.length() == 0 ? "" : ", ")
                .append(figure)
                .append(count == 1 ? "" : " (" + count + " times)"));
        return text.toString();
    }

    private static long times(List<Map.Entry<Gap, Map<String, Long>>> gaps) {
        long times = 0;
        for (Map.Entry<Gap, Map<String, Long>> gap : gaps) {
            for (long count : gap.getValue().values()) {
                times = Exact.add(times, count, "number of unknown figures");
            }
        }
        return times;
    }
}
