package io.virtstack.engine.fleet;

import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.capacity.Utilisation;
import io.virtstack.engine.capacity.MachineUse;
import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.Table;
import io.virtstack.footprint.Total;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;

import static java.util.Objects.requireNonNull;

/** How much of each machine of a block is used. */
final class BlockUse {
    private final AdmissionRule rule;
    private final Map<Resource, Sums> used = new EnumMap<>(Resource.class);

    BlockUse(AdmissionRule rule, Catalogue catalogue) {
        this.rule = rule;
        for (Resource resource : Resource.values()) {
            used.put(resource, new Sums(resource.figure(rule.accounting()), catalogue));
        }
    }

    /** Tells the utilisation of each machine, and how many there are of it. */
    void tellAll(Block block, ObjLongConsumer<? super Utilisation> receiver) {
        Block ones = block.withoutCopies();
        for (int host = 0; host < block.hosts(); host++) {
            receiver.accept(of(ones, host), block.copies(host));
        }
    }

    private Utilisation of(Block block, int host) {
        String name = block.names().of(Part.HARDWARE, host);
        return MachineUse.of(
                name, rule, resource -> used(resource, block, host, name), resource -> capacity(resource, block, host));
    }

    private Total<?> used(Resource resource, Block block, int host, String name) {
        Amounts amounts = requireNonNull(used.get(resource)).of(block, host, host + 1);
        return amounts.total(resource.figure(rule.accounting()), name);
    }

    static OptionalLong capacity(Resource resource, Block block, int host) {
        Table capacities = block.table(Part.HARDWARE);
        Field field = switch (resource) {
            case MEMORY -> Field.MEMORY;
            case CPU -> Field.CPU;
            case DISK -> Field.DISK;
        };
        return capacities.isGap(field, host)
                ? OptionalLong.empty()
                : OptionalLong.of(capacities.column(field).get(host));
    }
}
