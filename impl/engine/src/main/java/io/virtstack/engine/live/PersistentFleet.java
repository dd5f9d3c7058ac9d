package io.virtstack.engine.live;

import io.virtstack.fleet.FleetSnapshot;
import io.virtstack.fleet.LiveFleet;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** One reference to an immutable state: edits replace it one after the other, reads take it as it is. */
public final class PersistentFleet implements LiveFleet {
    private final String name;
    private final Lock editing = new ReentrantLock();
    /** Used by one edit at a time. */
    private final Change change = new Change();

    private volatile State state;

    /**
     * Creates a fleet without machines.
     *
     * @param name what it is called
     */
    public PersistentFleet(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("fleet name '" + name + "' is blank; name the fleet");
        }
        this.name = name;
        this.state = State.empty(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FleetSnapshot snapshot() {
        return state;
    }

    /** One edit at a time; one that throws leaves the state as it is. */
    void edit(UnaryOperator<State> edit) {
        editing.lock();
        try {
            state = edit.apply(state);
        } finally {
            editing.unlock();
        }
    }

    @Override
    public void add(Hardware host) {
        requireAbsent(host.name(), state);
        LiveHost added = LiveHost.of(host);
        edit(before -> {
            requireAbsent(host.name(), before);
            change.clear();
            change.add(added.costs());
            return before.with(null, added, change);
        });
    }

    private void requireAbsent(String host, State before) {
        if (before.find(host) != null) {
            throw new IllegalArgumentException("fleet '" + name + "' has a machine '" + host
                    + "' already; replace it, or name the new one otherwise");
        }
    }

    @Override
    public Hardware replace(Hardware host) {
        find(host.name(), state);
        LiveHost now = LiveHost.of(host);
        LiveHost[] gone = new LiveHost[1];
        edit(before -> {
            gone[0] = find(host.name(), before);
            change.clear();
            change.add(now.costs());
            change.subtract(gone[0].costs());
            return before.with(gone[0], now, change);
        });
        return gone[0].machine();
    }

    @Override
    public Hardware remove(String host) {
        LiveHost[] gone = new LiveHost[1];
        edit(before -> {
            gone[0] = find(host, before);
            change.clear();
            change.subtract(gone[0].costs());
            return before.without(gone[0], change);
        });
        return gone[0].machine();
    }

    private LiveHost find(String host, State before) {
        LiveHost found = before.find(host);
        if (found == null) {
            throw new IllegalArgumentException(
                    "fleet '" + name + "' has no machine '" + host + "'; add it first, or name one that is there");
        }
        return found;
    }

    @Override
    public void add(LayerPath place, Binaries workload, int copies) {
        requirePositive(copies);
        edit(place, workload, copies);
    }

    @Override
    public void add(LayerPath place, GuestOS workload, int copies) {
        requirePositive(copies);
        edit(place, workload, copies);
    }

    @Override
    public void remove(LayerPath place, Binaries workload, int copies) {
        requirePositive(copies);
        edit(place, workload, -copies);
    }

    @Override
    public void remove(LayerPath place, GuestOS workload, int copies) {
        requirePositive(copies);
        edit(place, workload, -copies);
    }

    private static void requirePositive(int copies) {
        if (copies < 1) {
            throw new IllegalArgumentException("copies " + copies + " is less than 1; state a number from 1");
        }
    }

    private void edit(LayerPath place, Layer workload, int copies) {
        if (place.names().isEmpty()) {
            throw Site.nowhere(place, workload);
        }
        edit(before -> {
            LiveHost host = find(place.names().get(0), before);
            return before.with(host, host.edited(place, workload, copies, change), change);
        });
    }

    /** {@return name and number of machines} */
    @Override
    public String toString() {
        return "Live fleet " + name + " of " + state.hosts() + " hosts";
    }
}
