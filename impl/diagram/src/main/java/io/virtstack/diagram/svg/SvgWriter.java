package io.virtstack.diagram.svg;

import com.google.common.collect.ImmutableList;
import com.google.common.escape.Escaper;
import com.google.common.xml.XmlEscapers;
import io.virtstack.diagram.block.BlockKind;
import io.virtstack.diagram.layout.Area;
import io.virtstack.diagram.layout.FontWidths;
import io.virtstack.diagram.layout.Pixels;
import io.virtstack.diagram.layout.PlacedBlock;
import io.virtstack.diagram.layout.PlacedText;
import io.virtstack.diagram.layout.Scene;
import io.virtstack.diagram.layout.TextStyle;
import java.util.Set;

/** A scene as SVG: the same text for the same scene, no script, nothing from elsewhere. */
public final class SvgWriter {
    private static final int MARGIN = 16;
    private static final int INSET = 2;
    private static final int CORNER = 4;
    private static final Escaper ESCAPER = XmlEscapers.xmlAttributeEscaper();

    private final StringBuilder svg = new StringBuilder();

    private SvgWriter() {}

    /** As wide as one another, so that what fits in one fits in the other; the first is on most Linux, the second on most desktops. */
    static final ImmutableList<String> FONTS = ImmutableList.of("DejaVu Sans", "Verdana");

    private static final String OTHER_FONT = "sans-serif";

    /** {@return the scene in the colours that whoever looks at it prefers} */
    public static String write(Scene scene) {
        String style = style(Palette.LIGHT) + "@media (prefers-color-scheme: dark) {\n" + style(Palette.DARK) + "}\n";
        return new SvgWriter().write(scene, style, String.join(", ", FONTS) + ", " + OTHER_FONT);
    }

    /** {@return the scene in the colours of one palette and in the one of the fonts that is there} */
    static String write(Scene scene, Palette palette, Set<String> fonts) {
        String font = FONTS.stream().filter(fonts::contains).findFirst().orElse(OTHER_FONT);
        return new SvgWriter().write(scene, style(palette), font);
    }

    private String write(Scene scene, String style, String fonts) {
        int width = scene.width() + 2 * MARGIN;
        int height = scene.height() + 2 * MARGIN;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
        svg.append("\" height=\"").append(height);
        svg.append("\" viewBox=\"").append(-MARGIN).append(' ').append(-MARGIN).append(' ');
        svg.append(width).append(' ').append(height);
        svg.append("\" role=\"graphics-document document\" aria-label=\"").append(escaped(scene.title()));
        svg.append("\" font-family=\"").append(fonts).append("\">\n<title>");
        svg.append(escaped(scene.title())).append("</title>\n<desc>");
        svg.append(escaped(scene.description()))
                .append("</desc>\n<style>\n")
                .append(style)
                .append("</style>\n");
        svg.append("<rect class=\"vs-ground\"");
        area(new Area(-MARGIN, -MARGIN, width, height));
        svg.append("/>\n");
        scene.texts().forEach(this::text);
        scene.blocks().forEach(this::block);
        return svg.append("</svg>\n").toString();
    }

    private void block(PlacedBlock block) {
        String description = escaped(block.description());
        svg.append("<g role=\"graphics-symbol img\" aria-label=\"").append(description);
        svg.append("\">\n<title>").append(description).append("</title>\n<rect class=\"vs-");
        svg.append(block.kind().styleName()).append('"');
        Area area = block.area();
        int inset = block.kind().isBar() ? 0 : INSET;
        area(new Area(
                area.x() + inset,
                area.y() + INSET,
                Math.max(1, area.width() - 2 * inset),
                Math.max(1, area.height() - 2 * INSET)));
        svg.append(" rx=\"").append(block.kind().isBar() ? 0 : CORNER).append("\"/>\n");
        block.texts().forEach(this::text);
        svg.append("</g>\n");
    }

    private void text(PlacedText text) {
        TextStyle style = text.style();
        int fontSize = Pixels.PIXELS.fontSize(style);
        int baseline = text.area().y() + (text.area().height() + fontSize * 7 / 10) / 2;
        svg.append("<text class=\"vs-text\" x=\"")
                .append(text.area().x())
                .append("\" y=\"")
                .append(baseline);
        svg.append("\" font-size=\"").append(fontSize).append('"');
        if (Pixels.PIXELS.isBold(style)) {
            svg.append(" font-weight=\"bold\"");
        }
        if (!text.text().codePoints().allMatch(FontWidths::isMeasured)) {
            // Whatever font has these characters, they are not to leave the room that was taken for them.
            svg.append(" textLength=\"").append(text.area().width()).append("\" lengthAdjust=\"spacingAndGlyphs\"");
        }
        svg.append('>').append(escaped(text.text())).append("</text>\n");
    }

    private void area(Area area) {
        svg.append(" x=\"").append(area.x());
        svg.append("\" y=\"").append(area.y());
        svg.append("\" width=\"").append(area.width());
        svg.append("\" height=\"").append(area.height()).append('"');
    }

    private static String style(Palette palette) {
        StringBuilder css = new StringBuilder();
        css.append(".vs-ground { fill: ").append(palette.ground()).append(" }\n");
        css.append(".vs-text { fill: ").append(palette.text()).append(" }\n");
        for (BlockKind kind : BlockKind.values()) {
            css.append(".vs-").append(kind.styleName()).append(" { fill: ");
            css.append(palette.fill(kind))
                    .append("; stroke: ")
                    .append(palette.line())
                    .append(" }\n");
        }
        return css.toString();
    }

    private static String escaped(String text) {
        return ESCAPER.escape(text);
    }
}
