package io.virtstack.layer;

import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.DurationFormat;
import java.time.Duration;
import java.util.Optional;

/**
 * A layer with demands of its own: disk, memory, CPU and start-up time. What nobody stated is empty, which means unknown.
 *
 * @param <L> the layer
 */
public sealed interface Demanding<L extends Demanding<L>>
        permits HostOS, BareMetalHypervisor, HostedHypervisor, DockerDaemon, GuestOS, Application {
    /** {@return the disk that the layer itself takes, without what stands on it} */
    Optional<DataSize> disk();

    /** {@return the memory that the layer itself demands while it runs} */
    Optional<DataSize> memory();

    /** {@return the processor time that the layer itself demands while it runs} */
    Optional<Cpu> cpu();

    /** {@return the time from start to ready, once what it stands on is ready} */
    Optional<Duration> startup();

    /**
     * {@return this layer with another disk figure}
     *
     * @param disk at least 0 B
     */
    L withDisk(DataSize disk);

    /**
     * {@return this layer with another disk figure}
     *
     * @param disk at least 0 B; empty for unknown
     */
    L withDisk(Optional<? extends DataSize> disk);

    /**
     * {@return this layer with another disk figure}
     *
     * @param disk for example {@code 700 MB}
     * @throws IllegalArgumentException if the text is no size
     */
    default L withDisk(String disk) {
        return withDisk(DataSize.parse(disk));
    }

    /**
     * {@return this layer with another memory figure}
     *
     * @param memory at least 0 B
     */
    L withMemory(DataSize memory);

    /**
     * {@return this layer with another memory figure}
     *
     * @param memory at least 0 B; empty for unknown
     */
    L withMemory(Optional<? extends DataSize> memory);

    /**
     * {@return this layer with another memory figure}
     *
     * @param memory for example {@code 180 MB}
     * @throws IllegalArgumentException if the text is no size
     */
    default L withMemory(String memory) {
        return withMemory(DataSize.parse(memory));
    }

    /**
     * {@return this layer with another CPU figure}
     *
     * @param cpu at least 0
     */
    L withCpu(Cpu cpu);

    /**
     * {@return this layer with another CPU figure}
     *
     * @param cpu at least 0; empty for unknown
     */
    L withCpu(Optional<? extends Cpu> cpu);

    /**
     * {@return this layer with another CPU figure}
     *
     * @param cpu for example {@code 200m}
     * @throws IllegalArgumentException if the text is no amount
     */
    default L withCpu(String cpu) {
        return withCpu(Cpu.parse(cpu));
    }

    /**
     * {@return this layer with another start-up time}
     *
     * @param startup not negative
     */
    L withStartup(Duration startup);

    /**
     * {@return this layer with another start-up time}
     *
     * @param startup not negative; empty for unknown
     */
    L withStartup(Optional<? extends Duration> startup);

    /**
     * {@return this layer with another start-up time}
     *
     * @param startup for example {@code 12 s}
     * @throws IllegalArgumentException if the text is no duration
     */
    default L withStartup(String startup) {
        return withStartup(DurationFormat.parse(startup));
    }

    /**
     * The part of a builder that takes the four figures. Each is unknown until set, and set at most once.
     *
     * @param <B> the builder
     */
    interface Builder<B extends Builder<B>> {
        /**
         * Sets the disk that the layer itself takes.
         *
         * @param disk at least 0 B
         */
        B disk(DataSize disk);

        /**
         * Sets the disk that the layer itself takes, or leaves it unknown.
         *
         * @param disk the figure; empty for unknown
         */
        B disk(Optional<? extends DataSize> disk);

        /**
         * Sets the disk that the layer itself takes.
         *
         * @param disk for example {@code 700 MB}
         * @throws IllegalArgumentException if the text is no size
         */
        default B disk(String disk) {
            return disk(DataSize.parse(disk));
        }

        /**
         * Sets the memory that the layer itself demands.
         *
         * @param memory at least 0 B
         */
        B memory(DataSize memory);

        /**
         * Sets the memory that the layer itself demands, or leaves it unknown.
         *
         * @param memory the figure; empty for unknown
         */
        B memory(Optional<? extends DataSize> memory);

        /**
         * Sets the memory that the layer itself demands.
         *
         * @param memory for example {@code 180 MB}
         * @throws IllegalArgumentException if the text is no size
         */
        default B memory(String memory) {
            return memory(DataSize.parse(memory));
        }

        /**
         * Sets the processor time that the layer itself demands.
         *
         * @param cpu at least 0
         */
        B cpu(Cpu cpu);

        /**
         * Sets the processor time that the layer itself demands, or leaves it unknown.
         *
         * @param cpu the figure; empty for unknown
         */
        B cpu(Optional<? extends Cpu> cpu);

        /**
         * Sets the processor time that the layer itself demands.
         *
         * @param cpu for example {@code 200m} or {@code 2}
         * @throws IllegalArgumentException if the text is no amount
         */
        default B cpu(String cpu) {
            return cpu(Cpu.parse(cpu));
        }

        /**
         * Sets the time from start to ready.
         *
         * @param startup not negative
         */
        B startup(Duration startup);

        /**
         * Sets the time from start to ready, or leaves it unknown.
         *
         * @param startup the figure; empty for unknown
         */
        B startup(Optional<? extends Duration> startup);

        /**
         * Sets the time from start to ready.
         *
         * @param startup for example {@code 12 s}
         * @throws IllegalArgumentException if the text is no duration
         */
        default B startup(String startup) {
            return startup(DurationFormat.parse(startup));
        }
    }
}
