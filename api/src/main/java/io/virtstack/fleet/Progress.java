package io.virtstack.fleet;

import java.util.OptionalLong;

/**
 * Watches long work, and may end it.
 *
 * <p>It is told every few thousand machines, one call at a time, though not always by the same thread.
 */
@FunctionalInterface
public interface Progress {
    /** Watches nothing and lets all work end by itself. */
    Progress NONE = (done, all) -> true;

    /**
     * Takes in how far the work is.
     *
     * @param done machines that are done
     * @param all machines in all, empty when that is not known yet
     * @return whether to go on; if not, the work ends with a {@link java.util.concurrent.CancellationException}
     */
    boolean goesOn(long done, OptionalLong all);
}
