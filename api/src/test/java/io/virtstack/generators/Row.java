package io.virtstack.generators;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Set;

/**
 * One layer to be, as choices from small ranges. Zeros and no traits are the plainest, and shrinking ends there.
 *
 * @param parent how many rows back the one is that it stands on, the machine being the first
 * @param shape which of the shapes that may stand there, modulo their number
 * @param name which of a few names
 * @param size octal digits, lowest first: one choice of size for each figure; also which chain of layers or disks
 * @param copies which of a few numbers of copies
 * @param traits what sets it apart
 */
record Row(int parent, int shape, int name, int size, int copies, Set<Trait> traits) {
    static final int NAMES = 3;
    static final int SIZES = 1 << 12;
    static final int COPIES = 8;
    static final Row PLAIN = new Row(0, 0, 0, 0, 0, ImmutableSet.of());

    private static final int FIGURES = 4;

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    String named(String prefix) {
        return prefix + "-" + name;
    }

    /** The figures beyond the fourth reuse digits, shifted, so that they differ from the figures they share them with. */
    int digit(int figure) {
        return ((size >>> (3 * (figure % FIGURES))) + figure / FIGURES) & 7;
    }

    /** Bijective numeration: each number is another word, and each word is reached. */
    ImmutableList<Integer> word(int letters) {
        ImmutableList.Builder<Integer> word = ImmutableList.builder();
        for (int rest = size; rest > 0; rest = (rest - 1) / letters) {
            word.add((rest - 1) % letters);
        }
        return word.build();
    }

    Row knowingAll() {
        return new Row(
                parent,
                shape,
                name,
                size,
                copies,
                ImmutableSet.copyOf(Sets.filter(traits, trait -> !trait.saysUnknown())));
    }
}
