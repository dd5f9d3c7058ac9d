package io.virtstack.layer;

/** The seven kinds of layers, from the machine up to what the user wants to run. */
public enum LayerKind {
    /** {@link Hardware}. */
    HARDWARE,
    /** {@link HostOS}. */
    HOST_OS,
    /** {@link Hypervisor}, bare-metal or hosted. */
    HYPERVISOR,
    /** {@link DockerDaemon}. */
    DOCKER_DAEMON,
    /** {@link GuestOS}. */
    GUEST_OS,
    /** {@link Binaries}. */
    BINARIES,
    /** {@link Application}. */
    APPLICATION
}
