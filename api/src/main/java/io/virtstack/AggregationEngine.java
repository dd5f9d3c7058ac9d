package io.virtstack;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Placement;
import io.virtstack.capacity.Utilisation;
import io.virtstack.comparison.Comparison;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.LiveFleet;
import io.virtstack.footprint.Footprint;
import io.virtstack.layer.Hardware;
import io.virtstack.violation.Violation;
import java.util.ServiceLoader;

/**
 * Answers what stacks cost, exactly.
 *
 * <p>Engines are stateless and safe for use by several threads.
 */
public interface AggregationEngine {
    /**
     * {@return the engine on the class path or module path}
     *
     * @throws IllegalStateException if there is none: the message names the artifact to add
     */
    static AggregationEngine create() {
        return ServiceLoader.load(AggregationEngine.class, AggregationEngine.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no aggregation engine found; add the artifact io.virtstack:virtstack-engine at run time, and to a"
                                + " jlink image --add-modules io.virtstack.engine"));
    }

    /**
     * {@return the answers about these machines}
     *
     * @param machines each is counted as often as it occurs
     */
    Aggregation aggregate(Iterable<Hardware> machines);

    /**
     * {@return the answers about one machine}
     *
     * @param machine a stack
     */
    default Aggregation aggregate(Hardware machine) {
        return aggregate(ImmutableList.of(machine));
    }

    /**
     * {@return what one machine costs}
     *
     * @param machine a stack
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store holds something of two sizes
     */
    default Footprint footprint(Hardware machine) {
        return aggregate(machine).footprint();
    }

    /**
     * {@return what changes from one machine to another}
     *
     * @param before a stack
     * @param after another stack
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store holds something of two sizes
     */
    Comparison compare(Hardware before, Hardware after);

    /**
     * {@return all rules on values that a machine breaks, in order of their places; empty when it breaks none}
     *
     * <p>Orders of layers need no check: an illegal one does not compile. Capacities are checked under the rule as
     * {@link #capacity} counts under it: what is demanded, or what is set aside, is held against what is there.
     *
     * @param machine a stack
     * @param rule when a machine counts as full, for the rules on capacity
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     */
    ImmutableList<Violation> check(Hardware machine, AdmissionRule rule);

    /**
     * {@return how much of a machine is used, held against what a rule admits}
     *
     * <p>It says the same as {@link #check} does of the machine itself: a resource is exceeded exactly when its capacity rule is
     * violated.
     *
     * @param machine a stack
     * @param rule which figures count, and how much of a capacity they may take
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store holds something of two sizes
     */
    Utilisation utilisation(Hardware machine, AdmissionRule rule);

    /**
     * {@return how many more copies fit on a machine}
     *
     * <p>The answer is exact for what the machine's figures say: that many copies fit, and the next does not.
     *
     * @param machine a stack
     * @param placement what to add, and where
     * @param rule when a machine counts as full
     * @throws IllegalArgumentException if the stack has no layer equal to the placement's target
     * @throws io.virtstack.quantity.OverflowException if a figure of the stack as it is does not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store holds something of two sizes
     */
    Capacity capacity(Hardware machine, Placement placement, AdmissionRule rule);

    /**
     * {@return a builder of a fleet: many machines at once, kept as columns}
     *
     * @param name what the fleet is called
     * @throws IllegalArgumentException if the name is blank
     */
    Fleet.Builder fleet(String name);

    /**
     * {@return a fleet without machines, to be edited while it is read}
     *
     * @param name what the fleet is called
     * @throws IllegalArgumentException if the name is blank
     */
    LiveFleet liveFleet(String name);
}
