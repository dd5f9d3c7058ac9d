package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import io.virtstack.quantity.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One figure of a pod, say its memory, split among its containers so that the parts add up to what Kubernetes counts for
 * the pod.
 *
 * <p>Kubernetes counts the containers that stay together, but of the init containers, which run one after the other, only the
 * one that, with the sidecars started before it, takes most; the pod takes the larger of the two. So an init container has
 * here only what it takes beyond all that stays. A figure that is stated for the pod as a whole takes the place of that rule.
 */
final class PodShares {
    private final ImmutableList<PodContainer> containers;
    private final List<Optional<Long>> shares = new ArrayList<>();

    /**
     * @param containers in their order
     * @param stated the figure of each; empty if nobody states it
     */
    PodShares(ImmutableList<PodContainer> containers, ImmutableList<Optional<Long>> stated) {
        this.containers = containers;
        this.shares.addAll(stated);
    }

    /** {@return the share of each container; empty for unknown} */
    ImmutableList<Optional<Long>> shares() {
        return ImmutableList.copyOf(shares);
    }

    /** Leaves the init containers only what they take beyond all that stays. */
    void capInits() {
        long staying = 0;
        long sidecars = 0;
        long peak = 0;
        int highest = -1;
        for (int i = 0; i < shares.size(); i++) {
            PodContainer container = containers.get(i);
            long figure = shares.get(i).orElse(0L);
            if (container.stays()) {
                staying = sum(staying, figure);
            }
            if (container.role() == PodContainer.Role.SIDECAR) {
                sidecars = sum(sidecars, figure);
            } else if (container.role() == PodContainer.Role.INIT && sum(figure, sidecars) > peak) {
                peak = sum(figure, sidecars);
                highest = i;
            }
        }
        long excess = Math.max(0, peak - staying);
        for (int i = 0; i < shares.size(); i++) {
            if (!containers.get(i).stays() && shares.get(i).isPresent()) {
                shares.set(i, Optional.of(i == highest ? excess : 0L));
            }
        }
    }

    /**
     * Makes the shares add up to a figure that is stated for the pod as a whole: what is missing goes to the first container
     * that states none, else to the first that stays; what is too much is taken from the last ones.
     */
    void fitTo(long total) {
        long stated = 0;
        int receiver = -1;
        for (int i = 0; i < shares.size(); i++) {
            boolean stays = containers.get(i).stays();
            if (stays
                    && shares.get(i).isEmpty()
                    && (receiver < 0 || shares.get(receiver).isPresent())) {
                receiver = i;
            } else if (stays && receiver < 0) {
                receiver = i;
            }
            if (stays) {
                stated = sum(stated, shares.get(i).orElse(0L));
            }
        }
        for (int i = 0; i < shares.size(); i++) {
            shares.set(i, Optional.of(containers.get(i).stays() ? shares.get(i).orElse(0L) : 0L));
        }
        if (receiver >= 0) {
            shares.set(receiver, Optional.of(sum(shares.get(receiver).orElse(0L), Math.max(0, total - stated))));
        }
        long surplus = Math.max(0, stated - total);
        for (int i = shares.size() - 1; i >= 0 && surplus > 0; i--) {
            long share = shares.get(i).orElse(0L);
            long cut = Math.min(share, surplus);
            shares.set(i, Optional.of(share - cut));
            surplus -= cut;
        }
    }

    /** Adds to the first container that stays and has a figure; if all are unknown, so is what they take with the overhead. */
    void add(long overhead) {
        for (int i = 0; i < shares.size(); i++) {
            Optional<Long> share = shares.get(i);
            if (containers.get(i).stays() && share.isPresent()) {
                shares.set(i, Optional.of(sum(share.get(), overhead)));
                return;
            }
        }
    }

    /** Moves what exceeds a container's limit to those that have room, so that no container demands more than it may take. */
    void moveBelow(ImmutableList<Optional<Long>> limits) {
        long surplus = 0;
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).isPresent() && limits.get(i).isPresent()) {
                long over = Math.max(0, shares.get(i).get() - limits.get(i).get());
                shares.set(i, Optional.of(shares.get(i).get() - over));
                surplus = sum(surplus, over);
            }
        }
        surplus = moveTo(true, surplus, limits);
        surplus = moveTo(false, surplus, limits);
        for (int i = shares.size() - 1; i >= 0 && surplus > 0; i--) {
            if (shares.get(i).isPresent()) {
                shares.set(i, Optional.of(sum(shares.get(i).get(), surplus)));
                surplus = 0;
            }
        }
    }

    /** {@return what is left of the surplus} */
    private long moveTo(boolean staying, long surplus, ImmutableList<Optional<Long>> limits) {
        long left = surplus;
        for (int i = 0; i < shares.size() && left > 0; i++) {
            if (shares.get(i).isPresent() && containers.get(i).stays() == staying) {
                long share = shares.get(i).get();
                long room =
                        limits.get(i).map(limit -> Math.max(0, limit - share)).orElse(Long.MAX_VALUE - share);
                long moved = Math.min(room, left);
                shares.set(i, Optional.of(share + moved));
                left -= moved;
            }
        }
        return left;
    }

    private static long sum(long left, long right) {
        return Exact.add(left, right, "pod");
    }
}
