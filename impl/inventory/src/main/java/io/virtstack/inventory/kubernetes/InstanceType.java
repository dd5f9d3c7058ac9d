package io.virtstack.inventory.kubernetes;

import com.google.common.base.Ascii;
import io.virtstack.inventory.document.Node;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * What KubeVirt sets aside for each machine of a type.
 *
 * @param vcpus empty if it is not stated
 * @param memory empty if it is not stated
 */
record InstanceType(Optional<Integer> vcpus, Optional<DataSize> memory) {
    private static final String GROUP = "instancetype.kubevirt.io";
    private static final String OF_NAMESPACE = "VirtualMachineInstancetype";
    private static final String OF_CLUSTER = "VirtualMachineClusterInstancetype";

    static boolean is(ManifestObject object) {
        return object.group().equals(GROUP)
                && (object.kind().equals(OF_NAMESPACE) || object.kind().equals(OF_CLUSTER));
    }

    static InstanceType of(Node spec) {
        return new InstanceType(
                spec.path("cpu", "guest").map(node -> (int) node.wholeNumber(1, KubeVirtMachine.MOST_VCPUS)),
                spec.path("memory", "guest").map(Quantity::size));
    }

    /**
     * {@return the type that a machine names, which is one of the whole cluster unless it says otherwise}
     *
     * @param reference how it names it
     * @param namespace the one the machine is in
     */
    static ObjectKey named(Node reference, String namespace) {
        String name = reference.findText("name").orElse("inferred from a volume");
        boolean ofNamespace = reference
                .findText("kind")
                .filter(kind -> Ascii.toLowerCase(kind).startsWith(Ascii.toLowerCase(OF_NAMESPACE)))
                .isPresent();
        return ofNamespace
                ? new ObjectKey(OF_NAMESPACE, namespace, name)
                : new ObjectKey(OF_CLUSTER, ObjectKey.DEFAULT, name);
    }

    /** {@return this hardware, with the figures of the type where it has none} */
    VirtualHardware complete(VirtualHardware hardware) {
        VirtualHardware withVcpus = hardware.vcpus().isPresent()
                ? hardware
                : vcpus.map(hardware::withVcpus).orElse(hardware);
        return withVcpus.memory().isPresent()
                ? withVcpus
                : memory.map(withVcpus::withMemory).orElse(withVcpus);
    }
}
