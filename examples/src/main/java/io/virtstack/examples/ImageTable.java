package io.virtstack.examples;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import io.virtstack.docker.DockerImage;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Images as lines of text in aligned columns, with sizes for people: three digits, not exact. */
final class ImageTable {
    private static final int SHORT_ID = 12;
    private static final String GUTTER = "   ";

    private final ImmutableList<ImmutableList<String>> lines;

    private ImageTable(ImmutableList<ImmutableList<String>> lines) {
        this.lines = lines;
    }

    static ImageTable of(Iterable<ImageUsage> images) {
        ImmutableList.Builder<ImmutableList<String>> lines = ImmutableList.builder();
        lines.add(ImmutableList.of("image", "layers", "size", "unique", "shared"));
        for (ImageUsage image : images) {
            lines.add(ImmutableList.of(
                    image.name(),
                    Integer.toString(image.layers()),
                    size(image.size()),
                    size(image.unique()),
                    size(image.shared())));
        }
        return new ImageTable(lines.build());
    }

    static ImageTable ofEngine(Iterable<DockerImage> images) {
        ImmutableList.Builder<ImmutableList<String>> lines = ImmutableList.builder();
        lines.add(ImmutableList.of("image", "size", "shared", "unique", "containers"));
        for (DockerImage image : images) {
            lines.add(ImmutableList.of(
                    name(image),
                    size(image.size()),
                    size(image.shared()),
                    size(image.unique()),
                    Long.toString(image.containers())));
        }
        return new ImageTable(lines.build());
    }

    /** {@return its tags; for a dangling image the first digits of its id} */
    private static String name(DockerImage image) {
        String digits = image.id().substring(image.id().indexOf(':') + 1);
        return image.tags().isEmpty()
                ? digits.substring(0, Math.min(SHORT_ID, digits.length()))
                : String.join(", ", image.tags());
    }

    private static String size(Total<DataSize> total) {
        return (total.isExact() ? "" : "≥ ") + total.value().toRoundedString();
    }

    private static String size(Optional<DataSize> size) {
        return size.map(DataSize::toRoundedString).orElse("unknown");
    }

    @Override
    public String toString() {
        return lines.stream().map(this::line).collect(Collectors.joining(System.lineSeparator()));
    }

    private String line(ImmutableList<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> column == 0
                        ? Strings.padEnd(cells.get(column), width(column), ' ')
                        : Strings.padStart(cells.get(column), width(column), ' '))
                .collect(Collectors.joining(GUTTER));
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }
}
