package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.layer.Hardware;

/** A part that makes whole machines together with all other parts of its class, and with no others. */
public interface JointPart extends Part {
    /**
     * {@return the machines that all of them make}
     *
     * @param all the parts of this class, this one included, in the order of the files
     */
    Joined join(ImmutableList<? extends JointPart> all);

    /**
     * What parts make together.
     *
     * @param machines whole machines
     * @param notes what had to be assumed
     */
    record Joined(ImmutableList<Hardware> machines, ImmutableList<InventoryNote> notes) {}
}
