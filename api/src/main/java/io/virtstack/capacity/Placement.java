package io.virtstack.capacity;

import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.RunsOnOperatingSystem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to add, and on which layer of a stack. The layer is found by its value; of several equal ones, the first by path
 * is meant, in one of its copies; where layers of one name make even the paths equal, the one where the fewest copies fit.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Placement {
    private final Layer target;
    private final Layer added;

    private Placement(Layer target, Layer added) {
        this.target = target;
        this.added = added;
    }

    /**
     * {@return copies of a virtual machine on a hypervisor}
     *
     * @param hypervisor a layer of the stack
     * @param guest the machine to add
     */
    public static Placement on(Hypervisor hypervisor, GuestOS guest) {
        return new Placement(hypervisor, guest);
    }

    /**
     * {@return copies of the containers of an image on a daemon}
     *
     * @param daemon a layer of the stack
     * @param image the image to add, with the application that each container runs
     */
    public static Placement on(DockerDaemon daemon, Binaries image) {
        return new Placement(daemon, image);
    }

    /**
     * {@return copies of something on a host operating system}
     *
     * @param system a layer of the stack
     * @param layer what to add
     */
    public static Placement on(HostOS system, RunsOnOperatingSystem layer) {
        return new Placement(system, layer);
    }

    /**
     * {@return copies of something in a virtual machine}
     *
     * @param system a layer of the stack
     * @param layer what to add
     */
    public static Placement on(GuestOS system, RunsOnOperatingSystem layer) {
        return new Placement(system, layer);
    }

    /** {@return the layer of the stack that copies are added to} */
    public Layer target() {
        return target;
    }

    /** {@return what is added} */
    public Layer added() {
        return added;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Placement placement && target.equals(placement.target) && added.equals(placement.added);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, added);
    }

    /** {@return what goes where} */
    @Override
    public String toString() {
        return added + " on " + target;
    }
}
