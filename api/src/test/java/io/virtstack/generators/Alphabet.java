package io.virtstack.generators;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.time.Duration;
import java.util.Optional;

/**
 * What the choices in a row stand for.
 *
 * @param sizes eight amounts, of whatever a figure measures
 * @param copies eight numbers of copies; none comes first, so that shrinking removes what does not matter where it stands
 * @param unknowns whether figures may be unknown
 * @param conflicts whether one key may have two sizes, and one store two kinds
 * @param containersOnHost whether there is nothing but containers on host operating systems
 */
record Alphabet(
        ImmutableLongArray sizes,
        ImmutableIntArray copies,
        boolean unknowns,
        boolean conflicts,
        boolean containersOnHost) {
    /** Zero, one, neighbours of a MiB, and numbers that no small number of users divides. */
    private static final ImmutableLongArray SMALL =
            ImmutableLongArray.of(0, 1, 7, 1_000, (1 << 20) - 1, (1 << 20) + 1, 700_000_000, 3_000_000_019L);

    private static final ImmutableLongArray HUGE = ImmutableLongArray.of(
            0, 1, 1L << 31, (1L << 53) + 1, Long.MAX_VALUE / 3, Long.MAX_VALUE / 2, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    private static final ImmutableIntArray FEW = ImmutableIntArray.of(0, 1, 1, 1, 1, 2, 2, 3);
    private static final ImmutableIntArray MANY =
            ImmutableIntArray.of(0, 1, 1, 2, 3, 46_341, Integer.MAX_VALUE - 1, Integer.MAX_VALUE);

    static final Alphabet ANY = new Alphabet(SMALL, FEW, true, false, false);
    static final Alphabet KNOWN = new Alphabet(SMALL, FEW, false, false, false);
    static final Alphabet CONTAINERS_ON_HOST = new Alphabet(SMALL, FEW, true, false, true);
    static final Alphabet NEAR_OVERFLOW = new Alphabet(HUGE, MANY, true, false, false);
    static final Alphabet CONFLICTING = new Alphabet(SMALL, FEW, true, true, false);

    /** Keeps the product of copies along a path small enough that small sizes cannot overflow. */
    private static final int DEEPEST_COPIES = 8;

    int copies(Row row, int depth) {
        int chosen = copies.get(row.copies());
        return depth > DEEPEST_COPIES ? Math.min(chosen, 1) : chosen;
    }

    DataSize size(Row row, int figure) {
        return DataSize.ofBytes(sizes.get(row.digit(figure)));
    }

    Optional<DataSize> size(Row row, int figure, Trait unknown) {
        return row.has(unknown) ? Optional.empty() : Optional.of(size(row, figure));
    }

    Cpu cpu(Row row, int figure) {
        return Cpu.ofMillis(sizes.get(row.digit(figure)));
    }

    Duration duration(Row row, int figure) {
        return Duration.ofNanos(sizes.get(row.digit(figure)));
    }

    /** The size of a stored item, by its key alone; where conflicts are wanted, also by who states it. */
    DataSize sizeOf(int key, Row statedBy) {
        int choice = conflicts ? key + statedBy.digit(0) : key;
        return DataSize.ofBytes(sizes.get(choice & 7));
    }

    /** Unknown sizes are a matter of the key too: one key that is known here and unknown there would be a conflict. */
    Optional<DataSize> sizeOf(int key, Row statedBy, boolean unknown) {
        return unknown && unknowns ? Optional.empty() : Optional.of(sizeOf(key, statedBy));
    }
}
