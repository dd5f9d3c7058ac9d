package io.virtstack.fleet;

import io.virtstack.Aggregation;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Utilisation;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Hardware;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A live fleet at one moment.
 *
 * <p>Totals are there when it is taken; what is asked of one machine is computed from that machine alone. Gaps are named as
 * {@link Fleet} names them. Immutable and safe for use by several threads.
 */
public interface FleetSnapshot {
    /** {@return what the fleet is called} */
    String name();

    /** {@return how many machines there are} */
    long hosts();

    /** {@return what all machines cost together} */
    Footprint footprint();

    /**
     * {@return one sum alone}
     *
     * @param figure which sum
     * @param <Q> the quantity
     */
    <Q> Total<Q> total(Figure.Sum<Q> figure);

    /**
     * {@return a sum by kind of layer, with rows for allocation slack and overhead; nothing is unattributed}
     *
     * @param figure which sum
     * @param <Q> the quantity
     */
    <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure);

    /**
     * {@return the machine of a name, empty if there is none}
     *
     * @param name what it is called
     */
    Optional<Hardware> host(String name);

    /**
     * {@return what one sum of one machine is, empty if there is no machine of that name}
     *
     * @param name what the machine is called
     * @param figure which sum
     * @param <Q> the quantity
     */
    <Q> Optional<Total<Q>> total(String name, Figure.Sum<Q> figure);

    /**
     * {@return how much of one machine is used, held against what a rule admits; empty if there is no machine of that name}
     *
     * @param name what the machine is called
     * @param rule which figures count, and how much of a capacity they may take
     * @throws io.virtstack.quantity.OverflowException if what the rule admits does not fit a {@code long}
     */
    Optional<Utilisation> utilisation(String name, AdmissionRule rule);

    /**
     * {@return all answers about one machine, its attribution among them; empty if there is no machine of that name}
     *
     * @param name what the machine is called
     */
    Optional<Aggregation> aggregate(String name);

    /** {@return the machines, in the order of their names} */
    Stream<Hardware> machines();
}
