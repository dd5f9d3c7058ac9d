package io.virtstack.layer;

/** What may stand on {@link Hardware}: an operating system or a bare-metal hypervisor. */
public sealed interface RunsOnHardware extends Layer permits HostOS, BareMetalHypervisor {}
