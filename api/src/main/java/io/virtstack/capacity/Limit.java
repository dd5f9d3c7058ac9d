package io.virtstack.capacity;

import io.virtstack.layer.LayerPath;

/**
 * A resource of a machine on the way to a placement, and how much of it may be used. Immutable and safe for use by several
 * threads.
 *
 * @param machine the hardware, or a virtual machine around the placement
 * @param resource what is limited
 * @param amount the most that may be used under the rule, in base units
 */
public record Limit(LayerPath machine, Resource resource, long amount) {
    /** {@return resource, amount and machine} */
    @Override
    public String toString() {
        return resource.figure(Accounting.DEMANDED).format(amount) + " "
                + resource.figure(Accounting.DEMANDED).label() + " of " + machine;
    }
}
