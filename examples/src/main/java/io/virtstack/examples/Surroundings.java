package io.virtstack.examples;

import io.virtstack.layer.Application;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.quantity.DataSize;

/**
 * What image archives do not tell: what stands below their images and what their programs demand.
 *
 * @param hostOS the operating system of the machine, on both sides
 * @param daemon the daemon that has the images
 * @param hypervisor the hypervisor that comes instead of the daemon
 * @param guest what each image gets as a machine of its own
 * @param application what each image runs; the archive holds it, so that it takes no disk besides
 */
public record Surroundings(
        HostOS hostOS, DockerDaemon daemon, HostedHypervisor hypervisor, GuestOS guest, Application application) {

    /** {@return layers of which nobody stated a figure: every total that they enter reads "at least"} */
    public static Surroundings unknown() {
        return new Surroundings(
                HostOS.builder("host").build(),
                DockerDaemon.builder("docker").build(),
                Hypervisor.hosted("hypervisor").build(),
                GuestOS.builder("guest").build(),
                Application.builder("application").disk(DataSize.ZERO).build());
    }
}
