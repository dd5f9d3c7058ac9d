package io.virtstack.engine.fleet;

/** What applications stand on a layer, and which of them wait for it when they start. */
final class Ways {
    private boolean users;
    private boolean any;
    private boolean direct;

    void sawApplication() {
        users = true;
    }

    void sawRunning() {
        any = true;
        direct = true;
    }

    /** Takes in what stands on a layer above that does not start the clock anew. */
    void direct(Ways above) {
        users |= above.users;
        any |= above.any;
        direct |= above.direct;
    }

    /** Takes in what stands on a layer above that starts the clock anew. */
    void behindFloor(Ways above) {
        users |= above.users;
        any |= above.any;
    }

    /** Whether any application stands here. */
    boolean users() {
        return users;
    }

    /** Whether a running application waits for it after power-on. */
    boolean any() {
        return any;
    }

    /** Whether a running application waits for it on a running platform. */
    boolean isDirect() {
        return direct;
    }
}
