package io.virtstack.inventory.docker;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Of several descriptions of one thing, the first that states something. */
final class FirstStated {
    private FirstStated() {}

    static <T, V> Optional<V> of(List<T> descriptions, Function<T, Optional<V>> stated) {
        return descriptions.stream().flatMap(one -> stated.apply(one).stream()).findFirst();
    }

    /** {@return the longest id, since others may be cut short} */
    static <T> String longest(List<T> descriptions, Function<T, String> id) {
        return descriptions.stream()
                .map(id)
                .reduce((left, right) -> left.length() >= right.length() ? left : right)
                .orElse("");
    }
}
