package io.virtstack.diagram.report;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Contribution;
import io.virtstack.footprint.Contribution.Basis;
import io.virtstack.footprint.Explanation;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/** Where each figure comes from, line by line; the largest lines only when there are many. */
final class Sources {
    private static final int MOST_LINES = 50;
    private static final Comparator<Contribution> LARGEST_FIRST =
            Comparator.comparing(Sources::weight).reversed();

    private Sources() {}

    static ImmutableList<Content> of(MachineAnswers answers) {
        ImmutableList.Builder<Content> sources = ImmutableList.builder();
        for (Figure<?> figure : Figure.all()) {
            if (answers.isDefined(figure)) {
                answers.find(figure)
                        .filter(Answers::isSomething)
                        .ifPresent(total -> sources.add(new Folded(
                                figure.label() + ": " + total,
                                table(answers.aggregation().explain(figure)))));
            }
        }
        return sources.build();
    }

    private static Table table(Explanation<?> explanation) {
        ImmutableList<Contribution> lines = explanation.contributions();
        List<Contribution> shown = lines.size() <= MOST_LINES
                ? lines
                : lines.stream().sorted(LARGEST_FIRST).limit(MOST_LINES).toList();
        TableBuilder table = Table.titled(
                        "Lines that make up " + explanation.figure().label())
                .texts("place", "what", "why")
                .numbers("each", "times", "together")
                .texts("basis");
        shown.forEach(line -> table.row(
                Cell.of(Names.of(line.path())),
                Cell.of(Names.sentence(line.item())),
                Cell.of(line.reason().text()),
                each(explanation.figure(), line),
                Cell.of(line.times()),
                together(explanation.figure(), line),
                Cell.of(Ascii.toLowerCase(line.basis().name()))));
        if (shown.size() < lines.size()) {
            BigInteger rest = sum(lines).subtract(sum(shown));
            table.foot(
                    Cell.of((lines.size() - shown.size()) + " more"),
                    Cell.NONE,
                    Cell.NONE,
                    Cell.NONE,
                    Cell.NONE,
                    Cell.of(explanation.figure(), rest),
                    Cell.NONE);
        }
        return table.build();
    }

    private static BigInteger sum(List<Contribution> lines) {
        BigInteger sum = BigInteger.ZERO;
        for (Contribution line : lines) {
            sum = sum.add(product(line));
        }
        return sum;
    }

    private static BigInteger product(Contribution line) {
        return BigInteger.valueOf(line.amount()).multiply(BigInteger.valueOf(line.times()));
    }

    private static BigInteger weight(Contribution line) {
        return product(line).abs();
    }

    private static Cell each(Figure<?> figure, Contribution line) {
        return line.basis() == Basis.UNKNOWN
                ? Cell.of(new Total<>(figure, line.amount(), ImmutableList.of(new Gap(line.path(), line.item(), 1))))
                : Cell.of(figure, BigInteger.valueOf(line.amount()));
    }

    private static Cell together(Figure<?> figure, Contribution line) {
        return line.basis() == Basis.UNKNOWN && line.amount() == 0
                ? Cell.of("unknown", 0)
                : Cell.of(figure, product(line));
    }
}
