package io.virtstack.benchmarks.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.benchmarks.rows.AdditiveFigures;
import io.virtstack.benchmarks.rows.Attribution;
import io.virtstack.benchmarks.rows.BuildAndCompile;
import io.virtstack.benchmarks.rows.DeepFleetDisk;
import io.virtstack.benchmarks.rows.FleetDisk;
import io.virtstack.benchmarks.rows.LiveEdits;
import io.virtstack.benchmarks.rows.TemplateTimesCount;
import io.virtstack.benchmarks.rows.VmFleetBuild;
import io.virtstack.benchmarks.rows.VmFleetSums;

/** A question that JMH measures, with what its ratios must be. */
@SuppressWarnings("ImmutableEnumChecker") // bars are records of texts and numbers
enum Row {
    FLEET_DISK(
            FleetDisk.class,
            Bar.atLeast(20, "duckDb", "virtStack"),
            Bar.atLeast(80, "duckDbPlainJoin", "virtStack"),
            Bar.atLeast(80, "streams", "virtStack"),
            Bar.atMost(1.3, "virtStack", "floor")),
    DEEP_FLEET_DISK(
            DeepFleetDisk.class,
            Bar.atMost(2, "virtStackDeep", "virtStackRegular"),
            Bar.atMost(1.3, "virtStackDeep", "floorDeep")),
    ATTRIBUTION(Attribution.class, Bar.atMost(20, "shares", "disk"), Bar.atMost(20, "byImage", "disk")),
    ADDITIVE_FIGURES(AdditiveFigures.class, Bar.atMost(2, "virtStack", "bareSum")),
    VM_FLEET_SUMS(VmFleetSums.class, Bar.atLeast(30, "cloudSim", "virtStack")),
    VM_FLEET_BUILD(
            VmFleetBuild.class,
            Bar.atLeast(3, "cloudSimMade", "virtStack"),
            Bar.atLeast(3, "cloudSimPlaced", "virtStack")),
    BUILD_AND_COMPILE(
            BuildAndCompile.class,
            Bar.atMost(3.5, "buildAndCompile", "buildOnly"),
            Bar.atMost(5, "compileOnly", "walk")),
    LIVE_EDITS(
            LiveEdits.class,
            Bar.atLeast(10_000, "duckDbAllHosts", "virtStack"),
            Bar.atLeast(100, "duckDbOneHost", "virtStack")),
    TEMPLATE_TIMES_COUNT(
            TemplateTimesCount.class,
            Bar.atMost(1.1, "diskOfMost", "diskOfOne"),
            Bar.atMost(1.1, "sharesOfMost", "sharesOfOne"));

    private final Class<?> benchmark;
    private final ImmutableList<Bar> bars;

    Row(Class<?> benchmark, Bar... bars) {
        this.benchmark = benchmark;
        this.bars = ImmutableList.copyOf(bars);
    }

    Class<?> benchmark() {
        return benchmark;
    }

    ImmutableList<Bar> bars() {
        return bars;
    }
}
