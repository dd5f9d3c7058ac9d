package io.virtstack.benchmarks.contenders;

import io.virtstack.benchmarks.data.ContainerColumns;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Application;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A figure that adds up, as each contender knows it. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
public enum Additive {
    /** The memory that containers demand; some do not say. */
    MEMORY(Figure.MEMORY, "memory", ContainerColumns::memory, application -> bytes(application.memory())),
    /** The CPU that containers demand; some do not say. */
    CPU(Figure.CPU, "cpu", ContainerColumns::cpu, application -> millis(application.cpu())),
    /** The memory that is set aside for containers. */
    ALLOCATED_MEMORY(
            Figure.ALLOCATED_MEMORY,
            "memory_limit",
            ContainerColumns::memoryLimit,
            application -> bytes(application.memoryLimit()));

    private final Figure.Sum<?> figure;
    private final String name;
    private final Function<ContainerColumns, long[]> column;
    private final Function<Application, OptionalLong> field;

    Additive(
            Figure.Sum<?> figure,
            String name,
            Function<ContainerColumns, long[]> column,
            Function<Application, OptionalLong> field) {
        this.figure = figure;
        this.name = name;
        this.column = column;
        this.field = field;
    }

    private static OptionalLong bytes(Optional<DataSize> size) {
        return size.isPresent() ? OptionalLong.of(size.get().bytes()) : OptionalLong.empty();
    }

    private static OptionalLong millis(Optional<Cpu> cpu) {
        return cpu.isPresent() ? OptionalLong.of(cpu.get().millis()) : OptionalLong.empty();
    }

    /** {@return VirtStack's figure} */
    public Figure.Sum<?> figure() {
        return figure;
    }

    /** {@return DuckDB's column} */
    public String columnName() {
        return name;
    }

    /** {@return the numbers} */
    public long[] column(ContainerColumns columns) {
        return column.apply(columns);
    }

    /** {@return the field of a value} */
    public Function<Application, OptionalLong> field() {
        return field;
    }

    /** {@return the numbers as fabric8's quantities} */
    public QuantitySums quantities(ContainerColumns columns) {
        return this == CPU ? QuantitySums.ofMillicores(column(columns)) : QuantitySums.ofBytes(column(columns));
    }
}
