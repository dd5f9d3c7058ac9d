package io.virtstack.engine.live;

import io.virtstack.fleet.LiveFleet;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** One edit, for a live fleet and for a plain map of machines. */
sealed interface Edit {
    void applyTo(LiveFleet fleet);

    /** What the machines are afterwards, whatever they cost. */
    NavigableMap<String, Hardware> appliedTo(NavigableMap<String, Hardware> machines);

    /** The edit that takes this one back, which was possible. */
    Edit inverse(NavigableMap<String, Hardware> before);

    record Add(Hardware host) implements Edit {
        @Override
        public void applyTo(LiveFleet fleet) {
            fleet.add(host);
        }

        @Override
        public NavigableMap<String, Hardware> appliedTo(NavigableMap<String, Hardware> machines) {
            NavigableMap<String, Hardware> after = new TreeMap<>(machines);
            if (after.put(host.name(), host) != null) {
                throw new IllegalArgumentException("there already");
            }
            return after;
        }

        @Override
        public Edit inverse(NavigableMap<String, Hardware> before) {
            return new Remove(host.name());
        }

        @Override
        public String toString() {
            return "add " + host;
        }
    }

    record Replace(Hardware host) implements Edit {
        @Override
        public void applyTo(LiveFleet fleet) {
            fleet.replace(host);
        }

        @Override
        public NavigableMap<String, Hardware> appliedTo(NavigableMap<String, Hardware> machines) {
            NavigableMap<String, Hardware> after = new TreeMap<>(machines);
            if (after.put(host.name(), host) == null) {
                throw new IllegalArgumentException("not there");
            }
            return after;
        }

        @Override
        public Edit inverse(NavigableMap<String, Hardware> before) {
            return new Replace(Objects.requireNonNull(before.get(host.name())));
        }

        @Override
        public String toString() {
            return "replace " + host;
        }
    }

    record Remove(String host) implements Edit {
        @Override
        public void applyTo(LiveFleet fleet) {
            fleet.remove(host);
        }

        @Override
        public NavigableMap<String, Hardware> appliedTo(NavigableMap<String, Hardware> machines) {
            NavigableMap<String, Hardware> after = new TreeMap<>(machines);
            if (after.remove(host) == null) {
                throw new IllegalArgumentException("not there");
            }
            return after;
        }

        @Override
        public Edit inverse(NavigableMap<String, Hardware> before) {
            return new Add(Objects.requireNonNull(before.get(host)));
        }

        @Override
        public String toString() {
            return "remove " + host;
        }
    }

    /** Copies of a workload more, or fewer if the number is negative. */
    record Copies(LayerPath place, Layer workload, int copies) implements Edit {
        @Override
        public void applyTo(LiveFleet fleet) {
            if (workload instanceof GuestOS guest) {
                if (copies < 0) {
                    fleet.remove(place, guest, -copies);
                } else {
                    fleet.add(place, guest, copies);
                }
            } else if (copies < 0) {
                fleet.remove(place, (Binaries) workload, -copies);
            } else {
                fleet.add(place, (Binaries) workload, copies);
            }
        }

        @Override
        public NavigableMap<String, Hardware> appliedTo(NavigableMap<String, Hardware> machines) {
            NavigableMap<String, Hardware> after = new TreeMap<>(machines);
            Hardware host = machines.get(place.names().get(0));
            if (host == null) {
                throw new IllegalArgumentException("not there");
            }
            after.put(host.name(), NaiveEdit.of(host, place, workload, copies));
            return after;
        }

        @Override
        public Edit inverse(NavigableMap<String, Hardware> before) {
            return new Copies(place, workload, -copies);
        }

        @Override
        public String toString() {
            return (copies < 0 ? "remove " : "add ") + Math.abs(copies) + " x " + workload + " at " + place;
        }
    }
}
