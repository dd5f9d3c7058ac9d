package io.virtstack.layer;

import com.google.common.collect.ImmutableList;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.platform.OsFamily;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;

/**
 * The shape of Docker Desktop: on macOS and Windows, Linux containers run on a daemon in a hidden Linux machine.
 *
 * <p>All methods are pure.
 */
public final class DockerDesktop {
    private DockerDesktop() {}

    /**
     * {@return the hypervisor with the hidden machine, ready to run on the operating system}
     *
     * <p>Its own figures, and those of the machine's kernel, are unknown; state them with the withers where you know them.
     *
     * @param host the family of the operating system it is for: macOS (Virtualization framework) or Windows (WSL 2)
     * @param machine what is set aside for the hidden machine
     * @param daemon the daemon in it, with the images and containers
     * @throws InvalidModelException if {@code host} is another family, which needs no hidden machine
     */
    public static HostedHypervisor on(OsFamily host, VirtualHardware machine, DockerDaemon daemon) {
        String hypervisor = switch (host) {
            case MACOS -> "apple-virtualization";
            case WINDOWS -> "wsl2";
            default ->
                throw new InvalidModelException(ImmutableList.of(new Violation(
                        "docker-desktop",
                        Rule.CONTAINER_FAMILY,
                        host.name(),
                        "run the daemon directly on the operating system, or state MACOS or WINDOWS")));
        };
        return Hypervisor.hosted(hypervisor)
                .runs(GuestOS.builder("docker-desktop-vm")
                        .family(OsFamily.LINUX)
                        .machine(machine)
                        .runs(daemon)
                        .build())
                .build();
    }
}
