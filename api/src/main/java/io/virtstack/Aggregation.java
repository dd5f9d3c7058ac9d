package io.virtstack;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Explanation;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;
import java.util.Optional;

/**
 * The answers about some machines, prepared once and given many times.
 *
 * <p>Immutable and safe for use by several threads. Every method throws {@link io.virtstack.quantity.OverflowException} when
 * a figure does not fit a {@code long}. What needs disk throws {@link io.virtstack.violation.InvalidModelException} when a
 * store holds something of two sizes, for then there is no figure.
 */
public interface Aggregation {
    /** {@return what the machines cost together} */
    Footprint footprint();

    /**
     * {@return one figure alone, which the others cannot hinder; empty for a duration when no application runs}
     *
     * @param figure which figure
     * @param <Q> the quantity
     */
    <Q> Optional<Total<Q>> find(Figure<Q> figure);

    /**
     * {@return a sum by kind of layer, with rows for allocation slack and overhead; nothing is unattributed}
     *
     * @param figure which sum
     * @param <Q> the quantity
     */
    <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure);

    /**
     * {@return a sum by machine; nothing is unattributed}
     *
     * @param figure which sum
     * @param <Q> the quantity
     */
    <Q> Breakdown<LayerPath, Q> byHost(Figure.Sum<Q> figure);

    /**
     * {@return a sum by application, all copies of a path together}
     *
     * <p>What several application copies use is split equally between them, whole units only: the units that are left over
     * go one each to the first copies, in the order of the paths of what their binaries stand on, then of the chains of image
     * layers they use on a daemon, then of their own paths. For layers that images share this is the Shapley value. What no
     * application uses is unattributed.
     *
     * <p>Chains are compared layer by layer from the lowest, a chain before those it is the beginning of: layers of images by
     * their DiffIDs, then layers stated as one size by name, version, kind and size, the unstated first.
     *
     * @param figure which sum
     * @param <Q> the quantity
     */
    <Q> Breakdown<LayerPath, Q> byApplication(Figure.Sum<Q> figure);

    /**
     * {@return where a figure comes from; no lines for a duration when no application runs}
     *
     * @param figure which figure
     * @param <Q> the quantity
     */
    <Q> Explanation<Q> explain(Figure<Q> figure);

    /** {@return the images of all daemons, in the order of their daemons and names} */
    ImmutableList<ImageUsage> images();
}
