package io.virtstack.engine.columns;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.flatten.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place on the disk of one machine where each item is stored once.
 *
 * @param row the member that speaks for it: the one with the least path
 * @param scope the machine on whose disk it lies
 * @param times how many such stores there are
 * @param members the rows that keep their items in it
 */
record Store(int row, int scope, long times, ImmutableList<Integer> members) {
    private record Name(int scope, String name) {}

    /** The stores of the rows that have one: shared within a machine by those that name the same, else one each. */
    static ImmutableList<Store> of(Rows rows, Function<Integer, Optional<Optional<String>>> nameOfRow) {
        ImmutableList.Builder<Store> stores = ImmutableList.builder();
        Map<Name, List<Integer>> named = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            Optional<Optional<String>> store = nameOfRow.apply(row);
            if (store.isPresent() && store.get().isPresent()) {
                named.computeIfAbsent(new Name(rows.scope(row), store.get().get()), name -> new ArrayList<>())
                        .add(row);
            } else if (store.isPresent()) {
                stores.add(new Store(row, rows.scope(row), rows.times(row), ImmutableList.of(row)));
            }
        }
        named.forEach((name, members) -> {
            int least = members.stream().min(Comparator.comparing(rows::path)).orElseThrow();
            stores.add(new Store(least, name.scope(), rows.times(name.scope()), ImmutableList.copyOf(members)));
        });
        return stores.build();
    }

    /** How many copies of a row are in one such store. */
    long timesIn(Rows rows, int row) {
        return rows.times(row) / times;
    }
}
