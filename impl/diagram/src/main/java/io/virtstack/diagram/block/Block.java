package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.layout.PlainText;

/**
 * One block of a stack, with the blocks that stand on it. All its texts are safe to show anywhere: names come from files that
 * nobody vouches for.
 *
 * @param kind what it stands for
 * @param label what people call such a thing
 * @param name what this one is called
 * @param copies how many there are on all machines drawn
 * @param figures its figures, shortly, one each
 * @param details all that is known of it, exactly
 * @param above what stands on it
 */
public record Block(
        BlockKind kind,
        String label,
        String name,
        long copies,
        ImmutableList<String> figures,
        ImmutableList<String> details,
        ImmutableList<Block> above) {
    public Block {
        label = PlainText.of(label);
        name = PlainText.of(name);
        figures = figures.stream().map(PlainText::of).collect(ImmutableList.toImmutableList());
        details = details.stream().map(PlainText::of).collect(ImmutableList.toImmutableList());
    }

    /** {@return a block that stands for others} */
    public static Block more(String label, long count, String... figures) {
        ImmutableList<String> shown = ImmutableList.copyOf(figures);
        return new Block(BlockKind.MORE, label, ShortFigures.of(count) + " more", 1, shown, shown, ImmutableList.of());
    }

    /** {@return the same under others} */
    Block under(Iterable<Block> blocks) {
        return new Block(kind, label, name, copies, figures, details, ImmutableList.copyOf(blocks));
    }

    /** {@return how many blocks nothing stands on: the columns it needs} */
    public int columns() {
        return Math.max(1, above.stream().mapToInt(Block::columns).sum());
    }

    /** {@return how many copies, in a few characters; nothing for one} */
    public String badge() {
        return copies == 1 ? "" : "×" + ShortFigures.of(copies);
    }

    /** {@return everything about it in one line} */
    public String description() {
        StringBuilder text = new StringBuilder(label).append(' ').append(name);
        if (copies != 1) {
            text.append(", ").append(copies).append(" copies");
        }
        String separator = ": ";
        for (String detail : details) {
            text.append(separator).append(detail);
            separator = ", ";
        }
        return text.toString();
    }
}
