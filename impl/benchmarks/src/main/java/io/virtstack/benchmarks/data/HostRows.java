package io.virtstack.benchmarks.data;

/** The containers of one host. Not safe for use by several threads. */
public final class HostRows {
    /** A figure that nobody stated. */
    public static final long UNKNOWN = -1;

    final int[] image;
    final long[] memory;
    final long[] cpu;
    final long[] memoryLimit;
    final long[] cpuLimit;
    final long[] writable;
    int size;

    HostRows(int most) {
        image = new int[most];
        memory = new long[most];
        cpu = new long[most];
        memoryLimit = new long[most];
        cpuLimit = new long[most];
        writable = new long[most];
    }
}
