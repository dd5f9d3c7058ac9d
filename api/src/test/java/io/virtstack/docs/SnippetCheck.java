package io.virtstack.docs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds code in documents that is not a region of compiled code. */
final class SnippetCheck {
    private static final Pattern MARKER = Pattern.compile("\\s*<!-- region (\\S+) -->\\s*");
    private static final Pattern FENCE = Pattern.compile("\\s*(```+|~~~+)\\s*(\\S*).*");
    private static final Pattern MARGIN = Pattern.compile("(?m)^ *\\* ?");
    private static final Pattern CODE = Pattern.compile("<pre>\\s*\\{@code\\b|\\{@snippet\\b[^:]*:");

    private final ImmutableMap<String, String> regions;

    /**
     * @param regions name to code
     */
    SnippetCheck(ImmutableMap<String, String> regions) {
        this.regions = regions;
    }

    /**
     * {@return what is wrong with the {@code java} blocks of a Markdown text, one line for each}
     *
     * <p>The line before a block names its region: {@code <!-- region name -->}.
     */
    ImmutableList<String> wrongInMarkdown(String document, String text) {
        ImmutableList.Builder<String> wrong = ImmutableList.builder();
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            Matcher fence = FENCE.matcher(lines.get(line));
            if (fence.matches()) {
                int start = line;
                line = end(lines, start, fence.group(1));
                if (fence.group(2).equals("java")) {
                    String marker = start == 0 ? "" : lines.get(start - 1);
                    wrong.addAll(compare(
                            document + ":" + (start + 1), marker, Regions.plain(lines.subList(start + 1, line))));
                }
            }
        }
        return wrong.build();
    }

    /** {@return what is wrong with the code in Javadoc, which may be any region, one line for each} */
    ImmutableList<String> wrongInJavadoc(String document, String text) {
        String page = MARGIN.matcher(text).replaceAll("");
        return CODE.matcher(page)
                .results()
                .map(start -> Regions.plain(page.substring(start.end(), closing(page, start.end()))
                        .lines()
                        .toList()))
                .filter(code -> !regions.containsValue(code))
                .map(code -> document + ": no region holds: "
                        + code.lines().findFirst().orElse(""))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<String> compare(String place, String marker, String code) {
        Matcher named = MARKER.matcher(marker);
        if (!named.matches()) {
            return ImmutableList.of(place + ": the line before names no region");
        }
        String region = regions.get(named.group(1));
        if (region == null) {
            return ImmutableList.of(place + ": there is no region " + named.group(1));
        }
        return region.equals(code)
                ? ImmutableList.of()
                : ImmutableList.of(place + ": differs from region " + named.group(1) + ", which reads\n" + region);
    }

    private static int end(List<String> lines, int start, String fence) {
        for (int line = start + 1; line < lines.size(); line++) {
            if (lines.get(line).strip().equals(fence)) {
                return line;
            }
        }
        return lines.size();
    }

    /** Braces in the code are balanced, or Javadoc itself would end elsewhere. */
    private static int closing(String page, int from) {
        int open = 1;
        int at = from;
        while (open > 0 && at < page.length()) {
            open += page.charAt(at) == '{' ? 1 : page.charAt(at) == '}' ? -1 : 0;
            at++;
        }
        return at - 1;
    }
}
