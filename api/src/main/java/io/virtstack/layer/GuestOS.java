package io.virtstack.layer;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.values.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An operating system on a hypervisor. Each copy is one virtual machine.
 *
 * <p>{@link #memory()} and {@link #cpu()} are what the operating system itself demands; what is set aside for the machine
 * is {@link #machine()}.
 */
@ValueStyle
@Value.Immutable
public abstract sealed class GuestOS
        implements Layer, OperatingSystem, Demanding<GuestOS>, Carrying<RunsOnOperatingSystem, GuestOS>
        permits ImmutableGuestOS {
    GuestOS() {}

    /**
     * {@return a builder of a guest operating system}
     *
     * @param name what it is called, for example {@code debian-12}
     */
    public static Builder builder(String name) {
        return ImmutableGuestOS.builder().name(name);
    }

    @Override
    public abstract Optional<OsFamily> family();

    @Override
    public abstract Optional<String> distribution();

    @Override
    public abstract Optional<String> version();

    /** {@return the architecture it is made for} */
    public abstract Optional<Architecture> architecture();

    /** {@return what the hypervisor sets aside for the machine} */
    public abstract Optional<VirtualHardware> machine();

    /** {@return whether the machine runs; a stopped one costs disk only, with all that stands on it} */
    @Value.Default
    public boolean running() {
        return true;
    }

    @Override
    public abstract ImmutableMultiset<RunsOnOperatingSystem> runs();

    @Override
    public final LayerKind kind() {
        return LayerKind.GUEST_OS;
    }

    @Override
    public final <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visitGuestOS(this);
    }

    @Override
    @Value.Derived
    @Value.Auxiliary
    public int height() {
        return LayerCheck.heightAbove(runs());
    }

    /**
     * {@return this guest of another distribution}
     *
     * @param distribution for example {@code debian}
     */
    public abstract GuestOS withDistribution(String distribution);

    /**
     * {@return this guest in another version}
     *
     * @param version the version of the distribution
     */
    public abstract GuestOS withVersion(String version);

    /**
     * {@return this guest under another name}
     *
     * @param name not blank
     */
    public abstract GuestOS withName(String name);

    /**
     * {@return this guest with another family}
     *
     * @param family the family of the kernel
     */
    public abstract GuestOS withFamily(OsFamily family);

    /**
     * {@return this guest for another architecture}
     *
     * @param architecture the architecture it is made for
     */
    public abstract GuestOS withArchitecture(Architecture architecture);

    /**
     * {@return this guest with other virtual hardware}
     *
     * @param machine what the hypervisor sets aside
     */
    public abstract GuestOS withMachine(VirtualHardware machine);

    /**
     * {@return this guest with other virtual hardware}
     *
     * @param machine what the hypervisor sets aside; empty for unknown
     */
    public abstract GuestOS withMachine(Optional<? extends VirtualHardware> machine);

    /**
     * {@return this guest, running or stopped}
     *
     * @param running whether it runs
     */
    public abstract GuestOS withRunning(boolean running);

    @Value.Check
    void check() {
        LayerCheck.of(this).demands(this).orThrow();
    }

    /** {@return kind and name; shallow} */
    @Override
    public final String toString() {
        return "GuestOS " + name();
    }

    /** Builds a guest operating system. Sets single attributes at most once; not safe for use by several threads. */
    public sealed interface Builder
            extends Runs<RunsOnOperatingSystem, Builder>, Demanding.Builder<Builder>, OperatingSystem.Builder<Builder>
            permits ImmutableGuestOS.Builder {
        /**
         * Sets the architecture it is made for.
         *
         * @param architecture for example {@link Architecture#AMD64}
         */
        Builder architecture(Architecture architecture);

        /**
         * Sets what the hypervisor sets aside for the machine.
         *
         * @param machine for example {@code VirtualHardware.of(2, "4 GiB", "40 GB")}
         */
        Builder machine(VirtualHardware machine);

        /**
         * Sets whether the machine runs; {@code true} unless set.
         *
         * @param running whether it runs
         */
        Builder running(boolean running);

        /**
         * {@return the guest}
         *
         * @throws io.virtstack.violation.InvalidModelException with all violations of this layer
         */
        GuestOS build();
    }
}
