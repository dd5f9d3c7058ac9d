package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.catalogue.ImageTrie;
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
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.OverflowException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes a machine as rows, parents first, siblings by name. It descends by calls, for no stack is higher than 32 layers.
 */
final class HostCompiler {
    /** A layer that stands several times on another. */
    private record Copies<L extends Layer>(L layer, long times) {}

    private static final Comparator<Copies<?>> BY_NAME =
            Comparator.comparing(copies -> copies.layer().name());

    private final BlockWriter block;
    private final RowWriter writer;
    private final ApplicationRows applications;
    private final ImageNodes images;
    private final Platforms platforms;

    HostCompiler(BlockWriter block, ImageNodes images, Platforms platforms) {
        this.block = block;
        this.writer = new RowWriter(block);
        this.applications = new ApplicationRows(writer);
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
            putCapacities(writer.beginMachine(host, copies), host);
            machine(host, copies);
            writer.endMachine();
            return true;
        } catch (Irregular irregular) {
            return false;
        } finally {
            block.takeBack();
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
        int row = writer.begin(part, (Layer) system, at);
        RowBuffer rows = writer.rows(part);
        rows.put(row, Field.SYSTEMS, at.running() ? 1 : 0);
        writer.putDemand(rows, row, system, at);
        writer.putDisk(rows, row, system.disk(), at);
        Ways ways = onSystem(runs, at.after(system.startup(), part == Part.HOST_OS));
        writer.end(part, row, system, ways, part == Part.HOST_OS);
        return ways;
    }

    private Ways onSystem(ImmutableMultiset<? extends Layer> runs, Standing at) {
        Ways ways = new Ways();
        if (runs.isEmpty()) {
            return ways;
        }
        List<Copies<Layer>> children = sorted(runs);
        int group = writer.rows(Part.APPLICATION).size();
        VolumeNames volumes = new VolumeNames();
        for (Copies<Layer> child : children) {
            if (child.layer() instanceof Binaries binaries) {
                ways.direct(binaries(binaries, at.under(child.times()), at, volumes));
            }
        }
        writer.closeGroup(group, at, false);
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
        int row = writer.begin(Part.HYPERVISOR, hypervisor, at);
        RowBuffer rows = writer.rows(Part.HYPERVISOR);
        rows.put(row, Field.PLATFORM, platforms.of(hypervisor));
        boolean controlled = hypervisor instanceof BareMetalHypervisor bare
                && bare.controlSystem().isPresent();
        rows.put(row, Field.SYSTEMS, controlled && at.running() ? 1 : 0);
        Demanding<?> demanding = (Demanding<?>) hypervisor;
        writer.putDemand(rows, row, demanding, at);
        writer.putDisk(rows, row, demanding.disk(), at);
        Ways ways = new Ways();
        Standing above = at.after(demanding.startup(), true);
        for (Copies<Layer> child : sorted(hypervisor.runs())) {
            ways.direct(guest((GuestOS) child.layer(), hypervisor, above.under(child.times())));
        }
        writer.end(Part.HYPERVISOR, row, demanding, ways, true);
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
        DiskRows inGuest = new DiskRows(writer);
        Ways ways = system(Part.GUEST_OS, guest, guest.runs(), inside);
        rows.put(row, Field.ONE, 1);
        if (inside.running() && !outside.virtual()) {
            writer.putSize(rows, row, Field.ALLOCATED_MEMORY, machine.memory());
            writer.putCpu(rows, row, Field.ALLOCATED_CPU, machine.vcpus().map(Cpu::ofCores));
        }
        if (inside.running()) {
            writer.putOverhead(rows, row, overhead(Measure.MEMORY, hypervisor, machine), !outside.virtual(), true);
            writer.putOverhead(rows, row, overhead(Measure.CPU, hypervisor, machine), !outside.virtual(), false);
        }
        if (disks.isEmpty()) {
            outside.machine().passOn(inside.machine(), outside.times());
        } else if (!putDisks(rows, row, disks, inside, ways.users())) {
            inGuest.clear();
        }
        return ways;
    }

    /** A figure may be beyond measure on a machine of which others can be told. */
    private static Measure.Known overhead(Measure measure, Hypervisor hypervisor, VirtualHardware machine) {
        try {
            return measure.overhead(hypervisor.overhead(), machine);
        } catch (OverflowException beyondMeasure) {
            throw Irregular.because(beyondMeasure);
        }
    }

    /** Whether the layers in the guest enter the figure themselves. */
    private boolean putDisks(
            RowBuffer rows, int row, ImmutableList<VirtualDisk> disks, Standing inside, boolean users) {
        Irregular.unless(disks.size() == 1 || !users);
        long slack = 0;
        long unsharedSlack = 0;
        boolean enters = false;
        for (int disk = 0; disk < disks.size(); disk++) {
            Irregular.unless(!(disks.get(disk) instanceof VirtualDisk.LinkedClone));
            boolean thin = disks.get(disk) instanceof VirtualDisk.Thin;
            Optional<DataSize> cost = disks.get(disk) instanceof VirtualDisk.Thin thinDisk
                    ? thinDisk.actual()
                    : disks.get(disk).size();
            if (cost.isEmpty()) {
                writer.putOneMoreUnknown(rows, row, Field.SLACK);
                writer.putOneMoreUnknown(rows, row, Field.LOGICAL_SLACK);
                enters |= disk == 0 && thin;
            } else {
                enters |= disk == 0 && inside.machine().isComplete();
                boolean holdsLayers = disk == 0 && enters;
                long size = cost.get().bytes();
                slack = Standing.add(
                        slack, holdsLayers ? size - inside.machine().contents() : size);
                unsharedSlack = Standing.add(
                        unsharedSlack, holdsLayers ? size - inside.machine().unsharedContents() : size);
            }
        }
        writer.put(rows, row, Field.SLACK, slack);
        writer.put(rows, row, Field.LOGICAL_SLACK, unsharedSlack);
        return enters;
    }

    private Ways daemon(DockerDaemon daemon, Standing at) {
        Irregular.unless(daemon.store().isEmpty() && daemon.imageStore() == ImageStore.OVERLAY2);
        int row = writer.begin(Part.DOCKER_DAEMON, daemon, at);
        RowBuffer rows = writer.rows(Part.DOCKER_DAEMON);
        rows.put(row, Field.PLATFORM, platforms.of(daemon));
        writer.putDemand(rows, row, daemon, at);
        writer.putDisk(rows, row, daemon.disk(), at);
        Standing above = at.after(daemon.startup(), true);
        Ways ways = new DaemonRows(writer, applications, images, daemon, at, above).add(daemon);
        writer.end(Part.DOCKER_DAEMON, row, daemon, ways, true);
        return ways;
    }

    private Ways binaries(Binaries binaries, Standing at, Standing system, VolumeNames volumes) {
        int row = writer.begin(Part.BINARIES, binaries, at);
        RowBuffer rows = writer.rows(Part.BINARIES);
        ImmutableList<ChainLayer> layers = ChainLayer.of(binaries);
        Irregular.unless(layers.size() <= 1);
        if (!layers.isEmpty()) {
            writer.putDisk(rows, row, layers.get(0).disk(), at);
        }
        Ways ways = new Ways();
        List<Copies<Layer>> children = sorted(binaries.runs());
        for (Copies<Layer> child : children) {
            Application application = (Application) child.layer();
            Standing on = at.under(child.times());
            int process = applications.add(application, binaries, on, ImageTrie.ROOT, ways);
            RowBuffer processes = writer.rows(Part.APPLICATION);
            if (on.running() && application.running() && !on.virtual()) {
                writer.putSize(processes, process, Field.ALLOCATED_MEMORY, application.memory());
                writer.putCpu(processes, process, Field.ALLOCATED_CPU, application.cpu());
            }
            writer.putDisk(processes, process, application.disk(), on);
            applications.putVolumes(processes, process, application, on, system, volumes);
        }
        writer.putRange(rows, row);
        return ways;
    }

    /** Two different siblings of one name have one path, so the order of paths would not tell their rows apart. */
    private static List<Copies<Layer>> sorted(ImmutableMultiset<? extends Layer> layers) {
        List<Copies<Layer>> sorted = new ArrayList<>(layers.elementSet().size());
        layers.forEachEntry((layer, copies) -> sorted.add(new Copies<>(layer, copies)));
        if (sorted.size() < 2) {
            return sorted;
        }
        sorted.sort(BY_NAME);
        for (int at = 1; at < sorted.size(); at++) {
            Layer left = sorted.get(at - 1).layer();
            Layer right = sorted.get(at).layer();
            Irregular.unless(left.height() + right.height() == 2 || !left.name().equals(right.name()));
        }
        return sorted;
    }
}
