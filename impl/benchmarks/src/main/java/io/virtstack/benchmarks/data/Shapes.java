package io.virtstack.benchmarks.data;

/** Figures that many containers share. Immutable. */
final class Shapes {
    private static final int SHAPES = 4_000;
    private static final long PAGE = 4_096;
    private static final int MEMORY_GAP_EVERY = 16;
    private static final int CPU_GAP_EVERY = 32;

    private final long[] memory = new long[SHAPES];
    private final long[] cpu = new long[SHAPES];
    private final long[] memoryLimit = new long[SHAPES];
    private final long[] cpuLimit = new long[SHAPES];
    private final long[] writable = new long[SHAPES];

    Shapes(long seed) {
        Seed random = new Seed(seed);
        for (int shape = 0; shape < SHAPES; shape++) {
            memory[shape] = shape % MEMORY_GAP_EVERY == 0 ? HostRows.UNKNOWN : PAGE * random.between(1_000, 60_000);
            cpu[shape] = shape % CPU_GAP_EVERY == 1 ? HostRows.UNKNOWN : random.between(5, 2_000);
            memoryLimit[shape] = PAGE * random.between(60_000, 120_000);
            cpuLimit[shape] = random.between(2_000, 4_000);
            writable[shape] = PAGE * random.between(0, 20_000);
        }
    }

    void put(HostRows rows, int row, Seed random) {
        int shape = random.below(SHAPES);
        rows.memory[row] = memory[shape];
        rows.cpu[row] = cpu[shape];
        rows.memoryLimit[row] = memoryLimit[shape];
        rows.cpuLimit[row] = cpuLimit[shape];
        rows.writable[row] = writable[shape];
    }
}
