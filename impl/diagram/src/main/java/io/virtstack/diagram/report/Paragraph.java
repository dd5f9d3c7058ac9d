package io.virtstack.diagram.report;

/**
 * Sentences.
 *
 * @param text without markup
 */
record Paragraph(String text) implements Content {
    @Override
    public void write(Html html, Place place) {
        html.element("p", text).line();
    }
}
