package io.virtstack.layer;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.platform.OsFamily;
import io.virtstack.values.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** An operating system that stands directly on the hardware. */
@ValueStyle
@Value.Immutable
public abstract sealed class HostOS
        implements RunsOnHardware, OperatingSystem, Demanding<HostOS>, Carrying<RunsOnOperatingSystem, HostOS>
        permits ImmutableHostOS {
    HostOS() {}

    /**
     * {@return a builder of a host operating system}
     *
     * @param name what it is called, for example {@code debian-12}
     */
    public static Builder builder(String name) {
        return ImmutableHostOS.builder().name(name);
    }

    @Override
    public abstract Optional<OsFamily> family();

    @Override
    public abstract Optional<String> distribution();

    @Override
    public abstract Optional<String> version();

    @Override
    public abstract ImmutableMultiset<RunsOnOperatingSystem> runs();

    @Override
    public final LayerKind kind() {
        return LayerKind.HOST_OS;
    }

    @Override
    public final <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visitHostOS(this);
    }

    @Override
    @Value.Derived
    @Value.Auxiliary
    public int height() {
        return LayerCheck.heightAbove(runs());
    }

    /**
     * {@return this operating system of another distribution}
     *
     * @param distribution for example {@code debian}
     */
    public abstract HostOS withDistribution(String distribution);

    /**
     * {@return this operating system in another version}
     *
     * @param version the version of the distribution
     */
    public abstract HostOS withVersion(String version);

    /**
     * {@return this operating system under another name}
     *
     * @param name not blank
     */
    public abstract HostOS withName(String name);

    /**
     * {@return this operating system with another family}
     *
     * @param family the family of the kernel
     */
    public abstract HostOS withFamily(OsFamily family);

    @Value.Check
    void check() {
        LayerCheck.of(this).demands(this).orThrow();
    }

    /** {@return kind and name; shallow} */
    @Override
    public final String toString() {
        return "HostOS " + name();
    }

    /** Builds a host operating system. Sets single attributes at most once; not safe for use by several threads. */
    public sealed interface Builder
            extends Runs<RunsOnOperatingSystem, Builder>, Demanding.Builder<Builder>, OperatingSystem.Builder<Builder>
            permits ImmutableHostOS.Builder {
        /**
         * {@return the operating system}
         *
         * @throws io.virtstack.violation.InvalidModelException with all violations of this layer
         */
        HostOS build();
    }
}
