package io.virtstack.diagram.report;

/**
 * Where a part stands in a report.
 *
 * @param level how deep, 1 for the report itself
 * @param id what the section is called in links
 */
record Place(int level, String id) {
    static final Place TOP = new Place(1, "section");

    private static final int DEEPEST = 6;

    /** {@return the place of the part with that number, from 1, in this one} */
    Place child(int number) {
        return new Place(level + 1, id + "-" + number);
    }

    String heading() {
        return "h" + Math.min(level, DEEPEST);
    }
}
