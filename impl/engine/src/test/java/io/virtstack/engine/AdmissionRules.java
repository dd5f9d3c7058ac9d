package io.virtstack.engine;

import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Ratio;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Admission rules for properties: both accountings, over- and under-commits, reserves; the plainest comes first. */
public final class AdmissionRules {
    private AdmissionRules() {}

    public static Arbitrary<AdmissionRule> any() {
        return Combinators.combine(
                        Arbitraries.of(Accounting.class),
                        ratios(),
                        ratios(),
                        ratios(),
                        reserves(),
                        reserves(),
                        reserves())
                .as((accounting, memory, cpu, disk, memoryReserve, cpuReserve, diskReserve) -> AdmissionRule.builder()
                        .accounting(accounting)
                        .memoryOvercommit(memory)
                        .cpuOvercommit(cpu)
                        .diskOvercommit(disk)
                        .memoryReserve(DataSize.ofBytes(memoryReserve))
                        .cpuReserve(Cpu.ofMillis(cpuReserve))
                        .diskReserve(DataSize.ofBytes(diskReserve))
                        .build())
                .withoutEdgeCases();
    }

    private static Arbitrary<Ratio> ratios() {
        return Arbitraries.of(
                Ratio.ONE,
                Ratio.ONE,
                Ratio.ONE,
                Ratio.ONE,
                Ratio.ONE,
                new Ratio(3, 2),
                new Ratio(4, 1),
                new Ratio(0, 1));
    }

    private static Arbitrary<Long> reserves() {
        return Arbitraries.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 700L, 600_000_000L);
    }
}
