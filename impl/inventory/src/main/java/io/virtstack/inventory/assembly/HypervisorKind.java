package io.virtstack.inventory.assembly;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;

/**
 * A hypervisor as files name it.
 *
 * @param name for example {@code kvm}
 * @param bareMetal whether it stands on the hardware itself, and not on the host's operating system
 */
public record HypervisorKind(String name, boolean bareMetal) {
    private static final ImmutableSet<String> BARE_METAL = ImmutableSet.of("xen", "esx", "esxi", "hyperv", "phyp");

    /** KVM on its Linux host. */
    public static final HypervisorKind KVM = new HypervisorKind("kvm", false);

    /** VMware's hypervisor for servers. */
    public static final HypervisorKind ESXI = new HypervisorKind("esxi", true);

    /**
     * {@return the hypervisor that a tool calls by this name}
     *
     * @param name for example {@code qemu}, {@code xen} or {@code vmx-13}
     */
    public static HypervisorKind named(String name) {
        String lower = Ascii.toLowerCase(name);
        boolean bareMetal = BARE_METAL.contains(lower);
        return new HypervisorKind(lower, bareMetal);
    }
}
