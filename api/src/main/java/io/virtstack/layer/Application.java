package io.virtstack.layer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.values.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the user actually wants to run.
 *
 * <p>Each copy on {@link Binaries} on a {@link DockerDaemon} is one container, with its own limits, writable bytes and
 * state; its {@link #disk()} is then the top layer of the image, stored once. On an operating system every copy is a copy on
 * disk, and limits and writable bytes have no meaning.
 */
@ValueStyle
@Value.Immutable
public abstract sealed class Application implements Layer, Demanding<Application> permits ImmutableApplication {
    Application() {}

    /**
     * {@return a builder of an application}
     *
     * @param name what it is called, for example {@code orders}
     */
    public static Builder builder(String name) {
        return ImmutableApplication.builder().name(name);
    }

    /** {@return which version it is} */
    public abstract Optional<String> version();

    /** {@return the most memory that a container of it may take; unknown unless stated} */
    public abstract Optional<DataSize> memoryLimit();

    /** {@return the most processor time that a container of it may take; unknown unless stated} */
    public abstract Optional<Cpu> cpuLimit();

    /** {@return the bytes that a container of it has written on top of its image; 0 B unless stated, empty for unknown} */
    @Value.Default
    @SuppressWarnings("immutables:untype")
    public Optional<DataSize> writable() {
        return Optional.of(DataSize.ZERO);
    }

    /** {@return whether it runs; a stopped one costs disk only} */
    @Value.Default
    public boolean running() {
        return true;
    }

    /** {@return the named volumes it keeps data in} */
    public abstract ImmutableList<Volume> volumes();

    /** {@return nothing: no layer stands on an application} */
    @Override
    public final ImmutableMultiset<Layer> runs() {
        return ImmutableMultiset.of();
    }

    @Override
    public final LayerKind kind() {
        return LayerKind.APPLICATION;
    }

    @Override
    public final <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visitApplication(this);
    }

    @Override
    public final int height() {
        return 1;
    }

    /**
     * {@return this application in another version}
     *
     * @param version any text
     */
    public abstract Application withVersion(String version);

    /**
     * {@return this application under another name}
     *
     * @param name not blank
     */
    public abstract Application withName(String name);

    /**
     * {@return this application with another memory limit}
     *
     * @param limit at least 0 B; empty for unknown
     */
    public abstract Application withMemoryLimit(Optional<? extends DataSize> limit);

    /**
     * {@return this application with another memory limit}
     *
     * @param limit for example {@code 512 MiB}
     * @throws IllegalArgumentException if the text is no size
     */
    public final Application withMemoryLimit(String limit) {
        return withMemoryLimit(Optional.of(DataSize.parse(limit)));
    }

    /**
     * {@return this application with another CPU limit}
     *
     * @param limit at least 0; empty for unknown
     */
    public abstract Application withCpuLimit(Optional<? extends Cpu> limit);

    /**
     * {@return this application with another CPU limit}
     *
     * @param limit for example {@code 500m}
     * @throws IllegalArgumentException if the text is no amount
     */
    public final Application withCpuLimit(String limit) {
        return withCpuLimit(Optional.of(Cpu.parse(limit)));
    }

    /**
     * {@return this application with other writable bytes}
     *
     * @param writable at least 0 B; empty for unknown
     */
    public abstract Application withWritable(Optional<DataSize> writable);

    /**
     * {@return this application, running or stopped}
     *
     * @param running whether it runs
     */
    public abstract Application withRunning(boolean running);

    /**
     * {@return this application with other volumes}
     *
     * @param volumes the named volumes it keeps data in
     */
    public abstract Application withVolumes(Iterable<? extends Volume> volumes);

    @Value.Check
    void check() {
        LayerCheck.of(this)
                .demands(this)
                .size("memoryLimit", memoryLimit())
                .cpu("cpuLimit", cpuLimit())
                .size("writable", writable())
                .orThrow();
    }

    /** {@return kind and name; shallow} */
    @Override
    public final String toString() {
        return "Application " + name();
    }

    /** Builds an application. Sets single attributes at most once; not safe for use by several threads. */
    public sealed interface Builder extends Demanding.Builder<Builder> permits ImmutableApplication.Builder {
        /**
         * Sets which version it is.
         *
         * @param version any text
         */
        Builder version(String version);

        /**
         * Sets the most memory that a container of it may take.
         *
         * @param limit at least 0 B
         */
        Builder memoryLimit(DataSize limit);

        /**
         * Sets the most memory that a container of it may take.
         *
         * @param limit for example {@code 512 MiB}
         * @throws IllegalArgumentException if the text is no size
         */
        default Builder memoryLimit(String limit) {
            return memoryLimit(DataSize.parse(limit));
        }

        /**
         * Sets the most processor time that a container of it may take.
         *
         * @param limit at least 0
         */
        Builder cpuLimit(Cpu limit);

        /**
         * Sets the most processor time that a container of it may take.
         *
         * @param limit for example {@code 500m}
         * @throws IllegalArgumentException if the text is no amount
         */
        default Builder cpuLimit(String limit) {
            return cpuLimit(Cpu.parse(limit));
        }

        /**
         * Sets the bytes that a container of it has written on top of its image; 0 B unless set.
         *
         * @param writable at least 0 B; empty for unknown
         */
        Builder writable(Optional<DataSize> writable);

        /**
         * Sets the bytes that a container of it has written on top of its image; 0 B unless set.
         *
         * @param writable for example {@code 12 MB}
         * @throws IllegalArgumentException if the text is no size
         */
        default Builder writable(String writable) {
            return writable(Optional.of(DataSize.parse(writable)));
        }

        /**
         * Sets whether it runs; {@code true} unless set.
         *
         * @param running whether it runs
         */
        Builder running(boolean running);

        /**
         * Adds named volumes.
         *
         * @param volumes what it keeps data in
         */
        Builder volumesAll(Iterable<? extends Volume> volumes);

        /**
         * Adds a named volume.
         *
         * @param volume what it keeps data in
         */
        default Builder volume(Volume volume) {
            return volumesAll(ImmutableList.of(volume));
        }

        /**
         * {@return the application}
         *
         * @throws io.virtstack.violation.InvalidModelException with all violations of this layer
         */
        Application build();
    }
}
