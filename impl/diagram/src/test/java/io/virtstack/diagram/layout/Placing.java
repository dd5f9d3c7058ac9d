package io.virtstack.diagram.layout;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every picture. */
public final class Placing {
    private Placing() {}

    public static void assertSound(Scene scene, Metrics metrics) {
        Area all = new Area(0, 0, scene.width(), scene.height());
        List<PlacedBlock> blocks = scene.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            assertThat(all.contains(blocks.get(i).area()))
                    .as("%s in %s", blocks.get(i), all)
                    .isTrue();
            for (int j = i + 1; j < blocks.size(); j++) {
                Area one = blocks.get(i).area();
                Area other = blocks.get(j).area();
                assertThat(one.overlaps(other)).as("%s and %s", one, other).isFalse();
            }
            assertSound(blocks.get(i).texts(), blocks.get(i).area(), metrics);
        }
        assertSound(scene.texts(), all, metrics);
        for (PlacedText text : scene.texts()) {
            assertThat(blocks).noneMatch(block -> block.area().overlaps(text.area()));
        }
    }

    private static void assertSound(List<PlacedText> texts, Area room, Metrics metrics) {
        for (int i = 0; i < texts.size(); i++) {
            PlacedText text = texts.get(i);
            assertThat(room.contains(text.area())).as("%s in %s", text, room).isTrue();
            assertThat(metrics.width(text.text(), text.style()))
                    .isLessThanOrEqualTo(text.area().width());
            for (int j = i + 1; j < texts.size(); j++) {
                assertThat(text.area().overlaps(texts.get(j).area()))
                        .as("%s and %s", text, texts.get(j))
                        .isFalse();
            }
        }
    }
}
