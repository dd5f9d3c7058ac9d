package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
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
import io.virtstack.layer.LayerVisitor;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualHardware;
import java.util.Optional;

/** What a layer states itself, in short and exactly; it says nothing of what stands on it. */
final class LayerFacts {
    /** What does not run costs disk only. */
    private static final String STOPPED = "stopped";

    private final ImmutableList.Builder<String> figures = ImmutableList.builder();
    private final ImmutableList.Builder<String> details = ImmutableList.builder();

    private LayerFacts() {}

    static LayerFacts of(Layer layer) {
        LayerFacts facts = new LayerFacts();
        layer.accept(facts.new Collector());
        return facts;
    }

    ImmutableList<String> figures() {
        return figures.build();
    }

    ImmutableList<String> details() {
        return details.build();
    }

    private void demands(Demanding<?> layer) {
        figures.add(ShortFigures.named("disk", layer.disk()));
        figures.add(ShortFigures.named("memory", layer.memory()));
        figures.add(ShortFigures.exactly("start-up", layer.startup()));
        details.add(ShortFigures.exactly("disk", layer.disk()));
        details.add(ShortFigures.exactly("memory", layer.memory()));
        details.add(ShortFigures.exactly("CPU", layer.cpu()));
        details.add(ShortFigures.exactly("start-up", layer.startup()));
    }

    private void limit(String what, Optional<?> limit) {
        limit.ifPresent(stated -> details.add(what + " " + stated));
    }

    private void running(boolean running) {
        if (!running) {
            figures.add(STOPPED);
            details.add(STOPPED);
        }
    }

    private void system(Optional<?> family, Optional<String> distribution, Optional<String> version) {
        ImmutableList<String> stated = ImmutableList.<String>builder()
                .addAll(family.map(Object::toString).stream().iterator())
                .addAll(distribution.stream().iterator())
                .addAll(version.stream().iterator())
                .build();
        if (!stated.isEmpty()) {
            details.add(String.join(" ", stated));
        }
    }

    private void machine(VirtualHardware machine) {
        String vcpus = machine.vcpus().map(Object::toString).orElse("unknown") + " vCPU";
        figures.add(vcpus);
        machine.memory().ifPresent(memory -> figures.add(ShortFigures.of(memory) + " set aside"));
        details.add(vcpus);
        details.add(ShortFigures.exactly("memory set aside", machine.memory()));
        machine.disks().forEach(disk -> details.add(ShortFigures.exactly("virtual disk", disk.size())));
    }

    /** Adds what each kind of layer states. */
    private final class Collector implements LayerVisitor<LayerFacts> {
        @Override
        public LayerFacts visitHardware(Hardware hardware) {
            String cores = hardware.cores().map(count -> count + " cores").orElse("cores unknown");
            figures.add(cores);
            figures.add(hardware.memoryCapacity()
                    .map(size -> ShortFigures.of(size) + " memory")
                    .orElse("memory unknown"));
            details.add(cores);
            details.add(ShortFigures.exactly("memory", hardware.memoryCapacity()));
            hardware.architecture().ifPresent(architecture -> details.add(architecture.toString()));
            if (hardware.storage().isEmpty()) {
                figures.add("storage unknown");
                details.add("storage unknown");
            }
            for (Storage device : hardware.storage()) {
                figures.add(ShortFigures.of(device.size()) + " " + device.kind());
                details.add(device.kind() + " " + device.size());
            }
            return LayerFacts.this;
        }

        @Override
        public LayerFacts visitHostOS(HostOS hostOS) {
            demands(hostOS);
            system(hostOS.family(), hostOS.distribution(), hostOS.version());
            return LayerFacts.this;
        }

        @Override
        public LayerFacts visitHypervisor(Hypervisor hypervisor) {
            demands((Demanding<?>) hypervisor);
            if (hypervisor instanceof BareMetalHypervisor bareMetal) {
                bareMetal.controlSystem().ifPresent(control -> figures.add("controlled by " + control));
            }
            return LayerFacts.this;
        }

        @Override
        public LayerFacts visitDockerDaemon(DockerDaemon daemon) {
            demands(daemon);
            return LayerFacts.this;
        }

        @Override
        public LayerFacts visitGuestOS(GuestOS guestOS) {
            demands(guestOS);
            system(guestOS.family(), guestOS.distribution(), guestOS.version());
            guestOS.machine().ifPresent(LayerFacts.this::machine);
            running(guestOS.running());
            return LayerFacts.this;
        }

        @Override
        public LayerFacts visitBinaries(Binaries binaries) {
            figures.add(ShortFigures.named("disk", binaries.disk()));
            details.add(ShortFigures.exactly("disk", binaries.disk()));
            binaries.version().ifPresent(version -> details.add("version " + version));
            return LayerFacts.this;
        }

        @Override
        public LayerFacts visitApplication(Application application) {
            demands(application);
            application.version().ifPresent(version -> details.add("version " + version));
            limit("memory limit", application.memoryLimit());
            limit("CPU limit", application.cpuLimit());
            application.writable().filter(size -> size.bytes() == 0).ifPresentOrElse(none -> {}, () -> {
                figures.add(ShortFigures.named("writes", application.writable()));
                details.add(ShortFigures.exactly("writes", application.writable()));
            });
            application.volumes().forEach(volume -> {
                figures.add("volume " + volume.name() + " "
                        + volume.size().map(ShortFigures::of).orElse("unknown"));
                details.add("volume " + volume.name() + " "
                        + volume.size().map(Object::toString).orElse("unknown"));
            });
            running(application.running());
            return LayerFacts.this;
        }
    }
}
