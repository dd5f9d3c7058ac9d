package io.virtstack.generators;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/** Turns a flat list of rows into a machine: decides from the bottom what each row is, then builds from the top. */
final class Assembly {
    private final Alphabet alphabet;
    private final Layers layers;

    Assembly(Alphabet alphabet) {
        this.alphabet = alphabet;
        this.layers = new Layers(alphabet);
    }

    /** Any rows make a valid machine: what does not fit where it stands becomes something that does. */
    Hardware hardware(Row machine, List<Row> rows) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(Shape.HARDWARE, known(machine), 0, 0, HashMultiset.create()));
        for (Row row : rows) {
            places.add(place(known(row), places));
        }
        for (int index = rows.size(); index > 0; index--) {
            Place place = places.get(index);
            add(place, places.get(place.parent()).above());
        }
        return layers.hardware(places.get(0).row(), places.get(0).above());
    }

    private Row known(Row row) {
        return alphabet.unknowns() ? row : row.knowingAll();
    }

    private Place place(Row row, List<Place> earlier) {
        int parent = parent(row, earlier);
        ImmutableList<Shape> shapes = above(parent, earlier);
        Shape shape = shapes.get(row.shape() % shapes.size());
        return new Place(shape, row, parent, earlier.get(parent).depth() + 1, HashMultiset.create());
    }

    /**
     * Counted backwards, so that a row dropped while shrinking moves none of those that stand together. Every second row that
     * names none of the earlier rows stands on the latest, or else stacks would be flat. A row on an application moves beside what the application stands on, so that there are about as many images as containers.
     */
    private static int parent(Row row, List<Place> earlier) {
        int count = earlier.size();
        boolean onLatest = row.parent() >= count && row.parent() % 2 == 0;
        int parent = onLatest ? count - 1 : count - 1 - row.parent() % count;
        Place place = earlier.get(parent);
        return place.shape() == Shape.APPLICATION ? earlier.get(place.parent()).parent() : parent;
    }

    private ImmutableList<Shape> above(int index, List<Place> places) {
        return places.get(index).shape().above(alphabet.containersOnHost());
    }

    /** Equal siblings may be built twice, and a multiset holds no more than an {@code int} of each. */
    private void add(Place place, Multiset<Layer> siblings) {
        Layer layer = layers.layer(place.shape(), place.row(), place.above());
        long copies = (long) siblings.count(layer) + alphabet.copies(place.row(), place.depth());
        siblings.setCount(layer, (int) Math.min(copies, Integer.MAX_VALUE));
    }

    private record Place(Shape shape, Row row, int parent, int depth, Multiset<Layer> above) {}
}
