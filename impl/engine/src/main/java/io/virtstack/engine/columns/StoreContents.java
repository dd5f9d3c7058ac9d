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
    private final List<Item> items = new ArrayList<>();

    /** One item, as far as its users have stated it. */
    private static final class Item {
        private final Entry entry;
        private final Map<Integer, Long> users = new HashMap<>();
        private Optional<DataSize> size;

        Item(Entry entry, Optional<DataSize> size) {
            this.entry = entry;
            this.size = size;
        }
    }

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
    int put(Object key, Category category, Reason reason, Object text, Optional<DataSize> size, boolean derived) {
        Integer known = indexByKey.putIfAbsent(key, items.size());
        if (known == null) {
            Entry entry = Entry.of(store.row(), category, reason, text).asDerived(derived);
            items.add(new Item(entry, size));
            return items.size() - 1;
        }
        Item item = items.get(known);
        if (item.size.isPresent() && size.isPresent() && !item.size.equals(size)) {
            violations.accept(new Violation(
                    rows.path(store.row()).toString(),
                    Rule.ONE_SIZE,
                    text + " is " + least(item.size.get(), size.get()) + " and "
                            + greatest(item.size.get(), size.get()),
                    "state one size for it wherever it is used in this store, or leave it unknown"));
        }
        item.size = item.size.or(() -> size);
        return known;
    }

    /** Counts the application copies on a row as users of an item; a row that uses it twice counts once. */
    void use(int item, int application) {
        items.get(item).users.put(application, store.timesIn(rows, application));
    }

    void writeTo(DiskLedger ledger) {
        for (Item item : items) {
            ledger.add(
                    item.entry.usedBy(Users.of(item.users)),
                    item.size.map(DataSize::bytes),
                    store.times(),
                    store.scope());
        }
    }

    private static DataSize least(DataSize a, DataSize b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static DataSize greatest(DataSize a, DataSize b) {
        return a.compareTo(b) <= 0 ? b : a;
    }
}
