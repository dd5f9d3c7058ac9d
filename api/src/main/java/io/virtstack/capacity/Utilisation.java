package io.virtstack.capacity;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.Ratio;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How much of a machine is used, held against what an admission rule admits. Immutable and safe for use by several threads.
 *
 * @param machine what the machine is called
 * @param rule which figures count, and how much of a capacity they may take
 * @param uses what is used of each resource
 */
public record Utilisation(String machine, AdmissionRule rule, ImmutableMap<Resource, Use> uses) {
    /**
     * What is used of one resource. Immutable and safe for use by several threads.
     *
     * @param used the figure that the rule holds against the limit
     * @param limit the most that the rule admits, in base units of the figure; empty when the machine does not state its
     *     capacity
     */
    public record Use(Total<?> used, OptionalLong limit) {
        /**
         * {@return what is used by the limit, exactly; empty when that is unknown: the figure has gaps, or nobody stated the
         * capacity; empty too when nothing is admitted, for then there is no ratio}
         */
        public Optional<Ratio> share() {
            return used.isExact() ? knownShare() : Optional.empty();
        }

        /**
         * {@return what is known to be used by the limit: the share, or less than it where the figure has gaps; empty when
         * nobody stated the capacity, or nothing is admitted}
         */
        public Optional<Ratio> knownShare() {
            return limit.isPresent() && limit.getAsLong() > 0
                    ? Optional.of(new Ratio(used.amount(), limit.getAsLong()))
                    : Optional.empty();
        }

        /** {@return whether more is known to be used than the rule admits} */
        public boolean isExceeded() {
            return limit.isPresent() && used.amount() > limit.getAsLong();
        }

        /** Nothing admitted and something used is more than any ratio. */
        private int compareKnown(Use other) {
            boolean beyondRatio = isExceeded() && knownShare().isEmpty();
            boolean otherBeyondRatio = other.isExceeded() && other.knownShare().isEmpty();
            if (beyondRatio || otherBeyondRatio) {
                return Boolean.compare(beyondRatio, otherBeyondRatio);
            }
            return knownShare().orElse(NOTHING).compareTo(other.knownShare().orElse(NOTHING));
        }
    }

    private static final Ratio NOTHING = new Ratio(0, 1);

    /**
     * {@return what is used of one resource}
     *
     * @param resource which
     */
    public Use use(Resource resource) {
        Use use = uses.get(resource);
        if (use == null) {
            throw new IllegalStateException("utilisation of " + machine + " lacks " + resource);
        }
        return use;
    }

    /**
     * {@return the resources of which most is known to be used, all of them when tied; empty when the machine states no capacity}
     */
    public ImmutableSet<Resource> binding() {
        Set<Resource> binding = EnumSet.noneOf(Resource.class);
        uses.forEach((resource, use) -> {
            if (use.limit().isPresent()) {
                int more = binding.isEmpty()
                        ? 1
                        : use.compareKnown(use(binding.iterator().next()));
                if (more > 0) {
                    binding.clear();
                }
                if (more >= 0) {
                    binding.add(resource);
                }
            }
        });
        return ImmutableSet.copyOf(binding);
    }

    /** {@return the machine and what is used of each resource} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(machine);
        uses.forEach((resource, use) -> {
            text.append(", ").append(use.used().figure().label()).append(' ').append(use.used());
            use.limit()
                    .ifPresent(limit ->
                            text.append(" of ").append(use.used().figure().format(limit)));
        });
        return text.toString();
    }
}
