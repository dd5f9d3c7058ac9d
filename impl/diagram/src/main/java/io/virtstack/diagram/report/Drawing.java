package io.virtstack.diagram.report;

/**
 * A picture.
 *
 * @param caption what it shows
 * @param svg the picture, whose root element comes first
 */
record Drawing(String caption, String svg) implements Content {
    @Override
    public void write(Html html, Place place) {
        html.open("figure");
        // What is wider than the window scrolls, with keys too.
        html.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", caption);
        html.markup(svg).close();
        html.element("figcaption", caption);
        html.close().line();
    }
}
