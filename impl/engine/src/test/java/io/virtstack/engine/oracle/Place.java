package io.virtstack.engine.oracle;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Application;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.stream.Stream;

/** A layer with those below it. */
record Place(ImmutableList<Layer> layers) {
    static Place of(Layer machine) {
        return new Place(ImmutableList.of(machine));
    }

    Layer layer() {
        return layers.get(layers.size() - 1);
    }

    Layer below(int steps) {
        return layers.get(layers.size() - 1 - steps);
    }

    Place child(Layer child) {
        return new Place(
                ImmutableList.<Layer>builder().addAll(layers).add(child).build());
    }

    Stream<Place> children() {
        return layer().runs().elementSet().stream().map(this::child);
    }

    /** How many copies of this layer are on one copy of the layer below. */
    long count() {
        return below(1).runs().count(layer());
    }

    LayerPath path() {
        return new LayerPath(layers.stream().map(Layer::name).collect(ImmutableList.toImmutableList()));
    }

    boolean container() {
        return layer() instanceof Application && below(2) instanceof DockerDaemon;
    }

    boolean stopped() {
        return (layer() instanceof GuestOS guest && !guest.running())
                || (layer() instanceof Application application && !application.running());
    }
}
