package io.virtstack.violation;

/**
 * One rule that one value breaks, with the place and the remedy.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param place where: the path of the layer, and the attribute where one is meant, for example {@code rack-1/esxi/debian-12}
 * @param rule the rule that is broken
 * @param value the value that breaks it, as text
 * @param remedy what to do about it
 */
public record Violation(String place, Rule rule, String value, String remedy) {
    /** {@return place, rule, value and remedy in one line} */
    @Override
    public String toString() {
        return place + ": " + rule.id() + ": " + value + "; " + remedy;
    }
}
