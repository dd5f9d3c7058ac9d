package io.virtstack.inventory.compose;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * The variables that a compose file may refer to: those that the caller gave, else those of the file {@code .env} beside it.
 * The environment of the process is not used: what a file is read as shall not depend on who reads it.
 *
 * @param values by name
 */
record Variables(ImmutableMap<String, String> values) {
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** {@return these, and of {@code others} what is not here} */
    Variables or(ImmutableMap<String, String> others) {
        return new Variables(ImmutableMap.<String, String>builder()
                .putAll(others)
                .putAll(values)
                .buildKeepingLast());
    }
}
