package io.virtstack.benchmarks.report;

import io.virtstack.benchmarks.contenders.Additive;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.benchmarks.rows.AdditiveFigures;
import io.virtstack.benchmarks.rows.Attribution;
import io.virtstack.benchmarks.rows.DeepFleetDisk;
import io.virtstack.benchmarks.rows.FleetDisk;
import io.virtstack.benchmarks.rows.LiveEdits;
import io.virtstack.benchmarks.rows.TemplateTimesCount;
import io.virtstack.benchmarks.rows.VmFleetBuild;
import io.virtstack.benchmarks.rows.VmFleetSums;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.RunnerException;

import static org.assertj.core.api.Assertions.assertThat;

/** What a row sets up throws when contenders disagree; on small data that is what is tested. */
class SmokeTest {
    private static final int CONTAINERS = 3_010;
    private static final int ENOUGH_FOR_BLOCKS = 165_000;

    @ParameterizedTest
    @EnumSource
    void allGiveTheSameDisk(Popularity popularity) {
        FleetDisk row = new FleetDisk();
        row.containers = CONTAINERS;
        row.popularity = popularity;
        row.load();
        assertThat(row.virtStack())
                .isPositive()
                .isEqualTo(row.floor())
                .isEqualTo(row.streams())
                .isEqualTo(row.duckDbPlainJoin())
                .isEqualTo(row.duckDbTrie())
                .isEqualTo(row.duckDbBitstrings());
    }

    @ParameterizedTest
    @EnumSource
    void sharesAddUp(Popularity popularity) {
        Attribution row = new Attribution();
        row.containers = CONTAINERS;
        row.popularity = popularity;
        row.load();
        assertThat(row.shares())
                .isPositive()
                .isEqualTo(row.disk())
                .isEqualTo(row.byImage().total().amount());
    }

    @Test
    void allGiveTheSameDiskOfDeepImages() throws SQLException {
        DeepFleetDisk row = new DeepFleetDisk();
        row.containers = ENOUGH_FOR_BLOCKS;
        row.load();
        assertThat(row.virtStackDeep()).isPositive().isEqualTo(row.floorDeep());
        assertThat(row.virtStackRegular()).isPositive().isEqualTo(row.floorRegular());
    }

    @ParameterizedTest
    @EnumSource
    void allGiveTheSameSums(Additive figure) {
        for (Style style : Style.values()) {
            AdditiveFigures row = new AdditiveFigures();
            row.containers = CONTAINERS;
            row.style = style;
            row.figure = figure;
            row.load();
            assertThat(row.virtStack().amount())
                    .isPositive()
                    .isEqualTo(row.bareSum())
                    .isEqualTo(row.streams())
                    .isEqualTo(row.fabric8())
                    .isEqualTo(row.duckDb());
        }
    }

    @Test
    void allGiveTheSameMachines() {
        VmFleetSums sums = new VmFleetSums();
        sums.containers = CONTAINERS - CONTAINERS % 50;
        sums.load();
        assertThat(sums.virtStack()).isEqualTo(sums.cloudSim()).isEqualTo(sums.bareSums());
        VmFleetBuild build = new VmFleetBuild();
        build.containers = sums.containers;
        build.load();
        assertThat(build.virtStack().vmSums())
                .isEqualTo(sums.bareSums())
                .isEqualTo(build.cloudSimMade().sums())
                .isEqualTo(build.cloudSimPlaced().sums());
    }

    @Test
    void editsAreSeenByAll() {
        LiveEdits row = liveEdits();
        LiveEdits sameHosts = liveEdits();
        for (int edit = 0; edit < 3; edit++) {
            assertThat(row.virtStack()).isEqualTo(sameHosts.duckDbOneHost());
        }
    }

    private static LiveEdits liveEdits() {
        LiveEdits row = new LiveEdits();
        row.containers = CONTAINERS;
        row.load();
        return row;
    }

    @Test
    void copiesAreExactUpToTheLimit() {
        TemplateTimesCount row = new TemplateTimesCount();
        row.containersOfTheHost = 30;
        row.load();
        assertThat(row.diskOfMost()).isEqualTo(row.sharesOfMost()).isGreaterThan(Long.MAX_VALUE - row.diskOfOne());
    }

    @Test
    void aRowIsMeasuredAndItsRatiosPrinted() throws RunnerException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new RowRun(Row.TEMPLATE_TIMES_COUNT, Size.QUICK).run(out);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("| diskOfMost |")
                .contains("| diskOfMost / diskOfOne (30) | ≤ 1.10 |");
    }
}
