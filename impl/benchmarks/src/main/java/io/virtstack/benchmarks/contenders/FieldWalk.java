package io.virtstack.benchmarks.contenders;

import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Layer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads every field of the layers of a host. Images are read as references: they are the catalogue's, not the host's. */
public final class FieldWalk {
    private final Consumer<Object> objects;
    private final LongConsumer numbers;

    /** Hands all that it reads to these. */
    public FieldWalk(Consumer<Object> objects, LongConsumer numbers) {
        this.objects = objects;
        this.numbers = numbers;
    }

    /** Walks through a host. */
    public void hardware(Hardware host) {
        name(host);
        host.cores().ifPresent(objects);
        host.architecture().ifPresent(objects);
        host.memoryCapacity().ifPresent(size -> numbers.accept(size.bytes()));
        objects.accept(host.storage());
        host.runs().forEachEntry((layer, copies) -> {
            numbers.accept(copies);
            if (layer instanceof HostOS system) {
                hostOs(system);
            }
        });
    }

    private void hostOs(HostOS system) {
        name(system);
        demand(system);
        system.family().ifPresent(objects);
        system.distribution().ifPresent(objects);
        system.version().ifPresent(objects);
        system.runs().forEachEntry((layer, copies) -> {
            numbers.accept(copies);
            if (layer instanceof DockerDaemon daemon) {
                daemon(daemon);
            }
        });
    }

    private void daemon(DockerDaemon daemon) {
        name(daemon);
        demand(daemon);
        objects.accept(daemon.imageStore());
        objects.accept(daemon.isolation());
        objects.accept(daemon.overhead());
        daemon.store().ifPresent(objects);
        daemon.runs().forEachEntry((binaries, copies) -> {
            numbers.accept(copies);
            binaries(binaries);
        });
    }

    private void binaries(Binaries binaries) {
        name(binaries);
        binaries.version().ifPresent(objects);
        binaries.disk().ifPresent(size -> numbers.accept(size.bytes()));
        binaries.image().ifPresent(objects);
        binaries.family().ifPresent(objects);
        binaries.runs().forEachEntry((application, copies) -> {
            numbers.accept(copies);
            application(application);
        });
    }

    private void application(Application application) {
        name(application);
        demand(application);
        application.version().ifPresent(objects);
        application.memoryLimit().ifPresent(size -> numbers.accept(size.bytes()));
        application.cpuLimit().ifPresent(cpu -> numbers.accept(cpu.millis()));
        application.writable().ifPresent(size -> numbers.accept(size.bytes()));
        numbers.accept(application.running() ? 1 : 0);
        objects.accept(application.volumes());
    }

    private void name(Layer layer) {
        numbers.accept(layer.name().length());
    }

    private void demand(Demanding<?> layer) {
        layer.disk().ifPresent(size -> numbers.accept(size.bytes()));
        layer.memory().ifPresent(size -> numbers.accept(size.bytes()));
        layer.cpu().ifPresent(cpu -> numbers.accept(cpu.millis()));
        layer.startup().ifPresent(objects);
    }
}
