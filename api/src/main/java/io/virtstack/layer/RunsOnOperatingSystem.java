package io.virtstack.layer;

/** What may stand on an operating system, host or guest: a hosted hypervisor, a container daemon, or binaries. */
public sealed interface RunsOnOperatingSystem extends Layer permits HostedHypervisor, DockerDaemon, Binaries {}
