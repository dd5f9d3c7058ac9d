package io.virtstack.diagram.layout;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.BlockKind;

/**
 * A rectangle that stands for something, with the texts in it.
 *
 * @param area what it takes
 * @param kind what it stands for
 * @param description all that is known of it
 * @param texts what can be read in it
 */
public record PlacedBlock(Area area, BlockKind kind, String description, ImmutableList<PlacedText> texts) {
    public PlacedBlock {
        description = PlainText.ofAnyLength(description);
    }

    /** {@return the same elsewhere} */
    PlacedBlock moved(int right, int down) {
        return new PlacedBlock(
                area.moved(right, down),
                kind,
                description,
                texts.stream().map(text -> text.moved(right, down)).collect(ImmutableList.toImmutableList()));
    }
}
