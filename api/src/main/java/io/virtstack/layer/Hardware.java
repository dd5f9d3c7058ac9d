package io.virtstack.layer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.machine.Storage;
import io.virtstack.platform.Architecture;
import io.virtstack.quantity.DataSize;
import io.virtstack.values.ValueStyle;
import io.virtstack.violation.Rule;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A machine: the capacity that everything above shares, and the root of a stack.
 *
 * <p>It costs nothing itself. Capacities that nobody stated are unknown and bound nothing.
 */
@ValueStyle
@Value.Immutable
public abstract sealed class Hardware implements Layer, Carrying<RunsOnHardware, Hardware> permits ImmutableHardware {
    Hardware() {}

    /**
     * {@return a builder of a machine}
     *
     * @param name what it is called, for example {@code rack-1}
     */
    public static Builder builder(String name) {
        return ImmutableHardware.builder().name(name);
    }

    /** {@return the number of processor cores} */
    public abstract Optional<Integer> cores();

    /** {@return the processor architecture} */
    public abstract Optional<Architecture> architecture();

    /** {@return the memory that is built in} */
    public abstract Optional<DataSize> memoryCapacity();

    /** {@return the storage devices; none stated means unknown storage} */
    public abstract ImmutableList<Storage> storage();

    @Override
    public abstract ImmutableMultiset<RunsOnHardware> runs();

    @Override
    public final LayerKind kind() {
        return LayerKind.HARDWARE;
    }

    @Override
    public final <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visitHardware(this);
    }

    @Override
    @Value.Derived
    @Value.Auxiliary
    public int height() {
        return LayerCheck.heightAbove(runs());
    }

    /**
     * {@return this machine under another name}
     *
     * @param name not blank
     */
    public abstract Hardware withName(String name);

    /**
     * {@return this machine with another number of cores}
     *
     * @param cores from 1
     */
    public abstract Hardware withCores(int cores);

    /**
     * {@return this machine with another architecture}
     *
     * @param architecture the processor architecture
     */
    public abstract Hardware withArchitecture(Architecture architecture);

    /**
     * {@return this machine with other memory}
     *
     * @param memory at least 0 B
     */
    public abstract Hardware withMemoryCapacity(DataSize memory);

    /**
     * {@return this machine with other memory}
     *
     * @param memory for example {@code 64 GiB}
     * @throws IllegalArgumentException if the text is no size
     */
    public final Hardware withMemoryCapacity(String memory) {
        return withMemoryCapacity(DataSize.parse(memory));
    }

    /**
     * {@return this machine with other storage}
     *
     * @param storage the devices
     */
    public abstract Hardware withStorage(Iterable<? extends Storage> storage);

    @Value.Check
    void check() {
        LayerCheck.of(this)
                .expect(
                        cores().orElse(1) >= 1,
                        "cores",
                        Rule.COUNT,
                        () -> cores().map(Object::toString).orElse(""),
                        "state a number from 1")
                .size("memoryCapacity", memoryCapacity())
                .orThrow();
    }

    /** {@return kind and name; shallow} */
    @Override
    public final String toString() {
        return "Hardware " + name();
    }

    /** Builds a machine. Sets single attributes at most once; not safe for use by several threads. */
    public sealed interface Builder extends Runs<RunsOnHardware, Builder> permits ImmutableHardware.Builder {
        /**
         * Sets the number of processor cores.
         *
         * @param cores from 1
         */
        Builder cores(int cores);

        /**
         * Sets the processor architecture.
         *
         * @param architecture for example {@link Architecture#AMD64}
         */
        Builder architecture(Architecture architecture);

        /**
         * Sets the memory that is built in.
         *
         * @param memory at least 0 B
         */
        Builder memoryCapacity(DataSize memory);

        /**
         * Sets the memory that is built in.
         *
         * @param memory for example {@code 64 GiB}
         * @throws IllegalArgumentException if the text is no size
         */
        default Builder memoryCapacity(String memory) {
            return memoryCapacity(DataSize.parse(memory));
        }

        /**
         * Adds storage devices.
         *
         * @param devices what to add
         */
        Builder storageAll(Iterable<? extends Storage> devices);

        /**
         * Adds a storage device.
         *
         * @param device for example {@code Storage.ssd("2 TB")}
         */
        default Builder storage(Storage device) {
            return storageAll(ImmutableList.of(device));
        }

        /**
         * {@return the machine}
         *
         * @throws io.virtstack.violation.InvalidModelException with all violations of this layer
         */
        Hardware build();
    }
}
