package io.virtstack.layer;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.machine.VmOverhead;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.values.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** A hypervisor that stands directly on the hardware (type 1). */
@ValueStyle
@Value.Immutable
public abstract sealed class BareMetalHypervisor
        implements Hypervisor, RunsOnHardware, Demanding<BareMetalHypervisor>, Carrying<GuestOS, BareMetalHypervisor>
        permits ImmutableBareMetalHypervisor {
    BareMetalHypervisor() {}

    @Override
    public abstract Optional<DataSize> disk();

    @Override
    public abstract Optional<DataSize> memory();

    @Override
    public abstract Optional<Cpu> cpu();

    @Override
    public abstract Optional<Duration> startup();

    /**
     * {@return the operating system that controls it (Xen's dom0, Hyper-V's root partition), empty if it has none}
     *
     * <p>It counts as one operating system. What it takes is part of the hypervisor's own figures.
     */
    public abstract Optional<String> controlSystem();

    @Override
    @Value.Default
    public VmOverhead overhead() {
        return VmOverhead.NONE;
    }

    @Override
    @Value.Default
    public boolean nestedVirtualization() {
        return false;
    }

    @Override
    public abstract ImmutableMultiset<GuestOS> runs();

    @Override
    @Value.Derived
    @Value.Auxiliary
    public int height() {
        return LayerCheck.heightAbove(runs());
    }

    /**
     * {@return this hypervisor with another control system}
     *
     * @param controlSystem for example {@code dom0}
     */
    public abstract BareMetalHypervisor withControlSystem(String controlSystem);

    /**
     * {@return this hypervisor with its virtual disks in a store of that name}
     *
     * @param store a name that hypervisors of the same machine may share
     */
    public abstract BareMetalHypervisor withStore(String store);

    /**
     * {@return this hypervisor under another name}
     *
     * @param name not blank
     */
    public abstract BareMetalHypervisor withName(String name);

    /**
     * {@return this hypervisor with another overhead}
     *
     * @param overhead what it takes for each running machine
     */
    public abstract BareMetalHypervisor withOverhead(VmOverhead overhead);

    /**
     * {@return this hypervisor, allowing its guests hypervisors or not}
     *
     * @param nested whether they may
     */
    public abstract BareMetalHypervisor withNestedVirtualization(boolean nested);

    @Value.Check
    void check() {
        LayerCheck.of(this).demands(this).orThrow();
    }

    /** {@return kind and name; shallow} */
    @Override
    public final String toString() {
        return "BareMetalHypervisor " + name();
    }

    /** Builds a bare-metal hypervisor. Sets single attributes at most once; not safe for use by several threads. */
    public sealed interface Builder extends Hypervisor.Builder<Builder> permits ImmutableBareMetalHypervisor.Builder {
        /**
         * Declares the operating system that controls it.
         *
         * @param name for example {@code dom0}
         */
        Builder controlSystem(String name);

        /**
         * {@return the hypervisor}
         *
         * @throws io.virtstack.violation.InvalidModelException with all violations of this layer
         */
        BareMetalHypervisor build();
    }
}
