package io.virtstack.layer;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.machine.VmOverhead;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.values.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** A hypervisor that stands on an operating system (type 2); on a {@link GuestOS} it is nested virtualization. */
@ValueStyle
@Value.Immutable
public abstract sealed class HostedHypervisor
        implements Hypervisor, RunsOnOperatingSystem, Demanding<HostedHypervisor>, Carrying<GuestOS, HostedHypervisor>
        permits ImmutableHostedHypervisor {
    HostedHypervisor() {}

    @Override
    public abstract Optional<DataSize> disk();

    @Override
    public abstract Optional<DataSize> memory();

    @Override
    public abstract Optional<Cpu> cpu();

    @Override
    public abstract Optional<Duration> startup();

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
     * {@return this hypervisor with its virtual disks in a store of that name}
     *
     * @param store a name that hypervisors of the same machine may share
     */
    public abstract HostedHypervisor withStore(String store);

    /**
     * {@return this hypervisor under another name}
     *
     * @param name not blank
     */
    public abstract HostedHypervisor withName(String name);

    /**
     * {@return this hypervisor with another overhead}
     *
     * @param overhead what it takes for each running machine
     */
    public abstract HostedHypervisor withOverhead(VmOverhead overhead);

    /**
     * {@return this hypervisor, allowing its guests hypervisors or not}
     *
     * @param nested whether they may
     */
    public abstract HostedHypervisor withNestedVirtualization(boolean nested);

    @Value.Check
    void check() {
        LayerCheck.of(this).demands(this).orThrow();
    }

    /** {@return kind and name; shallow} */
    @Override
    public final String toString() {
        return "HostedHypervisor " + name();
    }

    /** Builds a hosted hypervisor. Sets single attributes at most once; not safe for use by several threads. */
    public sealed interface Builder extends Hypervisor.Builder<Builder> permits ImmutableHostedHypervisor.Builder {
        /**
         * {@return the hypervisor}
         *
         * @throws io.virtstack.violation.InvalidModelException with all violations of this layer
         */
        HostedHypervisor build();
    }
}
