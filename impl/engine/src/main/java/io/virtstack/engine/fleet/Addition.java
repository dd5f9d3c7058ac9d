package io.virtstack.engine.fleet;

import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Placement;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.machine.Volume;
import java.util.Optional;

/**
 * What is added to machines until they are full.
 *
 * @param layer an image with applications, or a virtual machine
 * @param rule when a machine counts as full
 */
record Addition(Layer layer, AdmissionRule rule) {
    static Addition of(Binaries image, AdmissionRule rule) {
        image.runs()
                .forEachEntry((application, copies) ->
                        application.volumes().stream().filter(Volume::shared).forEach(volume -> refuse(image, volume)));
        return new Addition(image, rule);
    }

    private static void refuse(Binaries image, Volume volume) {
        throw new IllegalArgumentException("volume " + volume.name() + " of " + image
                + " is shared, and a fleet does not know which machines have it; take it unshared");
    }

    static Addition of(GuestOS guest, AdmissionRule rule) {
        return new Addition(guest, rule);
    }

    Optional<Binaries> image() {
        return layer instanceof Binaries image ? Optional.of(image) : Optional.empty();
    }

    /** Whose rows it is added to. */
    Part part() {
        return layer instanceof Binaries ? Part.DOCKER_DAEMON : Part.HYPERVISOR;
    }

    /** What it is added to. */
    Class<? extends Layer> target() {
        return layer instanceof Binaries ? DockerDaemon.class : Hypervisor.class;
    }

    Placement on(Layer target) {
        return target instanceof DockerDaemon daemon
                ? Placement.on(daemon, (Binaries) layer)
                : Placement.on((Hypervisor) target, (GuestOS) layer);
    }
}
