package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.machine.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Combines the parts of one machine: hardware from whatever states figures of it, the operating system on it, and on that
 * the container daemon and the hypervisors. What no file states but a stack cannot do without is assumed, with a note and
 * without figures.
 */
public final class MachineAssembly {
    /** What hardware is called that no file names. */
    public static final String UNNAMED = "machine";

    private static final String UNNAMED_HOST = "host-os";

    private final Parts parts;
    private final List<InventoryNote> notes = new ArrayList<>();

    /** Combines these parts. */
    public MachineAssembly(Parts parts) {
        this.parts = parts;
    }

    /** {@return what had to be assumed to complete the machine} */
    public ImmutableList<InventoryNote> notes() {
        return ImmutableList.copyOf(notes);
    }

    /** {@return the machines that are whole by themselves, and the one that the other parts make together} */
    public ImmutableList<Hardware> assemble() {
        ImmutableList.Builder<Hardware> machines = ImmutableList.builder();
        parts.all(WholeMachine.class).forEach(whole -> machines.add(whole.machine()));
        machines.addAll(joined());
        combined().ifPresent(machines::add);
        return machines.build();
    }

    private ImmutableList<Hardware> joined() {
        ImmutableListMultimap<Class<?>, JointPart> byClass =
                Multimaps.index(parts.all(JointPart.class), JointPart::getClass);
        ImmutableList.Builder<Hardware> machines = ImmutableList.builder();
        for (Class<?> type : byClass.keySet()) {
            ImmutableList<JointPart> all = byClass.get(type);
            JointPart.Joined joined = all.get(0).join(all);
            machines.addAll(joined.machines());
            notes.addAll(joined.notes());
        }
        return machines.build();
    }

    private Optional<Hardware> combined() {
        ImmutableList<HardwareFacts> hardware = parts.all(HardwareFacts.class);
        HypervisorAssembly hypervisors = new HypervisorAssembly(parts, notes);
        DaemonAssembly daemons = new DaemonAssembly(parts);
        ImmutableList<RunsOnOperatingSystem> onHost = Stream.concat(
                        daemons.daemon().stream(), hypervisors.hosted().stream())
                .collect(ImmutableList.toImmutableList());
        ImmutableList.Builder<RunsOnHardware> onHardware = ImmutableList.builder();
        host(onHost).ifPresent(onHardware::add);
        onHardware.addAll(hypervisors.bareMetal());
        ImmutableList<RunsOnHardware> runs = onHardware.build();
        if (hardware.isEmpty() && runs.isEmpty()) {
            return Optional.empty();
        }
        if (hardware.isEmpty()) {
            first().ifPresent(source ->
                    assume(source, "the hardware below is assumed: no file states its processors or memory"));
        }
        return Optional.of(hardware(hardware).withRuns(runs));
    }

    private Optional<Source> first() {
        return parts.all(Part.class).stream().map(Part::source).findFirst();
    }

    private void assume(Source source, String reason) {
        notes.add(new InventoryNote(source.file(), 0, reason));
    }

    private Hardware hardware(ImmutableList<HardwareFacts> facts) {
        ImmutableList<Hardware> stated =
                facts.stream().map(HardwareFacts::hardware).collect(ImmutableList.toImmutableList());
        String name = stated.stream()
                .map(Hardware::name)
                .filter(given -> !given.equals(UNNAMED))
                .findFirst()
                .orElse(UNNAMED);
        Hardware.Builder builder = Hardware.builder(name);
        agreed(facts, "cores", fact -> fact.hardware().cores()).ifPresent(builder::cores);
        agreed(facts, "the architecture", fact -> fact.hardware().architecture())
                .ifPresent(builder::architecture);
        agreed(facts, "a memory of", fact -> fact.hardware().memoryCapacity()).ifPresent(builder::memoryCapacity);
        ImmutableList<Storage> storage = stated.stream()
                .map(Hardware::storage)
                .filter(devices -> !devices.isEmpty())
                .findFirst()
                .orElse(ImmutableList.of());
        return builder.storageAll(storage).build();
    }

    /** {@return what is stated first, with a note on what is stated otherwise} */
    private <F extends Part, T> Optional<T> agreed(
            ImmutableList<F> facts, String what, Function<F, Optional<T>> figure) {
        Optional<T> taken = Optional.empty();
        for (F fact : facts) {
            Optional<T> stated = figure.apply(fact);
            if (taken.isPresent() && stated.isPresent() && !stated.equals(taken)) {
                assume(
                        fact.source(),
                        what + " " + stated.get() + " is stated here, but " + taken.get()
                                + " by a file before, which counts");
            }
            taken = taken.or(() -> stated);
        }
        return taken;
    }

    private Optional<HostOS> host(ImmutableList<RunsOnOperatingSystem> runs) {
        ImmutableList<HostFacts> facts = parts.all(HostFacts.class);
        ImmutableList<HostOS> stated = facts.stream().map(HostFacts::host).collect(ImmutableList.toImmutableList());
        if (stated.isEmpty() && runs.isEmpty()) {
            return Optional.empty();
        }
        if (stated.isEmpty()) {
            first().ifPresent(source ->
                    assume(source, "the operating system of the host is assumed: no file states which it is"));
        }
        HostOS.Builder builder =
                HostOS.builder(stated.isEmpty() ? UNNAMED_HOST : stated.get(0).name());
        agreed(facts, "the family", fact -> fact.host().family()).ifPresent(builder::family);
        agreed(facts, "the distribution", fact -> fact.host().distribution()).ifPresent(builder::distribution);
        agreed(facts, "the version", fact -> fact.host().version()).ifPresent(builder::version);
        builder.disk(first(stated, HostOS::disk))
                .memory(first(stated, HostOS::memory))
                .cpu(first(stated, HostOS::cpu))
                .startup(first(stated, HostOS::startup));
        return Optional.of(builder.runsAll(runs).build());
    }

    private static <L, T> Optional<T> first(ImmutableList<L> stated, Function<L, Optional<T>> fact) {
        return stated.stream().map(fact).flatMap(Optional::stream).findFirst();
    }
}
