package io.virtstack.benchmarks.data;

/** Virtual machines on hosts as plain arrays, host after host, no two alike. Whoever reads an array leaves it as it is. */
public final class VmFleet {
    private static final long SEED = 19_700_101;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final int MOST_VCPUS = 16;

    private final int hosts;
    private final int vmsOfAHost;
    private final int[] vcpus;
    private final long[] memory;
    private final long[] disk;

    /** Makes all machines. Memory is in whole MiB and disk in whole GiB, as CloudSim Plus has them in whole megabytes. */
    public VmFleet(int hosts, int vmsOfAHost) {
        this.hosts = hosts;
        this.vmsOfAHost = vmsOfAHost;
        int size = Math.multiplyExact(hosts, vmsOfAHost);
        vcpus = new int[size];
        memory = new long[size];
        disk = new long[size];
        Seed random = new Seed(SEED);
        for (int vm = 0; vm < size; vm++) {
            vcpus[vm] = 1 + random.below(MOST_VCPUS);
            memory[vm] = MIB * random.between(512, 64 << 10);
            disk[vm] = GIB * random.between(8, 2_000);
        }
    }

    /** {@return how many hosts there are} */
    public int hosts() {
        return hosts;
    }

    /** {@return how many virtual machines each host has} */
    public int vmsOfAHost() {
        return vmsOfAHost;
    }

    /** {@return how many virtual CPUs each machine has} */
    public int[] vcpus() {
        return vcpus;
    }

    /** {@return bytes of memory that are set aside for each machine} */
    public long[] memory() {
        return memory;
    }

    /** {@return bytes of the disk of each machine} */
    public long[] disk() {
        return disk;
    }
}
