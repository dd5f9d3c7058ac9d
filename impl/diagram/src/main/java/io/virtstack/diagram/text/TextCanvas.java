package io.virtstack.diagram.text;

import io.virtstack.diagram.layout.Area;
import io.virtstack.diagram.layout.PlacedBlock;
import io.virtstack.diagram.layout.PlacedText;
import io.virtstack.diagram.layout.Scene;
import io.virtstack.diagram.layout.TerminalWidth;
import java.util.Arrays;
import java.util.Optional;

/** A scene in the cells of a terminal, its edges drawn with box-drawing characters or, where there are none, in ASCII. */
public final class TextCanvas {
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 4;
    private static final int RIGHT = 8;
    /** By the directions in which an edge leaves the cell. */
    private static final String BOXES = " ╵╷│╴┘┐┤╶└┌├─┴┬┼";

    private static final String ASCII_BOXES = " |||-+++-+++-+++";
    /** Both as wide as one another. */
    private static final String AT_LEAST = "≥ ";

    private static final String ASCII_AT_LEAST = ">=";
    private static final String SPECIAL = "×·≥≤–−…→";
    private static final String ASCII_SPECIAL = "x.><--~>";
    /** In the second cell of a wide character. */
    private static final String NOTHING = "";

    private final boolean ascii;
    private final int[][] edges;
    private final String[][] texts;

    private TextCanvas(Scene scene, boolean ascii) {
        this.ascii = ascii;
        this.edges = new int[scene.height() + 1][scene.width() + 1];
        this.texts = new String[scene.height() + 1][scene.width() + 1];
    }

    /**
     * {@return the scene as lines, each ended by a line feed}
     *
     * @param scene in cells
     * @param ascii whether to use no other characters
     */
    public static String write(Scene scene, boolean ascii) {
        TextCanvas canvas = new TextCanvas(scene, ascii);
        scene.blocks().forEach(canvas::block);
        scene.texts().forEach(canvas::text);
        return canvas.lines();
    }

    private void block(PlacedBlock block) {
        Area area = block.area();
        Optional<Shade> shade = Shade.of(block.kind());
        if (shade.isPresent()) {
            fill(area, ascii ? shade.get().ascii() : shade.get().block());
            block.texts().forEach(this::text);
            return;
        }
        for (int x = area.x(); x < area.right(); x++) {
            edges[area.y()][x] |= RIGHT;
            edges[area.y()][x + 1] |= LEFT;
            edges[area.bottom()][x] |= RIGHT;
            edges[area.bottom()][x + 1] |= LEFT;
        }
        for (int y = area.y(); y < area.bottom(); y++) {
            edges[y][area.x()] |= DOWN;
            edges[y + 1][area.x()] |= UP;
            edges[y][area.right()] |= DOWN;
            edges[y + 1][area.right()] |= UP;
        }
        block.texts().forEach(this::text);
    }

    private void fill(Area area, String character) {
        for (int y = area.y(); y < area.bottom(); y++) {
            Arrays.fill(texts[y], area.x(), area.right(), character);
        }
    }

    private void text(PlacedText text) {
        String[] row = texts[text.area().y()];
        int x = text.area().x();
        String shown = ascii ? text.text().replace(AT_LEAST, ASCII_AT_LEAST) : text.text();
        int[] points = shown.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            String character = Character.toString(points[i]);
            int width = TerminalWidth.of(character);
            if (width == 0 && i > 0) {
                row[x - 1] += character;
                continue;
            }
            row[x] = character;
            for (int cell = 1; cell < width; cell++) {
                row[x + cell] = NOTHING;
            }
            x += width;
        }
    }

    private String lines() {
        StringBuilder all = new StringBuilder();
        for (int y = 0; y < edges.length; y++) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < edges[y].length; x++) {
                String text = texts[y][x];
                line.append(text != null ? shown(text) : (ascii ? ASCII_BOXES : BOXES).charAt(edges[y][x]));
            }
            all.append(line.toString().stripTrailing()).append('\n');
        }
        return all.toString();
    }

    private String shown(String character) {
        if (!ascii || character.codePoints().allMatch(point -> point < 0x80)) {
            return character;
        }
        int special = SPECIAL.indexOf(character);
        String shown = special >= 0 ? ASCII_SPECIAL.substring(special, special + 1) : "?";
        return shown.repeat(Math.max(1, TerminalWidth.of(character)));
    }
}
