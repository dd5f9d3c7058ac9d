package io.virtstack.diagram.picture;

import io.virtstack.comparison.Comparison;

/**
 * What the two sides of a comparison are called: their own names, told apart where they are the same.
 *
 * @param before the side before
 * @param after the side after
 */
record SideNames(String before, String after) {
    static SideNames of(Comparison comparison) {
        String before = comparison.before().name();
        String after = comparison.after().name();
        return before.equals(after)
                ? new SideNames(before + ", before", after + ", after")
                : new SideNames(before, after);
    }
}
