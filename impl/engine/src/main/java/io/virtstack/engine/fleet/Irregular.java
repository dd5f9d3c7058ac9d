package io.virtstack.engine.fleet;

/** Says that the tables have no columns for something of a machine. Thrown often, so it has no stack trace. */
final class Irregular extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Irregular() {
        super(null, null, false, false);
    }

    static void unless(boolean regular) {
        if (!regular) {
            throw new Irregular();
        }
    }
}
