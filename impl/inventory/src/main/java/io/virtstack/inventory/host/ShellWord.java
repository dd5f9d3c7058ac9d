package io.virtstack.inventory.host;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Source;

/** The right side of a shell assignment: plain, or in single or double quotes, with backslashes as a shell takes them. */
final class ShellWord {
    private final String written;
    private final int line;
    private final Source source;

    ShellWord(String written, int line, Source source) {
        this.written = written.strip();
        this.line = line;
        this.source = source;
    }

    String value() {
        StringBuilder value = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'') {
                if (++i == written.length()) {
                    throw refuse("a backslash at the end");
                }
                value.append(escaped(written.charAt(i), quote));
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (written.substring(i).strip().startsWith("#")) {
                    return value.toString();
                }
                throw refuse("a space outside quotes in '" + written + "'");
            } else {
                value.append(c);
            }
        }
        if (quote != 0) {
            throw refuse("no closing " + quote + " in '" + written + "'");
        }
        return value.toString();
    }

    private static String escaped(char c, char quote) {
        boolean special = quote == 0 || c == '"' || c == '\\' || c == '$' || c == '`';
        return special ? String.valueOf(c) : "\\" + c;
    }

    private InventoryException refuse(String value) {
        return source.refuse(
                line, InventoryRule.TEXT_FORM, value, "put the value in quotes, each of which is closed on its line");
    }
}
