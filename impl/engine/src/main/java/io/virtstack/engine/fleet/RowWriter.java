package io.virtstack.engine.fleet;

import io.virtstack.engine.columns.Measure;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.IntList;
import io.virtstack.engine.table.RowBuffer;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** Puts figures of the layers of one machine after the other into rows, and sees to it that no sum over a machine overflows. */
final class RowWriter {
    private final BlockWriter writer;
    private final Load load = new Load();

    RowWriter(BlockWriter writer) {
        this.writer = writer;
    }

    int beginMachine(Hardware host, long copies) {
        load.clear();
        return writer.begin(host.name(), copies);
    }

    void endMachine() {
        load.require();
        writer.end();
    }

    RowBuffer rows(Part part) {
        return writer.rows(part);
    }

    IntList images() {
        return writer.images();
    }

    int begin(Part part, Layer layer, Standing at) {
        int row = writer.add(part, layer.name());
        RowBuffer rows = rows(part);
        rows.put(row, Field.TIMES, at.times());
        rows.put(row, Field.DEPTH, at.depth());
        rows.put(row, Field.FIRST, applicationsOfMachine());
        load.addRow(at.times());
        return row;
    }

    void end(Part part, int row, Demanding<?> layer, Ways ways, boolean startsClock) {
        RowBuffer rows = rows(part);
        putRange(rows, row);
        boolean gap = layer.startup().isEmpty();
        rows.put(row, Field.READY_GAP, gap && ways.any() ? 1 : 0);
        rows.put(row, Field.WARM_READY_GAP, gap && ways.isDirect() && !startsClock ? 1 : 0);
    }

    void putRange(RowBuffer rows, int row) {
        rows.put(row, Field.END, applicationsOfMachine());
    }

    private int applicationsOfMachine() {
        return rows(Part.APPLICATION).size() - writer.start(Part.APPLICATION);
    }

    /** A row for an application, or for an image without any. */
    int addApplication(
            String name,
            Optional<String> version,
            String onBinaries,
            Optional<String> ofVersion,
            int image,
            long times) {
        load.addRow(times);
        return writer.addApplication(name, version, onBinaries, ofVersion, image);
    }

    /** Closes the group of the applications from a row on. */
    void closeGroup(int first, Standing at, boolean ofDaemon) {
        int end = rows(Part.APPLICATION).size();
        if (first == end) {
            return;
        }
        RowBuffer groups = rows(Part.GROUP);
        int row = groups.add();
        groups.put(row, Field.TIMES, at.times());
        groups.put(row, Field.FIRST, first - writer.start(Part.APPLICATION));
        groups.put(row, Field.END, end - writer.start(Part.APPLICATION));
        groups.put(row, Field.CONTAINER, ofDaemon ? 1 : 0);
    }

    void putDemand(RowBuffer rows, int row, Demanding<?> layer, Standing at) {
        if (!at.running()) {
            return;
        }
        Optional<DataSize> memory = layer.memory();
        Optional<Cpu> cpu = layer.cpu();
        putSize(rows, row, Field.MEMORY, memory);
        putCpu(rows, row, Field.CPU, cpu);
        if (!at.virtual()) {
            putSize(rows, row, Field.ALLOCATED_MEMORY, memory);
            putCpu(rows, row, Field.ALLOCATED_CPU, cpu);
        }
    }

    void putOverhead(RowBuffer rows, int row, Measure.Known overhead, boolean outer, boolean memory) {
        Field field = memory ? Field.OVERHEAD_MEMORY : Field.OVERHEAD_CPU;
        Field outerField = memory ? Field.OUTER_OVERHEAD_MEMORY : Field.OUTER_OVERHEAD_CPU;
        put(rows, row, field, overhead.amount());
        put(rows, row, outerField, outer ? overhead.amount() : 0);
        if (!overhead.complete()) {
            rows.putUnknown(row, field);
        }
        if (!overhead.complete() && outer) {
            rows.putUnknown(row, outerField);
        }
    }

    void putSize(RowBuffer rows, int row, Field field, Optional<DataSize> size) {
        if (size.isPresent()) {
            put(rows, row, field, size.get().bytes());
        } else {
            rows.putUnknown(row, field);
        }
    }

    void putCpu(RowBuffer rows, int row, Field field, Optional<Cpu> cpu) {
        if (cpu.isPresent()) {
            put(rows, row, field, cpu.get().millis());
        } else {
            rows.putUnknown(row, field);
        }
    }

    void put(RowBuffer rows, int row, Field field, long number) {
        if (number != 0) {
            rows.put(row, field, number);
            load.add(number);
        }
    }

    /** Puts what a layer takes on the disk of its machine. */
    void putDisk(RowBuffer rows, int row, Optional<DataSize> size, Standing at) {
        if (size.isPresent()) {
            put(rows, row, Field.DISK, size.get().bytes());
            at.machine().add(size.get().bytes(), at.times());
        } else {
            rows.putUnknown(row, Field.DISK);
            at.machine().addUnknown();
        }
    }

    /** Puts what it takes besides what is there already. */
    void putMoreDisk(RowBuffer rows, int row, Optional<DataSize> size, Standing at) {
        if (size.isPresent()) {
            long bytes = size.get().bytes();
            put(rows, row, Field.DISK, Standing.add(rows.get(row, Field.DISK), bytes));
            at.machine().add(bytes, at.times());
        } else {
            putOneMoreUnknown(rows, row, Field.DISK);
            at.machine().addUnknown();
        }
    }

    /** A row has one bit for each unknown figure, so two unknown parts of one are too many. */
    void putOneMoreUnknown(RowBuffer rows, int row, Field field) {
        Irregular.unless(!rows.isUnknown(row, field));
        rows.putUnknown(row, field);
    }

    /** Sees to it that layers of images on a row can be added up too. */
    void bound(long bytes) {
        load.add(bytes);
    }
}
