package io.virtstack.fleet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.LayerPath;

/**
 * Machines that change all the time, with answers that are current after every change.
 *
 * <p>A machine is known by its name. Every edit is atomic: it takes effect as a whole, or throws and leaves no trace. What an
 * edit costs depends on its size, and on that of the machine it is about at most, never on that of the fleet.
 *
 * <p>Safe for use by several threads. Edits take effect one after the other, in one order for all threads. {@link #snapshot}
 * takes no lock and never waits for an edit; it returns a state between two edits, at least as new as the last edit that
 * happened before the call.
 */
public interface LiveFleet {
    /** {@return what the fleet is called} */
    String name();

    /** {@return the fleet as it is now; later edits do not change it} */
    FleetSnapshot snapshot();

    /**
     * Adds a machine.
     *
     * @param host a stack
     * @throws IllegalArgumentException if there is a machine of that name
     * @throws io.virtstack.quantity.OverflowException if a figure would not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store would hold something of two sizes
     */
    void add(Hardware host);

    /**
     * Puts a machine in the place of the one of the same name.
     *
     * @param host a stack
     * @return the machine that was there
     * @throws IllegalArgumentException if there is no machine of that name
     * @throws io.virtstack.quantity.OverflowException if a figure would not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store would hold something of two sizes
     */
    @CanIgnoreReturnValue
    Hardware replace(Hardware host);

    /**
     * Removes a machine.
     *
     * @param host the machine's name
     * @return the machine that was there
     * @throws IllegalArgumentException if there is no machine of that name
     */
    @CanIgnoreReturnValue
    Hardware remove(String host);

    /**
     * Adds copies of binaries, with what runs on them, to a daemon or an operating system: on a daemon, containers.
     *
     * @param place the path of the layer they stand on; of several of that path, the first daemon or else the first system
     * @param workload what to add
     * @param copies how many, from 1
     * @throws IllegalArgumentException if nothing at that path can carry binaries, or {@code copies} is less than 1
     * @throws io.virtstack.quantity.OverflowException if a figure would not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store would hold something of two sizes
     */
    void add(LayerPath place, Binaries workload, int copies);

    /**
     * Adds copies of a virtual machine to a hypervisor.
     *
     * @param place the path of the hypervisor; of several of that path, the first
     * @param workload what to add
     * @param copies how many, from 1
     * @throws IllegalArgumentException if there is no hypervisor at that path, or {@code copies} is less than 1
     * @throws io.virtstack.quantity.OverflowException if a figure would not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store would hold something of two sizes
     */
    void add(LayerPath place, GuestOS workload, int copies);

    /**
     * Removes copies of binaries, with what runs on them.
     *
     * @param place the path of the layer they stand on
     * @param workload a value equal to what is there
     * @param copies how many, from 1
     * @throws IllegalArgumentException if there are not so many
     * @throws io.virtstack.quantity.OverflowException if a figure would not fit a {@code long}
     */
    void remove(LayerPath place, Binaries workload, int copies);

    /**
     * Removes copies of a virtual machine.
     *
     * @param place the path of the hypervisor
     * @param workload a value equal to what is there
     * @param copies how many, from 1
     * @throws IllegalArgumentException if there are not so many
     * @throws io.virtstack.quantity.OverflowException if a figure would not fit a {@code long}
     */
    void remove(LayerPath place, GuestOS workload, int copies);
}
