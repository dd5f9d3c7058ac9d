package io.virtstack.engine.fleet;

import java.util.function.LongConsumer;

/** Counts the machines that are done with, for all threads of one question. */
final class Counter {
    private final LongConsumer watcher;
    private long done;

    /**
     * Creates it at nothing.
     *
     * @param watcher is told how many are done with; what it throws ends the question
     */
    Counter(LongConsumer watcher) {
        this.watcher = watcher;
    }

    synchronized <T> T counting(T result, long hosts) {
        done += hosts;
        watcher.accept(done);
        return result;
    }
}
