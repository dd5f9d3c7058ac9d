package io.virtstack.diagram.svg;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import com.google.common.collect.ImmutableSet;
import io.virtstack.diagram.layout.Scene;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;

/** A scene as pixels, by way of its SVG. */
public final class Raster {
    private Raster() {}

    /**
     * {@return the picture as PNG}
     *
     * @param scene in pixels
     * @param width in pixels; the height follows
     * @param mostHeight in pixels
     * @throws IllegalArgumentException if it would be higher
     */
    public static byte[] png(Scene scene, int width, int mostHeight) {
        // Of several fonts the renderer would look at the first only.
        Set<String> fonts = ImmutableSet.copyOf(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
        String svg = SvgWriter.write(scene, Palette.LIGHT, fonts);
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalStateException("the SVG written cannot be read: " + svg);
        }
        FloatSize size = document.size();
        int height = Math.max(1, Math.round(size.height * width / size.width));
        if (height > mostHeight) {
            throw new IllegalArgumentException("at a width of " + width + " the picture would be " + height
                    + " pixels high, more than " + mostHeight + "; state a smaller width");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.decode(Palette.LIGHT.ground()));
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.render(null, graphics, new ViewBox(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
