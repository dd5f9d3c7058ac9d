package io.virtstack.benchmarks.data;

import java.util.Arrays;

/** The containers of a fleet as plain arrays, host after host. Whoever reads an array leaves it as it is. */
public final class ContainerColumns {
    private final ContainerFleet fleet;
    private final int[] starts;
    private final int[] image;
    private final long[] memory;
    private final long[] cpu;
    private final long[] memoryLimit;
    private final long[] cpuLimit;
    private final long[] writable;

    /** Makes all containers. */
    public ContainerColumns(ContainerFleet fleet) {
        int size = Math.toIntExact(fleet.containers());
        this.fleet = fleet;
        starts = new int[fleet.hosts() + 1];
        image = new int[size];
        memory = new long[size];
        cpu = new long[size];
        memoryLimit = new long[size];
        cpuLimit = new long[size];
        writable = new long[size];
        HostRows rows = fleet.rows();
        for (int host = 0; host < fleet.hosts(); host++) {
            fleet.read(host, rows);
            put(host, rows);
        }
    }

    private void put(int host, HostRows rows) {
        int start = starts[host];
        System.arraycopy(rows.image, 0, image, start, rows.size);
        System.arraycopy(rows.memory, 0, memory, start, rows.size);
        System.arraycopy(rows.cpu, 0, cpu, start, rows.size);
        System.arraycopy(rows.memoryLimit, 0, memoryLimit, start, rows.size);
        System.arraycopy(rows.cpuLimit, 0, cpuLimit, start, rows.size);
        System.arraycopy(rows.writable, 0, writable, start, rows.size);
        starts[host + 1] = start + rows.size;
    }

    /** {@return where they are from} */
    public ContainerFleet fleet() {
        return fleet;
    }

    /** {@return how many hosts there are} */
    public int hosts() {
        return starts.length - 1;
    }

    /** {@return the first container of each host, and at last the number of containers} */
    public int[] starts() {
        return starts;
    }

    /** {@return the image of each container} */
    public int[] image() {
        return image;
    }

    /** {@return the memory that each container demands, {@link HostRows#UNKNOWN} where nobody stated it} */
    public long[] memory() {
        return memory;
    }

    /** {@return the CPU that each container demands, {@link HostRows#UNKNOWN} where nobody stated it} */
    public long[] cpu() {
        return cpu;
    }

    /** {@return the memory that is set aside for each container} */
    public long[] memoryLimit() {
        return memoryLimit;
    }

    /** {@return the CPU that is set aside for each container} */
    public long[] cpuLimit() {
        return cpuLimit;
    }

    /** {@return the bytes that each container wrote} */
    public long[] writable() {
        return writable;
    }

    /** {@return the known part of a column} */
    public static long known(long[] column) {
        return Arrays.stream(column)
                .filter(figure -> figure != HostRows.UNKNOWN)
                .sum();
    }

    /** {@return how many figures of a column nobody stated} */
    public static long gaps(long[] column) {
        return Arrays.stream(column)
                .filter(figure -> figure == HostRows.UNKNOWN)
                .count();
    }
}
