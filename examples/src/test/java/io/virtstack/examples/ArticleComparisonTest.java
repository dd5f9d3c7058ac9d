package io.virtstack.examples;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleComparisonTest {
    private final List<String> lines = Printed.linesOf(ArticleComparison::print);

    @Test
    void printsTheArticlesFiguresForBothKindsOfHypervisor() {
        assertThat(lines)
                .containsSubsequence(
                        "virtual machines containers difference ratio",
                        "disk 3259 MB 1063 MB -2196 MB 0.33",
                        "guest os 2.1 GB 0 B -2.1 GB 0.00",
                        "operating systems 3 1 -2 0.33",
                        "applications 3 3 0 1.00",
                        "Guest operating systems take 2.1 GB of disk, as containers 0 B."
                                + " Operating systems: 3 → 1. Applications: unchanged.",
                        "guest os 2.1 GB 0 B -2.1 GB 0.00",
                        "operating systems 4 1 -3 0.25",
                        "Guest operating systems take 2.1 GB of disk, as containers 0 B."
                                + " Operating systems: 4 → 1. Applications: unchanged.");
    }

    @Test
    void leavesNothingUnknown() {
        assertThat(lines).noneMatch(line -> line.contains("unknown"));
    }
}
