package io.virtstack.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.footprint.Gap;

/**
 * How many more copies fit. Immutable and safe for use by several threads.
 *
 * <p>Where a figure that is held against a limit has gaps, or a capacity is unknown, the true number may be smaller: the
 * answer is then "at most".
 *
 * @param placement what is added, and where
 * @param rule the rule under which it fits
 * @param copies how many more copies fit; {@link Integer#MAX_VALUE} when {@code binding} is empty
 * @param binding the limits that the next copy would exceed, all of them when tied; empty when nothing stops it
 * @param firstCopy what the first copy adds on the outermost machine, in base units
 * @param nextCopy what each further copy adds on the outermost machine, in base units, while it costs the same
 * @param gaps figures that nobody stated and that would enter
 * @param unlimited resources of the machines on the way whose capacity nobody stated
 */
public record Capacity(
        Placement placement,
        AdmissionRule rule,
        int copies,
        ImmutableList<Limit> binding,
        ImmutableMap<Resource, Long> firstCopy,
        ImmutableMap<Resource, Long> nextCopy,
        ImmutableList<Gap> gaps,
        ImmutableList<String> unlimited) {
    /** {@return whether the true number may be smaller, because something is unknown} */
    public boolean isAtMost() {
        return !gaps.isEmpty() || !unlimited.isEmpty();
    }

    /** {@return the number, what stops the next copy, and the rule} */
    @Override
    public String toString() {
        String number = binding.isEmpty() ? "any number" : Integer.toString(copies);
        String stop = binding.isEmpty() ? "nothing stops the next" : "the next would exceed " + binding;
        return (isAtMost() ? "at most " : "") + number + " more of " + placement + ": " + stop + "; rule: " + rule;
    }
}
