package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;

/** What was assumed, or left out, before the figures were counted. */
final class Notes {
    private static final int MOST_ROWS = 200;

    private Notes() {}

    /** {@return a section, or none when there is nothing to note} */
    static ImmutableList<Section> of(ImmutableList<String> notes) {
        if (notes.isEmpty()) {
            return ImmutableList.of();
        }
        TableBuilder table = Table.titled("Assumed or left out").texts("note");
        notes.stream().limit(MOST_ROWS).forEach(note -> table.row(Cell.of(Names.sentence(note))));
        if (notes.size() > MOST_ROWS) {
            table.foot(Cell.of((notes.size() - MOST_ROWS) + " more"));
        }
        return ImmutableList.of(Section.of("Notes", table.build()));
    }
}
