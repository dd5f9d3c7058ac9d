package io.virtstack.engine.oracle;

import io.virtstack.footprint.Category;
import io.virtstack.layer.LayerPath;
import io.virtstack.machine.ImageStore;
import io.virtstack.quantity.DataSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a store holds, each key once. */
final class NaiveStore {
    private record Item(Category category, String text, Set<DataSize> stated, Set<DataSize> derived) {}

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Set<LayerPath> members = new TreeSet<>();
    private final Set<ImageStore> kinds = new TreeSet<>();

    void member(Place place) {
        members.add(place.path());
    }

    void kind(ImageStore kind) {
        kinds.add(kind);
    }

    void put(String key, Category category, String text, Optional<DataSize> size) {
        put(key, category, text, size, false);
    }

    void put(String key, Category category, String text, Optional<DataSize> size, boolean derived) {
        Item item = items.computeIfAbsent(key, fresh -> new Item(category, text, new TreeSet<>(), new TreeSet<>()));
        size.ifPresent((derived ? item.derived() : item.stated())::add);
    }

    boolean contradictory() {
        return kinds.size() > 1
                || items.values().stream()
                        .anyMatch(item ->
                                item.stated().size() > 1 || item.derived().size() > 1);
    }

    Tally tally() {
        if (contradictory()) {
            throw new Oracle.NoFigure();
        }
        Tally tally = new Tally();
        for (Item item : items.values()) {
            Optional<Long> size = Stream.concat(item.stated().stream(), item.derived().stream())
                    .map(DataSize::bytes)
                    .findFirst();
            tally = tally.plus(Tally.of(item.category(), members.iterator().next(), item.text(), size));
        }
        return tally;
    }

    /** The stores of one machine that have a name. */
    static final class Named {
        private final Map<String, NaiveStore> stores = new TreeMap<>();

        NaiveStore of(String kind, String name) {
            return stores.computeIfAbsent(kind + " " + name, fresh -> new NaiveStore());
        }

        Tally tally() {
            return stores.values().stream().map(NaiveStore::tally).reduce(new Tally(), Tally::plus);
        }
    }
}
