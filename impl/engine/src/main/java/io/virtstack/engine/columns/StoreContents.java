package io.virtstack.engine.columns;

import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Reason;
import io.virtstack.quantity.DataSize;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The items of one store, each once by its key, with its size and the applications that use it. */
final class StoreContents {
    private final Store store;
    private final Rows rows;
    private final Consumer<Violation> violations;
    private final Map<Object, Integer> indexByKey = new HashMap<>();
    private final List<Stored> items = new ArrayList<>();

    private record Stored(Entry entry, SizeClaims size, Users.Builder users) {}

    StoreContents(Store store, Rows rows, Consumer<Violation> violations) {
        this.store = store;
        this.rows = rows;
        this.violations = violations;
    }

    /**
     * Stores an item, unless one of that key is stored already; a size that only one of them states is the size of both.
     *
     * @return the number of the item
     */
    int put(Object key, Category category, Reason reason, Item item, Optional<DataSize> size, boolean derived) {
        int number = indexByKey.computeIfAbsent(key, fresh -> {
            items.add(new Stored(Entry.of(store.row(), category, reason, item), new SizeClaims(), new Users.Builder()));
            return items.size() - 1;
        });
        items.get(number).size().add(size, derived);
        return number;
    }

    /** Counts the application copies on a row as users of an item; a row that uses it twice counts once. */
    void use(int item, int application) {
        items.get(item).users().add(application, store.timesIn(rows, application));
    }

    void writeTo(DiskLedger ledger) {
        for (Stored item : items) {
            item.size().contradiction().ifPresent(sizes -> violations.accept(contradiction(item, sizes)));
            ledger.add(
                    item.entry()
                            .usedBy(item.users().build())
                            .asDerived(item.size().isDerived()),
                    item.size().size().map(DataSize::bytes),
                    store.times(),
                    store.scope());
        }
    }

    private Violation contradiction(Stored item, String sizes) {
        return new Violation(
                rows.path(store.row()).toString(),
                Rule.ONE_SIZE,
                item.entry().item() + " is " + sizes,
                "state one size for it wherever it is used in this store, or leave it unknown");
    }
}
