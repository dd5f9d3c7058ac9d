package io.virtstack.inventory.compose;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.document.Node;
import java.util.Optional;

/**
 * Puts variables into texts as Compose does: {@code $A}, {@code ${A}}, {@code ${A:-b}}, {@code ${A-b}}, {@code ${A:?x}},
 * {@code ${A?x}}, {@code ${A:+c}}, {@code ${A+c}}, and {@code $$} for one dollar. What stands behind an operator may hold
 * variables itself. A dollar with anything else behind it, such as a shell's {@code $(…)}, is a dollar. A variable that is
 * not set is an empty text, with a note.
 */
final class Interpolation {
    private static final int DEEPEST = 32;
    private static final int LONGEST = 1 << 16;

    private final Variables variables;

    Interpolation(Variables variables) {
        this.variables = variables;
    }

    /** {@return the text of a value, with the values of its variables} */
    Stated of(Node node) {
        return new Stated(node, text(node, true));
    }

    /** Refuses a value that Compose refuses; that a variable is not set is not noted, since no figure depends on it. */
    void check(Node node) {
        text(node, false);
    }

    private String text(Node node, boolean noting) {
        String text = node.text();
        return text.indexOf('$') < 0 ? text : new Template(text, node, noting).expand(0);
    }

    /** One text, and how far it is read. */
    private final class Template {
        private final String text;
        private final Node node;
        private final boolean noting;
        private int at;

        Template(String text, Node node, boolean noting) {
            this.text = text;
            this.node = node;
            this.noting = noting;
        }

        /** {@return the expansion up to the closing brace of the level, which is read as well; at level 0 up to the end} */
        String expand(int level) {
            if (level > DEEPEST) {
                throw invalid("more than " + DEEPEST + " variables inside one another");
            }
            StringBuilder expanded = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '}' && level > 0) {
                    return expanded.toString();
                }
                if (c == '$') {
                    expanded.append(variable(level));
                } else {
                    expanded.append(c);
                }
                if (expanded.length() > LONGEST) {
                    throw invalid("more than " + LONGEST + " characters with its variables");
                }
            }
            if (level > 0) {
                throw invalid("no closing brace");
            }
            return expanded.toString();
        }

        private String variable(int level) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            if (c == '$') {
                at++;
                return "$";
            }
            if (c != '{') {
                String name = name();
                return name.isEmpty() ? "$" : orEmpty(name);
            }
            at++;
            String name = name();
            if (name.isEmpty()) {
                throw invalid("${ without a name behind it");
            }
            return braced(name, level);
        }

        private String braced(String name, int level) {
            if (at >= text.length()) {
                throw invalid("no closing brace");
            }
            char c = text.charAt(at++);
            if (c == '}') {
                return orEmpty(name);
            }
            boolean nonEmpty = c == ':';
            char operator = nonEmpty && at < text.length() ? text.charAt(at++) : c;
            if (operator != '-' && operator != '?' && operator != '+') {
                throw invalid("'" + name + "' with an unknown operator behind it");
            }
            Optional<String> value = variables.find(name).filter(stated -> !nonEmpty || !stated.isEmpty());
            String behind = operand(level + 1, used(operator, value.isPresent()));
            return switch (operator) {
                case '-' -> value.orElse(behind);
                case '+' -> value.isPresent() ? behind : "";
                default -> value.orElseThrow(() -> required(name, behind));
            };
        }

        private String operand(int level, boolean used) {
            return used ? expand(level) : skip();
        }

        private boolean used(char operator, boolean isSet) {
            return operator == '+' ? isSet : !isSet;
        }

        private String name() {
            int start = at;
            while (at < text.length() && isName(text.charAt(at), at == start)) {
                at++;
            }
            return text.substring(start, at);
        }

        private boolean isName(char c, boolean first) {
            return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
        }

        private String orEmpty(String name) {
            return variables.find(name).orElseGet(() -> {
                if (noting) {
                    node.note("variable '" + name + "' is not set: taken as empty");
                }
                return "";
            });
        }

        private InventoryException required(String name, String message) {
            return node.refuse(
                    InventoryRule.VARIABLE_REQUIRED,
                    "variable '" + name + "' is not set" + (message.isEmpty() ? "" : ": " + message),
                    "set it in the .env file beside, or give it with the options");
        }

        private InventoryException invalid(String problem) {
            return node.refuse(
                    InventoryRule.VARIABLE_FORM, "'" + text + "' has " + problem, "write ${NAME}, and $$ for a dollar");
        }

        /** Passes over an operand that does not count. */
        private String skip() {
            int open = 1;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '$' && at < text.length() && text.charAt(at) == '{') {
                    open++;
                } else if (c == '}' && --open == 0) {
                    return "";
                }
            }
            throw invalid("no closing brace");
        }
    }
}
