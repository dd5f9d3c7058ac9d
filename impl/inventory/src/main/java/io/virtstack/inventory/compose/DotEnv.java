package io.virtstack.inventory.compose;

import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of variables, one {@code NAME=value} to a line. Values in single quotes are taken as they are; in double quotes
 * they may have escapes; without quotes they end at a space and {@code #}.
 */
final class DotEnv {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*(?:[=:]\\s*(.*))?");

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\$|\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}|\\$([A-Za-z_][A-Za-z0-9_]*)");
    private static final int LONGEST = 1 << 16;

    private final Source source;
    private final Map<String, String> values = new LinkedHashMap<>();

    private DotEnv(Source source) {
        this.source = source;
    }

    static ImmutableMap<String, String> parse(Source source) {
        DotEnv file = new DotEnv(source);
        int line = 0;
        for (String text : source.lines()) {
            file.take(text, ++line);
        }
        return ImmutableMap.copyOf(file.values);
    }

    private void take(String text, int line) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.startsWith("#")) {
            return;
        }
        Matcher form = LINE.matcher(text);
        if (!form.matches() || text.indexOf('\0') >= 0) {
            throw source.refuse(line, InventoryRule.TEXT_FORM, "no variable", "write NAME=value");
        }
        if (form.group(2) != null) {
            values.put(form.group(1), value(form.group(2).strip(), line));
        }
    }

    private String value(String written, int line) {
        if (!written.startsWith("'") && !written.startsWith("\"")) {
            int comment = written.startsWith("#") ? 0 : written.indexOf(" #");
            String bare = comment < 0 ? written : written.substring(0, comment).strip();
            return referring(bare);
        }
        char quote = written.charAt(0);
        int end = closing(written, quote);
        if (end < 0) {
            throw source.refuse(
                    line,
                    InventoryRule.TEXT_FORM,
                    "a value in quotes that do not end in its line",
                    "close the quotes, and write \\n for a line break");
        }
        String inside = written.substring(1, end);
        return quote == '\'' ? inside : referring(unescaped(inside));
    }

    private static int closing(String written, char quote) {
        for (int i = 1; i < written.length(); i++) {
            if (written.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (written.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String inside) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c != '\\' || i + 1 == inside.length()) {
                text.append(c);
            } else {
                char escaped = inside.charAt(++i);
                text.append(
                        switch (escaped) {
                            case 'n' -> "\n";
                            case 'r' -> "\r";
                            case 't' -> "\t";
                            case '$' -> "$$";
                            default -> String.valueOf(escaped);
                        });
            }
        }
        return text.toString();
    }

    /** {@return the text with the variables of earlier lines} */
    private String referring(String text) {
        StringBuilder expanded = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        int from = 0;
        while (reference.find()) {
            expanded.append(text, from, reference.start());
            String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
            expanded.append(name == null ? "$" : values.getOrDefault(name, ""));
            if (expanded.length() > LONGEST) {
                throw source.refuse(
                        0,
                        InventoryRule.VARIABLE_FORM,
                        "a value of more than " + LONGEST + " characters",
                        "shorten it");
            }
            from = reference.end();
        }
        return expanded.append(text.substring(from)).toString();
    }
}
