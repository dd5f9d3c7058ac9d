package io.virtstack.docs;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The named regions of compiled sources, between {@code // region name} and {@code // endregion}, without indentation. */
final class Regions {
    private static final Pattern START = Pattern.compile("\\s*// region (\\S+)\\s*");
    private static final Pattern END = Pattern.compile("\\s*// endregion\\s*");

    private Regions() {}

    /** {@return the regions below these source roots} */
    static ImmutableMap<String, String> below(List<Path> sourceRoots) {
        ImmutableMap.Builder<String, String> regions = ImmutableMap.builder();
        for (Path root : sourceRoots) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    regions.putAll(in(path.toString(), Files.readString(path)));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return regions.buildOrThrow();
    }

    /** {@return the regions of one source} */
    static ImmutableMap<String, String> in(String source, String text) {
        ImmutableMap.Builder<String, String> regions = ImmutableMap.builder();
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            Matcher start = START.matcher(lines.get(line));
            if (start.matches()) {
                int first = line + 1;
                line = end(source, start.group(1), lines, first);
                regions.put(start.group(1), plain(lines.subList(first, line)));
            }
        }
        return regions.buildOrThrow();
    }

    /** {@return lines without common indentation, and without blanks at their ends} */
    static String plain(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n")).stripIndent().strip();
    }

    private static int end(String source, String region, List<String> lines, int from) {
        for (int line = from; line < lines.size(); line++) {
            if (END.matcher(lines.get(line)).matches()) {
                return line;
            }
            if (START.matcher(lines.get(line)).matches()) {
                break;
            }
        }
        throw new IllegalArgumentException(source + ": region " + region + " has no end before the next one starts");
    }
}
