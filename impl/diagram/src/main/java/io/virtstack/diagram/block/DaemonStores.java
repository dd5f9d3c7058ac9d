package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stores of images on a machine and the machines in it: one for each daemon, or for those that share one by name. */
final class DaemonStores {
    /** A machine, virtual or not, on whose disk stores lie; each place in a stack is another. */
    private static final class Disk {
        private final Map<String, DaemonStore> stores = new HashMap<>();
        private final long copies;

        Disk(long copies) {
            this.copies = copies;
        }
    }

    private final List<DaemonStore> stores = new ArrayList<>();

    private DaemonStores() {}

    static ImmutableList<DaemonStore> of(Hardware machine) {
        DaemonStores all = new DaemonStores();
        all.add(machine, 1, new Disk(1));
        return ImmutableList.copyOf(all.stores);
    }

    private void add(Layer layer, long copies, Disk disk) {
        if (layer instanceof DockerDaemon daemon) {
            store(daemon, copies, disk).add(daemon);
            return;
        }
        layer.runs().forEachEntry((over, count) -> {
            long all = Exact.multiply(copies, count, "number of copies of " + over.name());
            add(over, all, over instanceof GuestOS ? new Disk(all) : disk);
        });
    }

    private DaemonStore store(DockerDaemon daemon, long copies, Disk disk) {
        return daemon.store()
                .map(name -> disk.stores.computeIfAbsent(name, none -> added(disk.copies)))
                .orElseGet(() -> added(copies));
    }

    private DaemonStore added(long copies) {
        DaemonStore store = new DaemonStore(copies);
        stores.add(store);
        return store;
    }
}
