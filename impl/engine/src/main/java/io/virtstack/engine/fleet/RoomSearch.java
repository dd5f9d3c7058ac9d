package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.Table;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.Exact;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

/**
 * Finds how many more copies of a layer fit on machines. What the first copy and each further one add to a regular machine
 * follows from what they add to an empty one and from the images that are there, so a division gives the number.
 */
final class RoomSearch {
    /** The daemon on the host operating system, or the hypervisor on that or on the hardware, stands on no more layers. */
    private static final int MOST_DEPTH = 2;

    private final Addition addition;
    private final AdmissionRule rule;
    private final Optional<NewImage> image;
    private final ImmutableList<Layer> platforms;
    private final Map<Layer, Marginal> marginals;
    private final Map<Resource, Sums> used = new EnumMap<>(Resource.class);

    private RoomSearch(
            Addition addition, Optional<NewImage> image, Catalogue catalogue, ImmutableList<Layer> platforms) {
        this.addition = addition;
        this.rule = addition.rule();
        this.image = image;
        this.platforms = platforms;
        this.marginals = platforms.stream()
                .filter(addition.target()::isInstance)
                .collect(toImmutableMap(platform -> platform, platform -> new Marginal(platform, addition)));
        for (Resource resource : Resource.values()) {
            used.put(resource, new Sums(resource.figure(rule.accounting()), catalogue));
        }
    }

    static RoomSearch of(Addition addition, Catalogue catalogue, ImmutableList<Layer> platforms) {
        Optional<NewImage> layers = addition.image().map(image -> new NewImage(image, catalogue));
        return new RoomSearch(addition, layers, catalogue, platforms);
    }

    Room of(Block block) {
        Room room = new Room();
        Block ones = block.withoutCopies();
        for (int host = 0; host < block.hosts(); host++) {
            int place = place(block, host);
            if (place < 0) {
                room.addWithoutPlace(block.copies(host));
            } else {
                add(ones, host, place, block.copies(host), room);
            }
        }
        return room;
    }

    private int place(Block block, int host) {
        int from = block.start(addition.part(), host);
        int to = block.start(addition.part(), host + 1);
        for (int row = from; row < to; row++) {
            if (block.table(addition.part()).column(Field.DEPTH).get(row) <= MOST_DEPTH) {
                return row;
            }
        }
        return -1;
    }

    private void add(Block block, int host, int place, long machines, Room room) {
        Layer platform = platforms.get(
                (int) block.table(addition.part()).column(Field.PLATFORM).get(place));
        Marginal marginal = requireNonNull(marginals.get(platform));
        long copies = Room.UNLIMITED;
        Set<Resource> binding = EnumSet.noneOf(Resource.class);
        boolean atMost = false;
        for (Resource resource : Resource.values()) {
            OptionalLong capacity = BlockUse.capacity(resource, block, host);
            if (capacity.isEmpty()) {
                atMost = true;
                continue;
            }
            Amounts before = requireNonNull(used.get(resource)).of(block, host, host + 1);
            atMost |= before.hasGaps() || marginal.isUnknown(resource);
            long free = Exact.subtract(
                    rule.limit(resource, capacity.getAsLong()),
                    before.sum().toLong("use of " + resource),
                    "free " + resource);
            long first = marginal.ofFirst(resource) - alreadyThere(resource, block, host, place);
            long fit = fit(free, first, marginal.ofNext(resource));
            if (fit < copies) {
                copies = fit;
                binding.clear();
            }
            if (fit == copies) {
                binding.add(resource);
            }
        }
        room.add(copies, binding, atMost, machines);
    }

    private long alreadyThere(Resource resource, Block block, int host, int place) {
        if (resource != Resource.DISK || image.isEmpty()) {
            return 0;
        }
        int first = block.start(Part.APPLICATION, host);
        Table daemons = block.table(addition.part());
        int from = first + (int) daemons.column(Field.FIRST).get(place);
        int to = first + (int) daemons.column(Field.END).get(place);
        return image.get().bytes() - image.get().missing(block, from, to);
    }

    private static long fit(long free, long first, long next) {
        if (free < first) {
            return 0;
        }
        return next == 0 ? Room.UNLIMITED : 1 + (free - first) / next;
    }
}
