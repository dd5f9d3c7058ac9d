package io.virtstack.engine.oracle;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.LayerPath;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.DataSize;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** S10 on copies that each stand for themselves: every item with the very copies that use it, split one by one. */
public final class NaiveShares {
    private final Map<LayerPath, BigInteger> byPath = new TreeMap<>();
    private BigInteger unattributed = BigInteger.ZERO;

    /** Bytes, and who uses them. */
    private record Item(BigInteger amount, boolean unknown, List<Copy> users) {}

    /** An item of a store, as far as its users have stated it. */
    private static final class Stored {
        private Optional<DataSize> stated = Optional.empty();
        private Optional<DataSize> derived = Optional.empty();
        private int uses;
        private final Set<Copy> users = new LinkedHashSet<>();

        Optional<DataSize> size() {
            return stated.or(() -> derived);
        }
    }

    private static final class Shelf {
        private final Map<String, Stored> items = new LinkedHashMap<>();

        void put(String key, Optional<DataSize> size, List<Copy> users) {
            put(key, size, false, users);
        }

        void put(String key, Optional<DataSize> size, boolean derived, List<Copy> users) {
            Stored stored = items.computeIfAbsent(key, fresh -> new Stored());
            if (derived) {
                stored.derived = stored.derived.or(() -> size);
            } else {
                stored.stated = stored.stated.or(() -> size);
            }
            stored.users.addAll(users);
            stored.uses++;
        }

        boolean holdsSomethingTwice() {
            return items.values().stream()
                    .anyMatch(stored -> stored.uses > 1
                            && stored.size().filter(size -> size.bytes() > 0).isPresent());
        }

        List<Item> items() {
            return items.values().stream()
                    .map(stored -> item(stored.size(), stored.users))
                    .toList();
        }
    }

    /** The number of copies that a stack would expand to. */
    public static double copies(Hardware machine) {
        return Copy.size(machine);
    }

    public static NaiveShares ofDisk(Hardware machine) {
        Copy copy = Copy.of(machine);
        NaiveShares shares = new NaiveShares(copy);
        new Disk().machine(copy).forEach(shares::split);
        return shares;
    }

    /** Whether a store has an item of non-zero size that is used twice. Virtual machines are left out. */
    public static boolean usesAnItemTwice(Hardware machine) {
        Disk disk = new Disk();
        disk.machine(Copy.of(machine));
        return disk.shelves.stream().anyMatch(Shelf::holdsSomethingTwice);
    }

    public static NaiveShares ofMemory(Hardware machine) {
        Copy copy = Copy.of(machine);
        NaiveShares shares = new NaiveShares(copy);
        copy.all().filter(Copy::running).forEach(one -> {
            List<Copy> users = one.applications().stream().filter(Copy::running).toList();
            if (one.layer() instanceof Demanding<?> layer) {
                shares.split(item(layer.memory(), users));
            }
            BigInteger overhead = NaiveDemand.memoryOverhead(one.place()).sum();
            shares.split(new Item(overhead, false, users));
        });
        return shares;
    }

    private NaiveShares(Copy machine) {
        machine.applications().forEach(application -> byPath.put(application.path(), BigInteger.ZERO));
    }

    public Map<LayerPath, BigInteger> byPath() {
        return byPath;
    }

    public BigInteger unattributed() {
        return unattributed;
    }

    private void split(Item item) {
        if (item.users().isEmpty()) {
            unattributed = unattributed.add(item.amount());
            return;
        }
        List<Copy> inOrder = new ArrayList<>(item.users());
        inOrder.sort(Comparator.comparing(Copy::place, NaiveOrder.OF_APPLICATIONS));
        BigInteger users = BigInteger.valueOf(inOrder.size());
        BigInteger left = item.amount().mod(users);
        BigInteger each = item.amount().subtract(left).divide(users);
        for (Copy user : inOrder) {
            BigInteger extra = left.min(BigInteger.ONE);
            left = left.subtract(extra);
            byPath.merge(user.path(), each.add(extra), BigInteger::add);
        }
    }

    private static Item item(Optional<DataSize> size, Iterable<Copy> users) {
        BigInteger amount = BigInteger.valueOf(size.map(DataSize::bytes).orElse(0L));
        return new Item(amount, size.isEmpty(), ImmutableList.copyOf(users));
    }

    /** The items on the disks of machines. */
    private static final class Disk {
        private final List<Shelf> shelves = new ArrayList<>();

        List<Item> machine(Copy machine) {
            Map<String, Shelf> named = new LinkedHashMap<>();
            List<Item> items = new ArrayList<>(part(machine, named));
            named.values().forEach(shelf -> items.addAll(shelf.items()));
            return items;
        }

        private static List<Item> unsharedVolumes(Copy copy) {
            Map<String, Item> own = new LinkedHashMap<>();
            if (copy.layer() instanceof Application application) {
                for (Volume volume : application.volumes()) {
                    if (!volume.shared()) {
                        own.putIfAbsent(volume.name(), item(volume.size(), List.of(copy)));
                    }
                }
            }
            return List.copyOf(own.values());
        }

        private List<Item> part(Copy copy, Map<String, Shelf> named) {
            List<Item> items = new ArrayList<>(unsharedVolumes(copy));
            List<Copy> users = copy.applications();
            if (copy.layer() instanceof Demanding<?> layer && !copy.place().container()) {
                items.add(item(layer.disk(), users));
            }
            if (copy.place().container()) {
                items.add(item(((Application) copy.layer()).writable(), users));
            }
            if (copy.layer() instanceof Binaries binaries && !(copy.place().below(1) instanceof DockerDaemon)) {
                if (binaries.image().isPresent()) {
                    for (ImageLayer layer : binaries.image().get().layers()) {
                        items.add(item(NaiveDisk.size(layer), users));
                    }
                } else {
                    items.add(item(binaries.disk(), users));
                }
            }
            if (copy.layer() instanceof DockerDaemon daemon) {
                Shelf shelf = shelf("daemon", daemon.store(), named);
                copy.children().forEach(image -> putImage(image, daemon, shelf));
                items.addAll(daemon.store().isPresent() ? List.of() : shelf.items());
            }
            if (copy.layer() instanceof OperatingSystem) {
                Shelf volumes = newShelf();
                copy.children().stream()
                        .filter(child -> child.layer() instanceof Binaries)
                        .flatMap(binaries -> binaries.children().stream())
                        .forEach(application -> putVolumes(application, volumes));
                items.addAll(volumes.items());
            }
            if (copy.layer() instanceof Hypervisor hypervisor) {
                Shelf bases = shelf("hypervisor", hypervisor.store(), named);
                copy.children().forEach(guest -> items.addAll(guest(guest, bases)));
                items.addAll(hypervisor.store().isPresent() ? List.of() : bases.items());
            } else {
                copy.children().forEach(child -> items.addAll(part(child, named)));
            }
            return items;
        }

        private Shelf shelf(String kind, Optional<String> name, Map<String, Shelf> named) {
            return name.map(known -> named.computeIfAbsent(kind + " " + known, fresh -> newShelf()))
                    .orElseGet(this::newShelf);
        }

        private Shelf newShelf() {
            Shelf shelf = new Shelf();
            shelves.add(shelf);
            return shelf;
        }

        private static void putImage(Copy image, DockerDaemon daemon, Shelf shelf) {
            List<NaiveDisk.Layered> chain = NaiveDisk.chain((Binaries) image.layer());
            if (image.children().isEmpty()) {
                put(chain, daemon, shelf, List.of());
            }
            for (Copy container : image.children()) {
                put(
                        NaiveDisk.withApplication(chain, (Application) container.layer()),
                        daemon,
                        shelf,
                        List.of(container));
                putVolumes(container, shelf);
            }
        }

        private static void put(List<NaiveDisk.Layered> chain, DockerDaemon daemon, Shelf shelf, List<Copy> users) {
            StringBuilder below = new StringBuilder();
            for (NaiveDisk.Layered layer : chain) {
                below.append(" > ").append(layer.identity());
                shelf.put("chain" + below, layer.disk(), layer.derived(), users);
                if (daemon.imageStore() == ImageStore.CONTAINERD) {
                    shelf.put("blob " + layer.blobIdentity(), layer.compressed(), users);
                }
            }
        }

        private static void putVolumes(Copy application, Shelf shelf) {
            Set<String> names = new LinkedHashSet<>();
            for (Volume volume : ((Application) application.layer()).volumes()) {
                if (volume.shared() && names.add(volume.name())) {
                    shelf.put("volume " + volume.name(), volume.size(), List.of(application));
                }
            }
        }

        private List<Item> guest(Copy guest, Shelf bases) {
            List<Item> inside = machine(guest);
            List<Copy> users = guest.applications();
            BigInteger contents = inside.stream().map(Item::amount).reduce(BigInteger.ZERO, BigInteger::add);
            List<VirtualDisk> disks = ((GuestOS) guest.layer())
                    .machine()
                    .map(VirtualHardware::disks)
                    .orElse(ImmutableList.of());
            List<Item> items = new ArrayList<>();
            boolean complete = inside.stream().noneMatch(Item::unknown);
            boolean itemised = disks.isEmpty() || itemises(disks.get(0), complete);
            if (itemised) {
                items.addAll(inside);
            }
            for (int disk = 0; disk < disks.size(); disk++) {
                BigInteger held = disk == 0 ? contents : BigInteger.ZERO;
                if (disks.get(disk) instanceof VirtualDisk.LinkedClone clone) {
                    bases.put("base " + clone.base(), clone.baseSize(), users);
                    BigInteger beyond = NaiveDisk.beyondBase(held, clone);
                    items.add(new Item(
                            clone.delta()
                                    .map(size -> BigInteger.valueOf(size.bytes()))
                                    .orElse(beyond),
                            clone.delta().isEmpty(),
                            users));
                } else {
                    Optional<DataSize> cost = cost(disks.get(disk));
                    BigInteger itemisedOfIt = itemised && cost.isPresent() ? held : BigInteger.ZERO;
                    BigInteger size =
                            BigInteger.valueOf(cost.map(DataSize::bytes).orElse(0L));
                    items.add(new Item(size.subtract(itemisedOfIt), cost.isEmpty(), users));
                }
            }
            return items;
        }

        private static boolean itemises(VirtualDisk system, boolean complete) {
            boolean thinOfUnknownSize =
                    system instanceof VirtualDisk.Thin thin && thin.actual().isEmpty();
            boolean ofStatedSize =
                    !(system instanceof VirtualDisk.LinkedClone) && cost(system).isPresent();
            return thinOfUnknownSize || (ofStatedSize && complete);
        }

        private static Optional<DataSize> cost(VirtualDisk disk) {
            return disk instanceof VirtualDisk.Thin thin ? thin.actual() : disk.size();
        }
    }
}
