package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.check.Capacities;
import io.virtstack.engine.columns.ChainLayer;
import io.virtstack.engine.columns.Measure;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.RowBuffer;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Isolation;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Writes a machine as rows, parents first, siblings by name. It descends by calls, for no stack is higher than 32 layers.
 */
final class HostCompiler {
    /** A layer that stands several times on another. */
    private record Copies<L extends Layer>(L layer, long times) {}

    private static final Comparator<Copies<?>> BY_NAME =
            Comparator.comparing(copies -> copies.layer().name());

    private final BlockWriter writer;
    private final ImageNodes images;
    private final Platforms platforms;
    private final Load load = new Load();

    HostCompiler(BlockWriter writer, ImageNodes images, Platforms platforms) {
        this.writer = writer;
        this.images = images;
        this.platforms = platforms;
    }

    /**
     * Writes the rows of a machine.
     *
     * @return whether the tables have columns for all of it; if not, it has written nothing
     * @throws io.virtstack.quantity.OverflowException if there are too many copies of a layer; then it has written nothing
     */
    boolean compile(Hardware host, long copies) {
        try {
            int row = writer.begin(host.name(), copies);
            load.clear();
            putCapacities(row, host);
            machine(host, copies);
            load.require();
            writer.end();
            return true;
        } catch (Irregular irregular) {
            return false;
        } finally {
            writer.takeBack();
        }
    }

    private void putCapacities(int row, Hardware host) {
        RowBuffer rows = writer.rows(Part.HARDWARE);
        rows.put(row, Field.TIMES, 1);
        putCapacity(rows, row, Field.MEMORY, Capacities.of(host, Resource.MEMORY));
        putCapacity(rows, row, Field.CPU, Capacities.of(host, Resource.CPU));
        putCapacity(rows, row, Field.DISK, Capacities.of(host, Resource.DISK));
    }

    private static void putCapacity(RowBuffer rows, int row, Field field, OptionalLong capacity) {
        rows.put(row, field, capacity.orElse(0));
        if (capacity.isEmpty()) {
            rows.putUnknown(row, field);
        }
    }

    private void machine(Hardware host, long copies) {
        Standing ground = Standing.onHardware(copies);
        for (Copies<Layer> child : sorted(host.runs())) {
            if (child.layer() instanceof HostOS system) {
                system(Part.HOST_OS, system, system.runs(), ground.under(child.times()));
            } else {
                hypervisor((Hypervisor) child.layer(), ground.under(child.times()));
            }
        }
    }

    private Ways system(Part part, Demanding<?> system, ImmutableMultiset<? extends Layer> runs, Standing at) {
        int row = begin(part, (Layer) system, at);
        RowBuffer rows = writer.rows(part);
        rows.put(row, Field.SYSTEMS, at.running() ? 1 : 0);
        putDemand(rows, row, system, at);
        putDisk(rows, row, system.disk(), at);
        Ways ways = onSystem(runs, at.after(system.startup(), part == Part.HOST_OS));
        end(part, row, system, ways, part == Part.HOST_OS);
        return ways;
    }

    private Ways onSystem(ImmutableMultiset<? extends Layer> runs, Standing at) {
        Ways ways = new Ways();
        List<Copies<Layer>> children = sorted(runs);
        int group = writer.rows(Part.APPLICATION).size();
        Set<String> volumes = new HashSet<>();
        for (Copies<Layer> child : children) {
            if (child.layer() instanceof Binaries binaries) {
                ways.direct(binaries(binaries, at.under(child.times()), at, volumes));
            }
        }
        closeGroup(group, at, false);
        for (Copies<Layer> child : children) {
            if (child.layer() instanceof DockerDaemon daemon) {
                ways.behindFloor(daemon(daemon, at.under(child.times())));
            } else if (child.layer() instanceof Hypervisor hypervisor) {
                ways.behindFloor(hypervisor(hypervisor, at.under(child.times())));
            }
        }
        return ways;
    }

    private Ways hypervisor(Hypervisor hypervisor, Standing at) {
        int row = begin(Part.HYPERVISOR, hypervisor, at);
        RowBuffer rows = writer.rows(Part.HYPERVISOR);
        rows.put(row, Field.PLATFORM, platforms.of(hypervisor));
        boolean controlled = hypervisor instanceof BareMetalHypervisor bare
                && bare.controlSystem().isPresent();
        rows.put(row, Field.SYSTEMS, controlled && at.running() ? 1 : 0);
        Demanding<?> demanding = (Demanding<?>) hypervisor;
        putDemand(rows, row, demanding, at);
        putDisk(rows, row, demanding.disk(), at);
        Ways ways = new Ways();
        Standing above = at.after(demanding.startup(), true);
        for (Copies<Layer> child : sorted(hypervisor.runs())) {
            ways.direct(guest((GuestOS) child.layer(), hypervisor, above.under(child.times())));
        }
        end(Part.HYPERVISOR, row, demanding, ways, true);
        return ways;
    }

    private Ways guest(GuestOS guest, Hypervisor hypervisor, Standing outside) {
        VirtualHardware machine =
                guest.machine().orElseGet(() -> VirtualHardware.builder().build());
        ImmutableList<VirtualDisk> disks = machine.disks();
        Irregular.unless(disks.isEmpty() || !outside.virtual());
        Standing inside = outside.inGuest(guest.running(), !disks.isEmpty());
        RowBuffer rows = writer.rows(Part.GUEST_OS);
        int row = rows.size();
        int firstHypervisor = writer.rows(Part.HYPERVISOR).size();
        int firstBinaries = writer.rows(Part.BINARIES).size();
        int firstApplication = writer.rows(Part.APPLICATION).size();
        Ways ways = system(Part.GUEST_OS, guest, guest.runs(), inside);
        rows.put(row, Field.ONE, 1);
        if (inside.running() && !outside.virtual()) {
            putSize(rows, row, Field.ALLOCATED_MEMORY, machine.memory());
            putCpu(rows, row, Field.ALLOCATED_CPU, machine.vcpus().map(Cpu::ofCores));
        }
        if (inside.running()) {
            putOverhead(rows, row, Measure.MEMORY.overhead(hypervisor.overhead(), machine), !outside.virtual(), true);
            putOverhead(rows, row, Measure.CPU.overhead(hypervisor.overhead(), machine), !outside.virtual(), false);
        }
        if (disks.isEmpty()) {
            outside.machine().passOn(inside.machine(), outside.times());
        } else if (!putDisks(rows, row, disks, inside, ways.users())) {
            rows.clearFrom(row, Field.DISK);
            writer.rows(Part.HYPERVISOR).clearFrom(firstHypervisor, Field.DISK);
            writer.rows(Part.BINARIES).clearFrom(firstBinaries, Field.DISK);
            writer.rows(Part.APPLICATION).clearFrom(firstApplication, Field.DISK);
        }
        return ways;
    }

    /** Whether the layers in the guest enter the figure themselves. */
    private boolean putDisks(
            RowBuffer rows, int row, ImmutableList<VirtualDisk> disks, Standing inside, boolean users) {
        Irregular.unless(disks.size() == 1 || !users);
        long slack = 0;
        boolean enters = false;
        for (int disk = 0; disk < disks.size(); disk++) {
            Irregular.unless(!(disks.get(disk) instanceof VirtualDisk.LinkedClone));
            boolean thin = disks.get(disk) instanceof VirtualDisk.Thin;
            Optional<DataSize> cost = disks.get(disk) instanceof VirtualDisk.Thin thinDisk
                    ? thinDisk.actual()
                    : disks.get(disk).size();
            if (cost.isEmpty()) {
                markUnknown(rows, row, Field.SLACK);
                enters |= disk == 0 && thin;
            } else {
                enters |= disk == 0 && inside.machine().isComplete();
                long contents = disk == 0 && enters ? inside.machine().contents() : 0;
                slack = Standing.add(slack, cost.get().bytes() - contents);
            }
        }
        rows.put(row, Field.SLACK, slack);
        load.add(slack, inside.times());
        return enters;
    }

    private Ways daemon(DockerDaemon daemon, Standing at) {
        Irregular.unless(daemon.store().isEmpty()
                && daemon.imageStore() == ImageStore.OVERLAY2
                && !at.machine().hasDisk());
        int row = begin(Part.DOCKER_DAEMON, daemon, at);
        RowBuffer rows = writer.rows(Part.DOCKER_DAEMON);
        rows.put(row, Field.PLATFORM, platforms.of(daemon));
        putDemand(rows, row, daemon, at);
        putDisk(rows, row, daemon.disk(), at);
        Standing above = at.after(daemon.startup(), true);
        int group = writer.rows(Part.APPLICATION).size();
        Ways ways = new Ways();
        Set<String> volumes = new HashSet<>();
        daemon.runs().forEachEntry((binaries, copies) -> {
            int node = images.of(binaries);
            if (binaries.runs().isEmpty()) {
                unused(binaries, node, above.under(copies));
            }
            binaries.runs()
                    .forEachEntry((application, times) -> container(
                            application, binaries, daemon, above.under(copies).under(times), at, node, volumes, ways));
        });
        images.requireOneSizeEach(writer.images(), group);
        closeGroup(group, at, true);
        end(Part.DOCKER_DAEMON, row, daemon, ways, true);
        return ways;
    }

    private void unused(Binaries image, int node, Standing at) {
        int row = writer.addApplication("", Optional.empty(), image.name(), image.version(), images.use(node));
        RowBuffer rows = writer.rows(Part.APPLICATION);
        rows.put(row, Field.IMAGE_COPIES, at.times());
        rows.put(row, Field.READY, -1);
        rows.put(row, Field.WARM_READY, -1);
        load.add(images.chainBytes(node), at.times());
    }

    private void container(
            Application application,
            Binaries binaries,
            DockerDaemon daemon,
            Standing at,
            Standing store,
            int imageNode,
            Set<String> volumes,
            Ways ways) {
        int node = images.use(images.withApplication(imageNode, application));
        int row = addApplication(application, binaries, at, node, ways);
        RowBuffer rows = writer.rows(Part.APPLICATION);
        rows.put(row, Field.CONTAINER, 1);
        rows.put(row, Field.IMAGE_COPIES, at.times());
        load.add(images.chainBytes(node), at.times());
        if (at.running() && application.running()) {
            boolean outer = !at.virtual();
            rows.put(row, Field.SYSTEMS, daemon.isolation() == Isolation.MICRO_VM ? 1 : 0);
            if (outer) {
                putSize(rows, row, Field.ALLOCATED_MEMORY, application.memoryLimit());
                putCpu(rows, row, Field.ALLOCATED_CPU, application.cpuLimit());
            }
            long memory = daemon.overhead().memory().bytes();
            long cpu = daemon.overhead().cpu().millis();
            putOverhead(rows, row, new Measure.Known(memory, true), outer, true);
            putOverhead(rows, row, new Measure.Known(cpu, true), outer, false);
        }
        putDisk(rows, row, application.writable(), at);
        putVolumes(rows, row, application, at, store, volumes);
    }

    private Ways binaries(Binaries binaries, Standing at, Standing system, Set<String> volumes) {
        int row = begin(Part.BINARIES, binaries, at);
        RowBuffer rows = writer.rows(Part.BINARIES);
        ImmutableList<ChainLayer> layers = ChainLayer.of(binaries);
        Irregular.unless(layers.size() <= 1);
        if (!layers.isEmpty()) {
            putDisk(rows, row, layers.get(0).disk(), at);
        }
        Ways ways = new Ways();
        List<Copies<Layer>> children = sorted(binaries.runs());
        for (Copies<Layer> child : children) {
            Application application = (Application) child.layer();
            Standing on = at.under(child.times());
            int process = addApplication(application, binaries, on, Block.NO_IMAGE, ways);
            RowBuffer applications = writer.rows(Part.APPLICATION);
            if (on.running() && application.running() && !on.virtual()) {
                putSize(applications, process, Field.ALLOCATED_MEMORY, application.memory());
                putCpu(applications, process, Field.ALLOCATED_CPU, application.cpu());
            }
            putDisk(applications, process, application.disk(), on);
            putVolumes(applications, process, application, on, system, volumes);
        }
        putRange(rows, row);
        return ways;
    }

    private int addApplication(Application application, Binaries binaries, Standing at, int node, Ways ways) {
        int row = writer.addApplication(
                application.name(), application.version(), binaries.name(), binaries.version(), node);
        RowBuffer rows = writer.rows(Part.APPLICATION);
        boolean running = at.running() && application.running();
        rows.put(row, Field.TIMES, at.times());
        rows.put(row, Field.ONE, 1);
        rows.put(row, Field.STOPPED, running ? 0 : 1);
        ways.sawApplication();
        if (running) {
            putSize(rows, row, Field.MEMORY, application.memory());
            putCpu(rows, row, Field.CPU, application.cpu());
            Standing ready = at.after(application.startup(), false);
            rows.put(row, Field.READY, ready.ready());
            rows.put(row, Field.WARM_READY, ready.warmReady());
            rows.put(row, Field.READY_GAP, application.startup().isPresent() ? 0 : 1);
            rows.put(row, Field.WARM_READY_GAP, application.startup().isPresent() ? 0 : 1);
            ways.sawRunning();
        } else {
            rows.put(row, Field.READY, -1);
            rows.put(row, Field.WARM_READY, -1);
        }
        return row;
    }

    private void putVolumes(
            RowBuffer rows, int row, Application application, Standing at, Standing store, Set<String> names) {
        if (application.volumes().isEmpty()) {
            return;
        }
        Set<String> own = new HashSet<>();
        for (Volume volume : application.volumes()) {
            Irregular.unless(own.add(volume.name()));
            Irregular.unless(!volume.shared() || (names.add(volume.name()) && at.times() == store.times()));
            putMoreDisk(rows, row, volume.size(), at);
        }
    }

    private int begin(Part part, Layer layer, Standing at) {
        int row = writer.add(part, layer.name());
        RowBuffer rows = writer.rows(part);
        rows.put(row, Field.TIMES, at.times());
        rows.put(row, Field.DEPTH, at.depth());
        rows.put(row, Field.FIRST, applicationsOfHost());
        return row;
    }

    private void end(Part part, int row, Demanding<?> layer, Ways ways, boolean startsClock) {
        RowBuffer rows = writer.rows(part);
        putRange(rows, row);
        boolean gap = layer.startup().isEmpty();
        rows.put(row, Field.READY_GAP, gap && ways.any() ? 1 : 0);
        rows.put(row, Field.WARM_READY_GAP, gap && ways.isDirect() && !startsClock ? 1 : 0);
    }

    private void putRange(RowBuffer rows, int row) {
        rows.put(row, Field.END, applicationsOfHost());
    }

    private int applicationsOfHost() {
        return writer.rows(Part.APPLICATION).size() - writer.start(Part.APPLICATION);
    }

    private void closeGroup(int first, Standing at, boolean ofDaemon) {
        int end = writer.rows(Part.APPLICATION).size();
        if (first == end) {
            return;
        }
        RowBuffer groups = writer.rows(Part.GROUP);
        int row = groups.add();
        groups.put(row, Field.TIMES, at.times());
        groups.put(row, Field.FIRST, first - writer.start(Part.APPLICATION));
        groups.put(row, Field.END, end - writer.start(Part.APPLICATION));
        groups.put(row, Field.CONTAINER, ofDaemon ? 1 : 0);
    }

    private void putDemand(RowBuffer rows, int row, Demanding<?> layer, Standing at) {
        if (!at.running()) {
            return;
        }
        putSize(rows, row, Field.MEMORY, layer.memory());
        putCpu(rows, row, Field.CPU, layer.cpu());
        if (!at.virtual()) {
            putSize(rows, row, Field.ALLOCATED_MEMORY, layer.memory());
            putCpu(rows, row, Field.ALLOCATED_CPU, layer.cpu());
        }
    }

    private void putOverhead(RowBuffer rows, int row, Measure.Known overhead, boolean outer, boolean memory) {
        Field field = memory ? Field.OVERHEAD_MEMORY : Field.OVERHEAD_CPU;
        Field outerField = memory ? Field.OUTER_OVERHEAD_MEMORY : Field.OUTER_OVERHEAD_CPU;
        rows.put(row, field, overhead.amount());
        load.add(overhead.amount(), rows.get(row, Field.TIMES));
        rows.put(row, outerField, outer ? overhead.amount() : 0);
        if (!overhead.complete()) {
            rows.putUnknown(row, field);
        }
        if (!overhead.complete() && outer) {
            rows.putUnknown(row, outerField);
        }
    }

    private void putSize(RowBuffer rows, int row, Field field, Optional<DataSize> size) {
        if (size.isPresent()) {
            put(rows, row, field, size.get().bytes());
        } else {
            rows.putUnknown(row, field);
        }
    }

    private void putCpu(RowBuffer rows, int row, Field field, Optional<Cpu> cpu) {
        if (cpu.isPresent()) {
            put(rows, row, field, cpu.get().millis());
        } else {
            rows.putUnknown(row, field);
        }
    }

    private void put(RowBuffer rows, int row, Field field, long number) {
        rows.put(row, field, number);
        load.add(number, rows.get(row, Field.TIMES));
    }

    private void putDisk(RowBuffer rows, int row, Optional<DataSize> size, Standing at) {
        if (size.isPresent()) {
            rows.put(row, Field.DISK, size.get().bytes());
            load.add(size.get().bytes(), at.times());
            at.machine().add(size.get().bytes(), at.times());
        } else {
            rows.putUnknown(row, Field.DISK);
            at.machine().addUnknown();
        }
    }

    private void putMoreDisk(RowBuffer rows, int row, Optional<DataSize> size, Standing at) {
        if (size.isPresent()) {
            rows.put(
                    row,
                    Field.DISK,
                    Standing.add(rows.get(row, Field.DISK), size.get().bytes()));
            load.add(size.get().bytes(), at.times());
            at.machine().add(size.get().bytes(), at.times());
        } else {
            markUnknown(rows, row, Field.DISK);
            at.machine().addUnknown();
        }
    }

    /** A row has one bit for each unknown figure, so two unknown parts of one are too many. */
    private static void markUnknown(RowBuffer rows, int row, Field field) {
        Irregular.unless(!rows.isUnknown(row, field));
        rows.putUnknown(row, field);
    }

    /** Two different siblings of one name have one path, so the order of paths would not tell their rows apart. */
    private static List<Copies<Layer>> sorted(ImmutableMultiset<? extends Layer> layers) {
        List<Copies<Layer>> sorted = new ArrayList<>();
        layers.forEachEntry((layer, copies) -> sorted.add(new Copies<>(layer, copies)));
        sorted.sort(BY_NAME);
        for (int at = 1; at < sorted.size(); at++) {
            Layer left = sorted.get(at - 1).layer();
            Layer right = sorted.get(at).layer();
            Irregular.unless(left.height() + right.height() == 2 || !left.name().equals(right.name()));
        }
        return sorted;
    }
}
