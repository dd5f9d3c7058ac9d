package io.virtstack.engine.oracle;

import com.google.common.collect.Multiset;
import io.virtstack.layer.Application;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One copy of a layer as an object of its own, with every copy that stands on it. */
final class Copy {
    private final Place place;
    private final boolean running;
    private final List<Copy> children = new ArrayList<>();

    private Copy(Place place, boolean running) {
        this.place = place;
        this.running = running && !place.stopped();
    }

    static Copy of(Layer machine) {
        return expand(Place.of(machine), true);
    }

    private static Copy expand(Place place, boolean running) {
        Copy copy = new Copy(place, running);
        for (Multiset.Entry<? extends Layer> child : place.layer().runs().entrySet()) {
            for (int time = 0; time < child.getCount(); time++) {
                copy.children.add(expand(place.child(child.getElement()), copy.running));
            }
        }
        return copy;
    }

    /** How many copies there would be, as far as a {@code long} goes. */
    static double size(Layer layer) {
        double size = 1;
        for (Multiset.Entry<? extends Layer> child : layer.runs().entrySet()) {
            size += child.getCount() * size(child.getElement());
        }
        return size;
    }

    Place place() {
        return place;
    }

    Layer layer() {
        return place.layer();
    }

    LayerPath path() {
        return place.path();
    }

    boolean running() {
        return running;
    }

    List<Copy> children() {
        return children;
    }

    /** This copy and all above it. */
    Stream<Copy> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Copy::all));
    }

    List<Copy> applications() {
        return all().filter(copy -> copy.layer() instanceof Application).toList();
    }
}
