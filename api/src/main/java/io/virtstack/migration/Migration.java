package io.virtstack.migration;

import com.google.common.collect.ImmutableMap;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;

/**
 * The ways from one architecture to the other.
 *
 * <p>All methods are pure.
 */
public final class Migration {
    private Migration() {}

    /**
     * {@return the way from virtual machines to containers}
     *
     * @param hostOS the operating system that the daemon gets where the hypervisor stood on the hardware; where one already
     *     stands under the hypervisor, that one stays
     * @param daemon the daemon that comes where a hypervisor was; what already runs on it stays on it
     */
    public static Containerization onto(HostOS hostOS, DockerDaemon daemon) {
        return new Containerization(hostOS, daemon, ImmutableMap.of());
    }

    /**
     * {@return the way from containers to virtual machines, on a hypervisor that stands on the host operating system}
     *
     * @param hypervisor the hypervisor that comes where a daemon was; what already runs on it stays on it
     * @param template the guest operating system that each container gets; what already runs on it is in every machine
     */
    public static Virtualization into(HostedHypervisor hypervisor, GuestOS template) {
        return new Virtualization(hypervisor, template);
    }

    /**
     * {@return the way from containers to virtual machines, on a hypervisor that takes the place of the host operating system}
     *
     * @param hypervisor the hypervisor that comes where a host operating system with its daemons was
     * @param template the guest operating system that each container gets; what already runs on it is in every machine
     */
    public static Virtualization into(BareMetalHypervisor hypervisor, GuestOS template) {
        return new Virtualization(hypervisor, template);
    }
}
