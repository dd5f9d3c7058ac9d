package io.virtstack.benchmarks.data;

import java.util.Arrays;

/**
 * The containers of a fleet as plain arrays, host after host.
 *
 * @param fleet where they are from
 * @param starts the first container of each host, and at last the number of containers
 * @param image of each container
 * @param memory demanded by each container, {@link HostRows#UNKNOWN} where nobody stated it
 * @param cpu demanded by each container, {@link HostRows#UNKNOWN} where nobody stated it
 * @param memoryLimit of each container
 * @param cpuLimit of each container
 * @param writable bytes of each container
 */
public record ContainerColumns(
        ContainerFleet fleet,
        int[] starts,
        int[] image,
        long[] memory,
        long[] cpu,
        long[] memoryLimit,
        long[] cpuLimit,
        long[] writable) {
    /** Makes all containers. */
    public static ContainerColumns of(ContainerFleet fleet) {
        int size = Math.toIntExact(fleet.containers());
        ContainerColumns columns = new ContainerColumns(
                fleet,
                new int[fleet.hosts() + 1],
                new int[size],
                new long[size],
                new long[size],
                new long[size],
                new long[size],
                new long[size]);
        HostRows rows = fleet.rows();
        for (int host = 0; host < fleet.hosts(); host++) {
            fleet.read(host, rows);
            columns.put(host, rows);
        }
        return columns;
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

    /** {@return how many hosts there are} */
    public int hosts() {
        return starts.length - 1;
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
