package io.virtstack.diagram.report;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What browsers may do with a report: nothing but what it brings along, known by its hash. */
final class ContentPolicy {
    /** Pictures bring style sheets of their own. */
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private ContentPolicy() {}

    /**
     * {@return the policy}
     *
     * @param style the report's own style sheet
     * @param script the report's own script
     * @param body all the rest, where texts are escaped so that none reads like a style sheet
     */
    static String of(String style, String script, String body) {
        Set<String> styles = new TreeSet<>();
        styles.add(source(style));
        STYLE.matcher(body)
                .results()
                .map((MatchResult found) -> source(found.group(1)))
                .forEach(styles::add);
        return "default-src 'none'; style-src " + String.join(" ", styles) + "; script-src " + source(script)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String source(String text) {
        byte[] hash = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}
