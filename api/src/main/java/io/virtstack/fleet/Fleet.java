package io.virtstack.fleet;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Utilisation;
import io.virtstack.comparison.Comparison;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;

/**
 * Many machines, kept as columns instead of values, that answers what a stack answers.
 *
 * <p>Build it with {@link io.virtstack.AggregationEngine#fleet}, machine by machine; no machine's value needs to stay in
 * memory. Every answer is computed from the columns when it is asked for, on all processors when the fleet is large, and is
 * the one that {@link io.virtstack.AggregationEngine#aggregate} gives for the same machines.
 *
 * <p>Machines with what is rare in fleets, such as a containerd image store, stores that are shared by name, or linked clones, have
 * no columns and are kept as values of some hundred bytes a container: a sum over them is computed once, when it is first asked
 * for, and shares and capacities afresh by the engine.
 *
 * <p>Totals name their gaps by what is missing, all layers of a kind together, not by the path of each layer: the path of
 * such a gap is the fleet's name, or the name of the row it is in.
 *
 * <p>Immutable and safe for use by several threads. Every question throws
 * {@link io.virtstack.quantity.OverflowException} when its answer does not fit a {@code long}. Disk is undefined while a
 * store holds something of two sizes: then its questions throw {@link io.virtstack.violation.InvalidModelException}.
 */
public interface Fleet {
    /** {@return what the fleet is called} */
    String name();

    /** {@return how many machines it has} */
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
     * {@return a sum by names; those of the same name are one row}
     *
     * <p>By machine, a row is all that the machines of that name cost, and nothing is unattributed. By application or image,
     * a row is what {@link #attribute} gives to the application copies of that name, and what no copy uses is unattributed.
     *
     * @param grouping by the names of what
     * @param figure which sum
     * @param <Q> the quantity
     */
    <Q> Breakdown<String, Q> by(Grouping grouping, Figure.Sum<Q> figure);

    /**
     * {@return the rows of {@link #by} that have most, the largest first, then in the order of their names}
     *
     * @param count how many rows at most, from 0
     * @param grouping by the names of what
     * @param figure which sum
     * @param <Q> the quantity
     * @throws IllegalArgumentException if {@code count} is negative
     */
    <Q> ImmutableList<Ranked<Q>> top(int count, Grouping grouping, Figure.Sum<Q> figure);

    /**
     * Splits a sum between the application copies, as {@link io.virtstack.Aggregation#byApplication} does.
     *
     * @param figure which sum
     * @param receiver is told each share, machine by machine, in the thread that asks; several shares may have one path
     * @param <Q> the quantity
     * @return what no application uses
     */
    @CanIgnoreReturnValue
    <Q> Total<Q> attribute(Figure.Sum<Q> figure, Consumer<? super Share<Q>> receiver);

    /**
     * {@return what changes from this fleet to another}
     *
     * @param after another fleet of the same engine
     */
    Comparison compare(Fleet after);

    /**
     * {@return how many more containers fit}
     *
     * <p>On each machine they go on the first daemon, by path, that stands on its host operating system.
     *
     * @param image an image with the application that each container runs
     * @param rule when a machine counts as full
     * @throws IllegalArgumentException if a layer of the image is of another size in the fleet, or an application has a volume
     *     that containers share: the fleet does not know which machines have it already
     * @throws io.virtstack.quantity.OverflowException if the number does not fit a {@code long}
     */
    FleetCapacity capacity(Binaries image, AdmissionRule rule);

    /**
     * {@return how many more virtual machines fit}
     *
     * <p>On each machine they go on the first hypervisor, by path, that stands on the hardware or its host operating system.
     *
     * @param guest a virtual machine
     * @param rule when a machine counts as full
     * @throws io.virtstack.quantity.OverflowException if the number does not fit a {@code long}
     */
    FleetCapacity capacity(GuestOS guest, AdmissionRule rule);

    /**
     * Tells how much of each machine is used, as {@link io.virtstack.AggregationEngine#utilisation} does of one.
     *
     * @param rule which figures count, and how much of a capacity they may take
     * @param receiver is told the utilisation of a machine, and how many machines are like it, in the thread that asks
     */
    void utilisation(AdmissionRule rule, ObjLongConsumer<? super Utilisation> receiver);

    /**
     * {@return the same fleet, whose answers report how far they are and can be cancelled}
     *
     * @param progress is told; a question that it ends throws {@link java.util.concurrent.CancellationException}
     */
    Fleet watchedBy(Progress progress);

    /** Builds a fleet. Not safe for use by several threads. */
    interface Builder {
        /**
         * Adds a machine. One that cannot be added leaves no trace.
         *
         * @param host a stack
         * @return this
         * @throws io.virtstack.quantity.OverflowException if a {@code long} cannot hold how many copies of a layer it has
         */
        default Builder add(Hardware host) {
            return add(host, 1);
        }

        /**
         * Adds a machine that there are several of.
         *
         * @param host a stack
         * @param copies how many, from 0
         * @return this
         * @throws IllegalArgumentException if {@code copies} is negative
         * @throws io.virtstack.quantity.OverflowException if a {@code long} cannot hold how many copies of a layer there are
         */
        @CanIgnoreReturnValue
        Builder add(Hardware host, long copies);

        /**
         * Adds machines one after the other; a stream may make them as it goes.
         *
         * @param hosts each is added as {@link #add(Hardware)} does; what was added before one that cannot be stays
         * @return this
         */
        @CanIgnoreReturnValue
        default Builder addAll(Stream<Hardware> hosts) {
            hosts.sequential().forEachOrdered(this::add);
            return this;
        }

        /**
         * Reports how many machines were added.
         *
         * @param progress is told; an addition that it ends throws {@link java.util.concurrent.CancellationException}
         * @return this
         */
        @CanIgnoreReturnValue
        Builder watchedBy(Progress progress);

        /**
         * {@return the fleet of all machines added so far; the builder cannot be used after}
         *
         * @throws IllegalStateException if it was called before
         */
        Fleet build();
    }
}
