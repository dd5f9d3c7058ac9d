package io.virtstack.diagram.report;

/**
 * A part that readers open when they want to know.
 *
 * @param summary what is always there
 * @param content what is shown once it is opened
 */
record Folded(String summary, Content content) implements Content {
    @Override
    public void write(Html html, Place place) {
        html.open("details").element("summary", summary).line();
        content.write(html, place);
        html.close().line();
    }
}
