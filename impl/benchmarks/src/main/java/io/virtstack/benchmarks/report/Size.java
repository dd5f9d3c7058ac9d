package io.virtstack.benchmarks.report;

import java.util.OptionalLong;

/** How much is measured, and how often. */
enum Size {
    /** Whether all runs; figures mean nothing. */
    QUICK(OptionalLong.of(3_000), 1, 1, 1, 50, 1_000),
    /** What is published. */
    FULL(OptionalLong.empty(), 3, 3, 3, 700, 1);

    private final OptionalLong containers;
    private final int rounds;
    private final int warmups;
    private final int iterations;
    private final int millis;
    private final int divisor;

    Size(OptionalLong containers, int rounds, int warmups, int iterations, int millis, int divisor) {
        this.containers = containers;
        this.rounds = rounds;
        this.warmups = warmups;
        this.iterations = iterations;
        this.millis = millis;
        this.divisor = divisor;
    }

    /** How many containers a row has, unless it is what the row says. */
    OptionalLong containers() {
        return containers;
    }

    int rounds() {
        return rounds;
    }

    /** How often everything runs before it is measured first. */
    int warmups() {
        return warmups;
    }

    int iterations() {
        return iterations;
    }

    int millis() {
        return millis;
    }

    /** By what the sizes of programs are divided. */
    int divisor() {
        return divisor;
    }
}
