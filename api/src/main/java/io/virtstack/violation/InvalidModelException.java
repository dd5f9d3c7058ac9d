package io.virtstack.violation;

import com.google.common.base.Joiner;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;

/**
 * Values that break rules, with all the violations at once.
 *
 * <p>Thrown where no meaningful value or figure exists: by {@code build()} for what a single layer can know, by the engine
 * for a stack whose figures are undefined, and by a migration for a stack that it cannot move.
 */
public final class InvalidModelException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<Violation> violations;

    /**
     * Creates the exception.
     *
     * @param violations all that is wrong, at least one
     */
    public InvalidModelException(Iterable<Violation> violations) {
        super(Joiner.on('\n').join(violations));
        this.violations = ImmutableList.copyOf(violations);
        Preconditions.checkArgument(!this.violations.isEmpty(), "an invalid model breaks at least one rule");
    }

    /** {@return all that is wrong, at least one} */
    public ImmutableList<Violation> violations() {
        return violations;
    }
}
