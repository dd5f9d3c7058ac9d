package io.virtstack.diagram.layout;

import com.google.common.collect.ImmutableList;

/**
 * A picture before it is drawn: where everything is, in the units of some {@link Metrics}.
 *
 * @param title what it is called
 * @param description what it shows, in a sentence
 * @param width of all
 * @param height of all
 * @param blocks rectangles, none over another
 * @param texts texts outside of blocks
 */
public record Scene(
        String title,
        String description,
        int width,
        int height,
        ImmutableList<PlacedBlock> blocks,
        ImmutableList<PlacedText> texts) {
    public Scene {
        title = PlainText.of(title);
        description = PlainText.ofAnyLength(description);
    }
}
