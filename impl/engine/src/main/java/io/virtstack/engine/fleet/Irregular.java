package io.virtstack.engine.fleet;

import org.jspecify.annotations.Nullable;

/** Says that the tables have no columns for something of a machine. Thrown often, so it has no stack trace. */
final class Irregular extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Irregular(@Nullable Throwable cause) {
        super(null, cause, false, false);
    }

    static Irregular because(RuntimeException cause) {
        return new Irregular(cause);
    }

    static void unless(boolean regular) {
        if (!regular) {
            throw new Irregular(null);
        }
    }
}
