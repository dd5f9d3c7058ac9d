package io.virtstack.engine.columns;

import io.virtstack.layer.Application;
import io.virtstack.layer.Demanding;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.VmOverhead;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;
import java.util.Optional;

/** Where layers state memory, and where they state CPU. */
public enum Measure {
    MEMORY("memory", "memory of the machine") {
        @Override
        Optional<Long> own(Demanding<?> layer) {
            return layer.memory().map(DataSize::bytes);
        }

        @Override
        Optional<Long> limit(Application container) {
            return container.memoryLimit().map(DataSize::bytes);
        }

        @Override
        Optional<Long> ofMachine(VirtualHardware machine) {
            return machine.memory().map(DataSize::bytes);
        }

        @Override
        long of(ContainerOverhead overhead) {
            return overhead.memory().bytes();
        }

        @Override
        public Known overhead(VmOverhead overhead, VirtualHardware machine) {
            long startedMib = machine.memory().map(Measure::startedMib).orElse(0L);
            long vcpus = machine.vcpus().orElse(0);
            boolean complete = (overhead.bytesPerStartedMib() == 0
                            || machine.memory().isPresent())
                    && (overhead.memoryPerVcpu().bytes() == 0 || machine.vcpus().isPresent());
            long perMib = Exact.multiply(overhead.bytesPerStartedMib(), startedMib, OVERHEAD);
            long perVcpu = Exact.multiply(overhead.memoryPerVcpu().bytes(), vcpus, OVERHEAD);
            long amount = Exact.add(overhead.memory().bytes(), Exact.add(perMib, perVcpu, OVERHEAD), OVERHEAD);
            return new Known(amount, complete);
        }
    },
    CPU("CPU", "virtual CPUs of the machine") {
        @Override
        Optional<Long> own(Demanding<?> layer) {
            return layer.cpu().map(Cpu::millis);
        }

        @Override
        Optional<Long> limit(Application container) {
            return container.cpuLimit().map(Cpu::millis);
        }

        @Override
        Optional<Long> ofMachine(VirtualHardware machine) {
            return machine.vcpus().map(vcpus -> Cpu.ofCores(vcpus).millis());
        }

        @Override
        long of(ContainerOverhead overhead) {
            return overhead.cpu().millis();
        }

        @Override
        public Known overhead(VmOverhead overhead, VirtualHardware machine) {
            return new Known(overhead.cpu().millis(), true);
        }
    };

    private static final String OVERHEAD = "overhead of a machine";
    private static final long MIB = 1L << 20;

    private final String label;
    private final String machineLabel;

    Measure(String label, String machineLabel) {
        this.label = label;
        this.machineLabel = machineLabel;
    }

    /**
     * An amount, and whether nothing is missing from it.
     *
     * @param amount the known part
     * @param complete whether that is all
     */
    public record Known(long amount, boolean complete) {}

    String label() {
        return label;
    }

    String machineLabel() {
        return machineLabel;
    }

    abstract Optional<Long> own(Demanding<?> layer);

    abstract Optional<Long> limit(Application container);

    abstract Optional<Long> ofMachine(VirtualHardware machine);

    abstract long of(ContainerOverhead overhead);

    /**
     * {@return what a hypervisor takes for a running machine}
     *
     * @param overhead what the hypervisor says it takes
     * @param machine the virtual hardware
     */
    public abstract Known overhead(VmOverhead overhead, VirtualHardware machine);

    private static long startedMib(DataSize memory) {
        return memory.bytes() / MIB + (memory.bytes() % MIB == 0 ? 0 : 1);
    }
}
