package io.virtstack.fleet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.LayerPath;

/**
 * Machines that change all the time, with answers that are current after every change.
 *
 * <p>A machine is known by its name. What an edit costs depends on its size, and on that of the machine it is about at most,
 * never on that of the fleet.
 *
 * <p><b>Copies.</b> A path can lead to several layers: to copies of one layer, or to different layers of one name. An edit of
 * a workload changes one copy of one of them. Binaries are looked for, and put, on daemons if there are any at that path, else
 * on operating systems. Adding takes the first of these; removing takes the first of these that has enough copies. All other
 * copies stay as they are. The one that was changed comes first from then on, so further edits at that path are about the same
 * copy, and the inverse of an edit undoes it. To change all copies, {@linkplain #replace replace} the machine.
 *
 * <p><b>Atomicity.</b> Every edit takes effect as a whole, or throws and leaves no trace: after it all figures of the fleet and
 * of the machine are those of a fleet that was built anew. No reader sees a part of an edit. Two calls are two edits, and
 * another thread's edit may come between them; {@link #replace} and {@link #remove(String)} return what they took away, so that
 * nobody has to look first.
 *
 * <p><b>Threads.</b> Safe for use by several threads. Edits wait for each other and take effect one after the other, in one
 * order for all threads. Reading never blocks: {@link #snapshot} takes no lock, however many edits are under way, and what it
 * returns is an immutable state between two edits, at least as new as the last edit that returned before the call, in this
 * thread or in one whose actions happened before. Answers of a snapshot take no lock either, and an edit never waits for a
 * reader. A snapshot that is kept keeps the machines alive that it has.
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
     * @param place the path of the layer they stand on; of several of that path, the first daemon or else the first system, and
     *     of that one copy
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
     * @param place the path of the hypervisor; of several of that path, the first, and of that one copy
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
     * @param place the path of the layer they stand on; of several, one copy of the first that has enough of them
     * @param workload a value equal to what is there
     * @param copies how many, from 1
     * @throws IllegalArgumentException if no layer at that path has so many, or {@code copies} is less than 1
     * @throws io.virtstack.quantity.OverflowException if a figure would not fit a {@code long}
     */
    void remove(LayerPath place, Binaries workload, int copies);

    /**
     * Removes copies of a virtual machine.
     *
     * @param place the path of the hypervisor; of several, one copy of the first that has enough of them
     * @param workload a value equal to what is there
     * @param copies how many, from 1
     * @throws IllegalArgumentException if no layer at that path has so many, or {@code copies} is less than 1
     * @throws io.virtstack.quantity.OverflowException if a figure would not fit a {@code long}
     */
    void remove(LayerPath place, GuestOS workload, int copies);
}
