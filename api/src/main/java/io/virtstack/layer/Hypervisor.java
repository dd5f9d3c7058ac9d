package io.virtstack.layer;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.machine.VmOverhead;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.time.Duration;
import java.util.Optional;

/**
 * What runs virtual machines: each copy of a {@link GuestOS} on it is one.
 *
 * <p>It is either {@linkplain #bareMetal bare-metal} (type 1: ESXi, Xen, Hyper-V), standing on the hardware, or
 * {@linkplain #hosted hosted} (type 2: VirtualBox, VMware Workstation, KVM on its Linux host), standing on an operating
 * system. Its kernel is not counted as an operating system.
 */
public sealed interface Hypervisor extends Layer permits BareMetalHypervisor, HostedHypervisor {
    /**
     * {@return a builder of a hypervisor that stands on the hardware}
     *
     * @param name what it is called, for example {@code esxi}
     */
    static BareMetalHypervisor.Builder bareMetal(String name) {
        return ImmutableBareMetalHypervisor.builder().name(name);
    }

    /**
     * {@return a builder of a hypervisor that stands on an operating system}
     *
     * @param name what it is called, for example {@code virtualbox}
     */
    static HostedHypervisor.Builder hosted(String name) {
        return ImmutableHostedHypervisor.builder().name(name);
    }

    /** {@return the disk that the hypervisor itself takes} */
    Optional<DataSize> disk();

    /** {@return the memory that the hypervisor itself demands} */
    Optional<DataSize> memory();

    /** {@return the processor time that the hypervisor itself demands} */
    Optional<Cpu> cpu();

    /** {@return the time from start to ready} */
    Optional<Duration> startup();

    @Override
    ImmutableMultiset<GuestOS> runs();

    /** {@return what it takes for each running machine, on top of what the machine gets} */
    VmOverhead overhead();

    /** {@return whether its guests may run hypervisors themselves} */
    boolean nestedVirtualization();

    /**
     * {@return the name of the store that holds its virtual disks, empty for one of its own}
     *
     * <p>Hypervisors on the same machine that name the same store share it, and with it the bases of linked clones.
     */
    Optional<String> store();

    @Override
    default LayerKind kind() {
        return LayerKind.HYPERVISOR;
    }

    @Override
    default <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visitHypervisor(this);
    }

    /**
     * The part of a builder that both kinds of hypervisor have.
     *
     * @param <B> the builder
     */
    interface Builder<B extends Builder<B>> extends Runs<GuestOS, B>, Demanding.Builder<B> {
        /**
         * Sets what it takes for each running machine; {@link VmOverhead#NONE} unless set.
         *
         * @param overhead on top of what the machine gets
         */
        B overhead(VmOverhead overhead);

        /**
         * Sets whether its guests may run hypervisors themselves; {@code false} unless set.
         *
         * @param nested whether they may
         */
        B nestedVirtualization(boolean nested);

        /**
         * Sets the name of the store that holds its virtual disks; one of its own unless set.
         *
         * @param store a name that hypervisors of the same machine may share
         */
        B store(String store);
    }
}
