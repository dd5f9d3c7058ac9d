package io.virtstack.benchmarks.contenders;

import io.virtstack.benchmarks.data.ContainerColumns;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.ContainerStacks;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/** All contenders for one fleet of containers, loaded with the same data. */
public final class Contenders {
    private static final Map<String, Contenders> LOADED = new ConcurrentHashMap<>();

    private final ContainerColumns columns;
    private final VirtStackFleet virtStack;
    private final StreamFleet streams;
    private final DuckFleet duck;
    private final DiskFloor floor;

    private Contenders(ContainerFleet fleet) {
        columns = new ContainerColumns(fleet);
        floor = new DiskFloor(columns);
        virtStack = new VirtStackFleet(new ContainerStacks(fleet).stream());
        streams = new StreamFleet(new ContainerStacks(fleet).stream());
        try {
            duck = new DuckFleet(columns, threads());
        } catch (SQLException failed) {
            throw new IllegalStateException("DuckDB did not load the fleet", failed);
        }
    }

    /** {@return how many threads everyone uses} */
    public static int threads() {
        return ForkJoinPool.getCommonPoolParallelism() + 1;
    }

    /**
     * {@return the contenders, loaded when they are first asked for in this process}
     *
     * @param name tells data sets apart
     * @param fleet makes the data
     */
    public static Contenders of(String name, Supplier<ContainerFleet> fleet) {
        return LOADED.computeIfAbsent(name, absent -> new Contenders(fleet.get()));
    }

    /** {@return the data as plain arrays} */
    public ContainerColumns columns() {
        return columns;
    }

    /** {@return VirtStack} */
    public VirtStackFleet virtStack() {
        return virtStack;
    }

    /** {@return plain Java streams} */
    public StreamFleet streams() {
        return streams;
    }

    /** {@return DuckDB} */
    public DuckFleet duck() {
        return duck;
    }

    /** {@return the floor for disk} */
    public DiskFloor floor() {
        return floor;
    }

    /**
     * Compares answers.
     *
     * @param question what was asked
     * @param expected what one contender says
     * @param answers what the others say
     * @throws IllegalStateException if one differs
     */
    public static void requireEqual(String question, long expected, long... answers) {
        for (long answer : answers) {
            if (answer != expected) {
                throw new IllegalStateException(question + ": one contender says " + expected + ", another " + answer);
            }
        }
    }
}
