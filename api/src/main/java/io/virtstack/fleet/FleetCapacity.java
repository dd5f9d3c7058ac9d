package io.virtstack.fleet;

import com.google.common.collect.ImmutableMap;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.layer.Layer;

/**
 * How many more copies fit on the machines of a fleet, each filled for itself. Immutable and safe for use by several threads.
 *
 * @param added what is added
 * @param rule the rule under which it fits
 * @param copies how many more copies fit on the machines that have a limit
 * @param boundBy on how many machines each resource stops the next copy; a machine where several do is counted at each
 * @param unlimited machines where nothing stops the next copy, since what they have is not stated or a copy takes nothing of
 *     it; they are not in {@code copies}
 * @param withoutPlace machines that have nothing the copies could stand on
 * @param incomplete machines of those that have a limit where a figure or a capacity that enters is unknown, so that fewer
 *     copies may fit
 */
public record FleetCapacity(
        Layer added,
        AdmissionRule rule,
        long copies,
        ImmutableMap<Resource, Long> boundBy,
        long unlimited,
        long withoutPlace,
        long incomplete) {
    /** {@return whether the true number may be smaller, because something is unknown} */
    public boolean isAtMost() {
        return incomplete > 0;
    }

    /** {@return the number, what stops the next copies, and the rule} */
    @Override
    public String toString() {
        return (isAtMost() ? "at most " : "") + copies + " more of " + added + "; machines bound by " + boundBy
                + ", unlimited " + unlimited + ", without place " + withoutPlace + "; rule: " + rule;
    }
}
