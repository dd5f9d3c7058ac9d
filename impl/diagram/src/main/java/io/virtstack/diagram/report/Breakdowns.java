package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.Aggregation;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.LayerPath;
import java.util.Comparator;
import java.util.function.Function;

/** What kinds of layers, machines and applications have of each figure. */
final class Breakdowns {
    private static final ImmutableList<Figure.Sum<?>> BY_HOST = Figure.sums();
    private static final ImmutableList<Figure.Sum<?>> BY_APPLICATION = ImmutableList.of(
            Figure.DISK, Figure.MEMORY, Figure.CPU, Figure.ALLOCATED_MEMORY, Figure.ALLOCATED_CPU, Figure.CONTAINERS);

    private Breakdowns() {}

    static ImmutableList<Content> of(MachineAnswers answers) {
        if (answers.sums(Figure.sums()).isEmpty()) {
            return ImmutableList.of(new Paragraph("Nothing costs anything."));
        }
        Aggregation aggregation = answers.aggregation();
        ImmutableList.Builder<Content> tables = ImmutableList.builder();
        tables.add(KindTable.of(answers));
        tables.add(table("By machine", "machine", answers, breakdowns(answers, BY_HOST, aggregation::byHost)));
        ImmutableList<Breakdown<LayerPath, ?>> byApplication =
                breakdowns(answers, BY_APPLICATION, aggregation::byApplication);
        if (!byApplication.isEmpty()) {
            tables.add(table("By application, all copies of one together", "application", answers, byApplication));
            tables.add(new Paragraph("What several applications use is split equally between them, to the last unit."
                    + " What no application uses is unattributed."));
        }
        return tables.build();
    }

    private static ImmutableList<Breakdown<LayerPath, ?>> breakdowns(
            Answers answers,
            ImmutableList<Figure.Sum<?>> figures,
            Function<Figure.Sum<?>, Breakdown<LayerPath, ?>> breakdown) {
        return answers.sums(figures).stream().map(breakdown).collect(ImmutableList.toImmutableList());
    }

    private static Table table(
            String caption, String what, Answers answers, ImmutableList<Breakdown<LayerPath, ?>> breakdowns) {
        return new RankedTable<>(caption, what, answers, breakdowns).table(Names::of, Comparator.naturalOrder());
    }
}
