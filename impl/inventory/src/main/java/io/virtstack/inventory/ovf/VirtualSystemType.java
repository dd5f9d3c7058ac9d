package io.virtstack.inventory.ovf;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.assembly.HypervisorKind;

/** The families of virtual hardware that a machine is made for, such as {@code vmx-13 vmx-11}: the first known one counts. */
final class VirtualSystemType {
    /** KVM itself, and oVirt, which manages it. */
    private static final ImmutableSet<String> KVM = ImmutableSet.of("kvm", "qemu", "ovirt", "engine", "rhevm");

    private VirtualSystemType() {}

    static HypervisorKind hypervisor(String types) {
        for (String type : Splitter.onPattern("[\\s,]+").omitEmptyStrings().split(Ascii.toLowerCase(types))) {
            if (type.startsWith("vmx")) {
                return HypervisorKind.ESXI;
            }
            if (type.startsWith("virtualbox")) {
                return new HypervisorKind("virtualbox", false);
            }
            if (type.startsWith("xen")) {
                return HypervisorKind.named("xen");
            }
            if (KVM.stream().anyMatch(type::startsWith)) {
                return HypervisorKind.KVM;
            }
            if (type.startsWith("hyper-v") || type.startsWith("hyperv") || type.startsWith("microsoft")) {
                return HypervisorKind.named("hyperv");
            }
        }
        return new HypervisorKind("hypervisor", true);
    }
}
