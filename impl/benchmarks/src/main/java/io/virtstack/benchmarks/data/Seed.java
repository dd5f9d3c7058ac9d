package io.virtstack.benchmarks.data;

/** Random numbers that are the same on every run and every Java: SplitMix64 (Steele, Lea and Flood, 2014). */
final class Seed {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    Seed(long state) {
        this.state = state;
    }

    /** Numbers for one of many things that are made in any order. */
    static Seed of(long seed, long thing) {
        return new Seed(mix(seed * 31 + thing));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return (int) Math.multiplyHigh(next() >>> 1, (long) bound << 1);
    }

    long between(long least, long most) {
        return least + Math.floorMod(next(), most - least + 1);
    }
}
