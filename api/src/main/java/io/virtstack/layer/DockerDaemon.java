package io.virtstack.layer;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Isolation;
import io.virtstack.values.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What runs containers, in the place that a hypervisor has in the other architecture.
 *
 * <p>{@link Binaries} on it are images, stored once by their content; each copy of an {@link Application} on those is one
 * container.
 */
@ValueStyle
@Value.Immutable
public abstract sealed class DockerDaemon
        implements RunsOnOperatingSystem, Demanding<DockerDaemon>, Carrying<Binaries, DockerDaemon>
        permits ImmutableDockerDaemon {
    DockerDaemon() {}

    /**
     * {@return a builder of a daemon}
     *
     * @param name what it is called, for example {@code docker}
     */
    public static Builder builder(String name) {
        return ImmutableDockerDaemon.builder().name(name);
    }

    /** {@return how it keeps images on disk} */
    @Value.Default
    public ImageStore imageStore() {
        return ImageStore.OVERLAY2;
    }

    /** {@return how it separates its containers} */
    @Value.Default
    public Isolation isolation() {
        return Isolation.SHARED_KERNEL;
    }

    /** {@return what it takes for each running container, on top of what the container takes} */
    @Value.Default
    public ContainerOverhead overhead() {
        return ContainerOverhead.NONE;
    }

    /**
     * {@return the name of the store that holds its images and volumes, empty for one of its own}
     *
     * <p>Daemons on the same machine that name the same store share it.
     */
    public abstract Optional<String> store();

    @Override
    public abstract ImmutableMultiset<Binaries> runs();

    @Override
    public final LayerKind kind() {
        return LayerKind.DOCKER_DAEMON;
    }

    @Override
    public final <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visitDockerDaemon(this);
    }

    @Override
    @Value.Derived
    @Value.Auxiliary
    public int height() {
        return LayerCheck.heightAbove(runs());
    }

    /**
     * {@return this daemon with its images and volumes in a store of that name}
     *
     * @param store a name that daemons of the same machine may share
     */
    public abstract DockerDaemon withStore(String store);

    /**
     * {@return this daemon under another name}
     *
     * @param name not blank
     */
    public abstract DockerDaemon withName(String name);

    /**
     * {@return this daemon with another image store}
     *
     * @param store how it keeps images on disk
     */
    public abstract DockerDaemon withImageStore(ImageStore store);

    /**
     * {@return this daemon with another isolation}
     *
     * @param isolation how it separates its containers
     */
    public abstract DockerDaemon withIsolation(Isolation isolation);

    /**
     * {@return this daemon with another overhead}
     *
     * @param overhead what it takes for each running container
     */
    public abstract DockerDaemon withOverhead(ContainerOverhead overhead);

    @Value.Check
    void check() {
        LayerCheck.of(this).demands(this).orThrow();
    }

    /** {@return kind and name; shallow} */
    @Override
    public final String toString() {
        return "DockerDaemon " + name();
    }

    /** Builds a daemon. Sets single attributes at most once; not safe for use by several threads. */
    public sealed interface Builder extends Runs<Binaries, Builder>, Demanding.Builder<Builder>
            permits ImmutableDockerDaemon.Builder {
        /**
         * Sets how it keeps images on disk; {@link ImageStore#OVERLAY2} unless set.
         *
         * @param store the kind of store
         */
        Builder imageStore(ImageStore store);

        /**
         * Sets how it separates its containers; {@link Isolation#SHARED_KERNEL} unless set.
         *
         * @param isolation the kind of isolation
         */
        Builder isolation(Isolation isolation);

        /**
         * Sets what it takes for each running container; {@link ContainerOverhead#NONE} unless set.
         *
         * @param overhead on top of what the container takes
         */
        Builder overhead(ContainerOverhead overhead);

        /**
         * Sets the name of the store that holds its images and volumes; one of its own unless set.
         *
         * @param store a name that daemons of the same machine may share
         */
        Builder store(String store);

        /**
         * {@return the daemon}
         *
         * @throws io.virtstack.violation.InvalidModelException with all violations of this layer
         */
        DockerDaemon build();
    }
}
