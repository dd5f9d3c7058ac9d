package io.virtstack.generators;

import com.google.common.collect.ImmutableList;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.VmOverhead;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** Virtual hardware, disks, volumes and overheads. */
final class Machines {
    private static final int DISK_KINDS = 3;
    private static final int MOST_DISKS = 3;
    private static final int UNKNOWN = 2;
    private static final int MOST_VCPUS = 8;

    private final Alphabet alphabet;

    Machines(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    VirtualHardware machine(Row row) {
        VirtualHardware.Builder machine = VirtualHardware.builder();
        if (!row.has(Trait.UNKNOWN_VCPUS)) {
            machine.vcpus(1 + row.size() % MOST_VCPUS);
        }
        alphabet.size(row, 5, Trait.UNKNOWN_ALLOCATION).ifPresent(machine::memory);
        ImmutableList<Integer> word = row.word(DISK_KINDS);
        for (int kind : word.subList(0, Math.min(word.size(), MOST_DISKS))) {
            machine.disk(disk(kind, row));
        }
        return machine.build();
    }

    private VirtualDisk disk(int kind, Row row) {
        Optional<DataSize> size = alphabet.size(row, 6, Trait.UNKNOWN_DISK_SIZE);
        Optional<DataSize> actual = alphabet.size(row, 7, Trait.UNKNOWN_ACTUAL);
        return switch (kind) {
            case 0 -> new VirtualDisk.Thick(size);
            case 1 -> new VirtualDisk.Thin(size, actual);
            default ->
                new VirtualDisk.LinkedClone(
                        size, row.named("base"), alphabet.sizeOf(row.name() + 4, row, row.name() == UNKNOWN), actual);
        };
    }

    ImmutableList<Volume> volumes(Row row) {
        ImmutableList.Builder<Volume> volumes = ImmutableList.builder();
        if (row.has(Trait.VOLUME)) {
            volumes.add(volume(row.name(), row));
        }
        if (row.has(Trait.SECOND_VOLUME)) {
            volumes.add(volume((row.name() + 1) % Row.NAMES, row));
        }
        return volumes.build();
    }

    private Volume volume(int name, Row row) {
        boolean shared = !row.has(Trait.OVERHEAD);
        return new Volume("data-" + name, alphabet.sizeOf(name + 2, row, name == UNKNOWN), shared);
    }

    VmOverhead vmOverhead(Row row) {
        return row.has(Trait.OVERHEAD)
                ? new VmOverhead(alphabet.size(row, 1), alphabet.size(row, 2), row.digit(3), alphabet.cpu(row, 4))
                : VmOverhead.NONE;
    }

    ContainerOverhead containerOverhead(Row row) {
        return row.has(Trait.OVERHEAD)
                ? new ContainerOverhead(alphabet.size(row, 1), alphabet.cpu(row, 2))
                : ContainerOverhead.NONE;
    }
}
