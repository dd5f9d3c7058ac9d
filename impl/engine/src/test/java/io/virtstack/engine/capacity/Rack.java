package io.virtstack.engine.capacity;

import io.virtstack.capacity.Limit;
import io.virtstack.capacity.Resource;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.LayerPath;
import io.virtstack.machine.Storage;

/** A rack of four cores, a gigabyte of memory and one of disk, with a daemon that costs nothing. */
final class Rack {
    private Rack() {}

    static Application.Builder app() {
        return Application.builder("app").disk("5 MB").memory("100 MB").cpu("100m");
    }

    static Binaries image(Application application) {
        return Binaries.builder("image").disk("45 MB").runs(application).build();
    }

    static DockerDaemon daemon() {
        return DockerDaemon.builder("docker").disk("0 B").memory("0 B").cpu("0").build();
    }

    static Hardware rack(DockerDaemon daemon) {
        return Hardware.builder("rack")
                .cores(4)
                .memoryCapacity("1 GB")
                .storage(Storage.ssd("1 GB"))
                .runs(HostOS.builder("host")
                        .disk("0 B")
                        .memory("0 B")
                        .cpu("0")
                        .runs(daemon)
                        .build())
                .build();
    }

    static Limit limit(String path, Resource resource, long amount) {
        return new Limit(LayerPath.of(path.split("/")), resource, amount);
    }
}
