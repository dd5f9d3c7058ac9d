package io.virtstack.layer;

/**
 * One method per kind of layer. It only dispatches: walking is up to the caller.
 *
 * @param <R> what the methods return
 */
public interface LayerVisitor<R> {
    /**
     * {@return the answer for a machine}
     *
     * @param hardware what is visited
     */
    R visitHardware(Hardware hardware);

    /**
     * {@return the answer for an operating system on a machine}
     *
     * @param hostOS what is visited
     */
    R visitHostOS(HostOS hostOS);

    /**
     * {@return the answer for a hypervisor}
     *
     * @param hypervisor what is visited
     */
    R visitHypervisor(Hypervisor hypervisor);

    /**
     * {@return the answer for a container daemon}
     *
     * @param daemon what is visited
     */
    R visitDockerDaemon(DockerDaemon daemon);

    /**
     * {@return the answer for an operating system in a virtual machine}
     *
     * @param guestOS what is visited
     */
    R visitGuestOS(GuestOS guestOS);

    /**
     * {@return the answer for libraries or an image}
     *
     * @param binaries what is visited
     */
    R visitBinaries(Binaries binaries);

    /**
     * {@return the answer for an application}
     *
     * @param application what is visited
     */
    R visitApplication(Application application);
}
