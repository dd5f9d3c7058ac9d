package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;

/**
 * Parts under a heading.
 *
 * @param title the heading
 * @param contents what stands under it
 */
record Section(String title, ImmutableList<Content> contents) implements Content {
    static Section of(String title, Content... contents) {
        return new Section(title, ImmutableList.copyOf(contents));
    }

    @Override
    public void write(Html html, Place place) {
        html.open("section", "aria-labelledby", place.id()).line();
        html.element(place.heading(), title, "id", place.id()).line();
        writeAll(contents, html, place);
        html.close().line();
    }

    static void writeAll(Iterable<? extends Content> contents, Html html, Place place) {
        int number = 0;
        for (Content content : contents) {
            number++;
            content.write(html, place.child(number));
        }
    }
}
