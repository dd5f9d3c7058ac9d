package io.virtstack.inventory.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Isolation;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.VmOverhead;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Writes a stack as one JSON object. What is unknown or as it is unless stated is left out. */
public final class StackWriter {
    private final JsonGenerator json;

    /** Writes to this generator. */
    public StackWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a machine with all that runs on it. */
    public void write(Hardware machine) throws IOException {
        json.writeStartObject();
        json.writeNumberField(StackReader.VERSION_FIELD, StackReader.VERSION);
        hardware(machine);
        json.writeEndObject();
    }

    private <L extends Layer> void runs(ImmutableMultiset<L> layers) throws IOException {
        if (layers.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("runs");
        for (L layer : layers.elementSet()) {
            json.writeStartObject();
            int copies = layers.count(layer);
            if (copies != 1) {
                json.writeNumberField("copies", copies);
            }
            layer(layer);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void layer(Layer layer) throws IOException {
        if (layer instanceof HostOS host) {
            kind("host-os", host);
            system(host);
            demands(host);
            runs(host.runs());
        } else if (layer instanceof GuestOS guest) {
            guest(guest);
        } else if (layer instanceof BareMetalHypervisor hypervisor) {
            kind("bare-metal-hypervisor", hypervisor);
            demands(hypervisor);
            hypervisor(hypervisor);
            text("controlSystem", hypervisor.controlSystem());
            runs(hypervisor.runs());
        } else if (layer instanceof HostedHypervisor hypervisor) {
            kind("hosted-hypervisor", hypervisor);
            demands(hypervisor);
            hypervisor(hypervisor);
            runs(hypervisor.runs());
        } else if (layer instanceof DockerDaemon daemon) {
            daemon(daemon);
        } else if (layer instanceof Binaries binaries) {
            binaries(binaries);
        } else if (layer instanceof Application application) {
            application(application);
        } else {
            throw new IllegalStateException(layer + " stands on no layer");
        }
    }

    private void kind(String kind, Layer layer) throws IOException {
        json.writeStringField("kind", kind);
        json.writeStringField("name", layer.name());
    }

    private void hardware(Hardware machine) throws IOException {
        kind("hardware", machine);
        if (machine.cores().isPresent()) {
            json.writeNumberField("cores", machine.cores().get());
        }
        name("architecture", machine.architecture());
        bytes("memoryBytes", machine.memoryCapacity());
        if (!machine.storage().isEmpty()) {
            json.writeArrayFieldStart("storage");
            for (Storage device : machine.storage()) {
                json.writeStartObject();
                name("kind", Optional.of(device.kind()));
                bytes("bytes", Optional.of(device.size()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        runs(machine.runs());
    }

    private void system(OperatingSystem system) throws IOException {
        name("family", system.family());
        text("distribution", system.distribution());
        text("version", system.version());
    }

    private void guest(GuestOS guest) throws IOException {
        kind("guest-os", guest);
        system(guest);
        name("architecture", guest.architecture());
        if (!guest.running()) {
            json.writeBooleanField("running", false);
        }
        if (guest.machine().isPresent()) {
            json.writeObjectFieldStart("machine");
            machine(guest.machine().get());
            json.writeEndObject();
        }
        demands(guest);
        runs(guest.runs());
    }

    private void machine(VirtualHardware machine) throws IOException {
        if (machine.vcpus().isPresent()) {
            json.writeNumberField("vcpus", machine.vcpus().get());
        }
        bytes("memoryBytes", machine.memory());
        if (!machine.disks().isEmpty()) {
            json.writeArrayFieldStart("disks");
            for (VirtualDisk disk : machine.disks()) {
                json.writeStartObject();
                disk(disk);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void disk(VirtualDisk disk) throws IOException {
        if (disk instanceof VirtualDisk.Thin thin) {
            json.writeStringField("kind", "thin");
            bytes("actualBytes", thin.actual());
        } else if (disk instanceof VirtualDisk.LinkedClone clone) {
            json.writeStringField("kind", "linked-clone");
            json.writeStringField("base", clone.base());
            bytes("baseBytes", clone.baseSize());
            bytes("deltaBytes", clone.delta());
        } else {
            json.writeStringField("kind", "thick");
        }
        bytes("bytes", disk.size());
    }

    private void hypervisor(Hypervisor hypervisor) throws IOException {
        text("store", hypervisor.store());
        if (hypervisor.nestedVirtualization()) {
            json.writeBooleanField("nestedVirtualization", true);
        }
        VmOverhead overhead = hypervisor.overhead();
        if (!overhead.equals(VmOverhead.NONE)) {
            json.writeObjectFieldStart("overhead");
            bytes("memoryBytes", Optional.of(overhead.memory()));
            bytes("memoryBytesPerVcpu", Optional.of(overhead.memoryPerVcpu()));
            json.writeNumberField("bytesPerStartedMib", overhead.bytesPerStartedMib());
            millis("cpuMillis", Optional.of(overhead.cpu()));
            json.writeEndObject();
        }
    }

    private void daemon(DockerDaemon daemon) throws IOException {
        kind("docker-daemon", daemon);
        demands(daemon);
        text("store", daemon.store());
        if (daemon.imageStore() != ImageStore.OVERLAY2) {
            name("imageStore", Optional.of(daemon.imageStore()));
        }
        if (daemon.isolation() != Isolation.SHARED_KERNEL) {
            name("isolation", Optional.of(daemon.isolation()));
        }
        ContainerOverhead overhead = daemon.overhead();
        if (!overhead.equals(ContainerOverhead.NONE)) {
            json.writeObjectFieldStart("overhead");
            bytes("memoryBytes", Optional.of(overhead.memory()));
            millis("cpuMillis", Optional.of(overhead.cpu()));
            json.writeEndObject();
        }
        runs(daemon.runs());
    }

    private void binaries(Binaries binaries) throws IOException {
        kind("binaries", binaries);
        text("version", binaries.version());
        name("family", binaries.family());
        bytes("diskBytes", binaries.disk());
        if (binaries.image().isPresent()) {
            json.writeObjectFieldStart("image");
            image(binaries.image().get());
            json.writeEndObject();
        }
        runs(binaries.runs());
    }

    private void image(Image image) throws IOException {
        text("id", image.id().map(Digest::value));
        texts("tags", image.tags());
        if (image.platform().isPresent()) {
            json.writeObjectFieldStart("platform");
            name("family", Optional.of(image.platform().get().family()));
            name("architecture", Optional.of(image.platform().get().architecture()));
            json.writeEndObject();
        }
        json.writeArrayFieldStart("layers");
        for (ImageLayer layer : image.layers()) {
            json.writeStartObject();
            json.writeStringField("diffId", layer.diffId().value());
            bytes("contentBytes", layer.contentSize());
            bytes("tarBytes", layer.tarSize());
            bytes("compressedBytes", layer.compressedSize());
            bytes("storedBytes", layer.storedSize());
            text("blob", layer.blob().map(Digest::value));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void application(Application application) throws IOException {
        kind("application", application);
        text("version", application.version());
        demands(application);
        bytes("memoryLimitBytes", application.memoryLimit());
        millis("cpuLimitMillis", application.cpuLimit());
        if (application.writable().isEmpty()) {
            json.writeNullField("writableBytes");
        } else if (!application.writable().get().equals(DataSize.ZERO)) {
            bytes("writableBytes", application.writable());
        }
        if (!application.running()) {
            json.writeBooleanField("running", false);
        }
        if (!application.volumes().isEmpty()) {
            json.writeArrayFieldStart("volumes");
            for (Volume volume : application.volumes()) {
                json.writeStartObject();
                json.writeStringField("name", volume.name());
                bytes("bytes", volume.size());
                if (!volume.shared()) {
                    json.writeBooleanField("shared", false);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void demands(Demanding<?> layer) throws IOException {
        bytes("diskBytes", layer.disk());
        bytes("memoryDemandBytes", layer.memory());
        millis("cpuMillis", layer.cpu());
        text("startup", layer.startup().map(Duration::toString));
    }

    private void bytes(String field, Optional<DataSize> size) throws IOException {
        if (size.isPresent()) {
            json.writeNumberField(field, size.get().bytes());
        }
    }

    private void millis(String field, Optional<Cpu> cpu) throws IOException {
        if (cpu.isPresent()) {
            json.writeNumberField(field, cpu.get().millis());
        }
    }

    private void text(String field, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(field, text.get());
        }
    }

    private void texts(String field, ImmutableList<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    private void name(String field, Optional<? extends Enum<?>> constant) throws IOException {
        if (constant.isPresent()) {
            json.writeStringField(field, jsonName(constant.get()));
        }
    }

    static String jsonName(Enum<?> constant) {
        return Ascii.toLowerCase(constant.name()).replace('_', '-');
    }
}
