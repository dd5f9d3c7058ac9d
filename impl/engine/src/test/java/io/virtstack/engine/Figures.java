package io.virtstack.engine;

import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.VmOverhead;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes every byte figure that a layer states. */
final class Figures {
    private final UnaryOperator<Optional<DataSize>> change;
    private final boolean alsoDisksOfMachines;

    private Figures(UnaryOperator<Optional<DataSize>> change, boolean alsoDisksOfMachines) {
        this.change = change;
        this.alsoDisksOfMachines = alsoDisksOfMachines;
    }

    /** All of them, the sizes of virtual disks included; rates per MiB are dropped, since they round. */
    static UnaryOperator<Layer> all(UnaryOperator<Optional<DataSize>> change) {
        return new Figures(change, true)::apply;
    }

    /** All but what virtual disks and overheads state. */
    static UnaryOperator<Layer> ofLayers(UnaryOperator<Optional<DataSize>> change) {
        return new Figures(change, false)::apply;
    }

    private Layer apply(Layer layer) {
        Layer changed = layer instanceof Demanding<?> demanding ? ofDemanding(demanding) : layer;
        if (changed instanceof Application application) {
            return application
                    .withMemoryLimit(change.apply(application.memoryLimit()))
                    .withWritable(change.apply(application.writable()))
                    .withVolumes(application.volumes().stream()
                            .map(volume -> new Volume(volume.name(), change.apply(volume.size()), volume.shared()))
                            .toList());
        }
        if (changed instanceof Binaries binaries) {
            return binaries.image().isPresent()
                    ? binaries.withImage(binaries.image().map(this::of))
                    : binaries.withDisk(change.apply(binaries.disk()));
        }
        if (changed instanceof GuestOS guest && guest.machine().isPresent()) {
            return guest.withMachine(of(guest.machine().get()));
        }
        return alsoDisksOfMachines ? withOverhead(changed) : changed;
    }

    private Layer ofDemanding(Demanding<?> layer) {
        Demanding<?> disk = (Demanding<?>) layer.withDisk(change.apply(layer.disk()));
        return (Layer) disk.withMemory(change.apply(disk.memory()));
    }

    private Image of(Image image) {
        return image.withLayers(image.layers().stream().map(this::of).toList());
    }

    private ImageLayer of(ImageLayer layer) {
        ImageLayer.Builder changed = ImageLayer.builder(layer.diffId());
        Optional<DataSize> disk = change.apply(layer.diskSize());
        boolean kept = disk.equals(layer.diskSize());
        boolean forgotten = disk.isEmpty();
        if (!forgotten) {
            layer.contentSize()
                    .flatMap(size -> kept ? Optional.of(size) : change.apply(Optional.of(size)))
                    .ifPresent(changed::contentSize);
            layer.storedSize()
                    .flatMap(size -> kept ? Optional.of(size) : change.apply(Optional.of(size)))
                    .ifPresent(changed::storedSize);
        }
        change.apply(layer.compressedSize()).ifPresent(changed::compressedSize);
        layer.blob().ifPresent(changed::blob);
        return changed.build();
    }

    private VirtualHardware of(VirtualHardware machine) {
        VirtualHardware.Builder changed = VirtualHardware.builder();
        machine.vcpus().ifPresent(changed::vcpus);
        change.apply(machine.memory()).ifPresent(changed::memory);
        machine.disks().forEach(disk -> changed.disk(alsoDisksOfMachines ? of(disk) : disk));
        return changed.build();
    }

    private VirtualDisk of(VirtualDisk disk) {
        if (disk instanceof VirtualDisk.Thick thick) {
            return new VirtualDisk.Thick(change.apply(thick.size()));
        }
        if (disk instanceof VirtualDisk.Thin thin) {
            return new VirtualDisk.Thin(change.apply(thin.size()), change.apply(thin.actual()));
        }
        VirtualDisk.LinkedClone clone = (VirtualDisk.LinkedClone) disk;
        return new VirtualDisk.LinkedClone(
                change.apply(clone.size()), clone.base(), change.apply(clone.baseSize()), change.apply(clone.delta()));
    }

    private Layer withOverhead(Layer layer) {
        if (layer instanceof DockerDaemon daemon) {
            return daemon.withOverhead(new ContainerOverhead(
                    always(daemon.overhead().memory()), daemon.overhead().cpu()));
        }
        if (layer instanceof BareMetalHypervisor hypervisor) {
            return hypervisor.withOverhead(of(hypervisor.overhead()));
        }
        return layer instanceof HostedHypervisor hypervisor
                ? hypervisor.withOverhead(of(hypervisor.overhead()))
                : layer;
    }

    private VmOverhead of(VmOverhead overhead) {
        return new VmOverhead(always(overhead.memory()), always(overhead.memoryPerVcpu()), 0, overhead.cpu());
    }

    private DataSize always(DataSize size) {
        return change.apply(Optional.of(size)).orElseThrow();
    }
}
