package io.virtstack.diagram.report;

import com.google.common.html.HtmlEscapers;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.virtstack.diagram.layout.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is well-formed XML too. Whatever is given as text or as the value of an attribute is shown as it is and
 * never read as markup; names of elements and attributes are the report's own.
 */
final class Html {
    private final StringBuilder html;
    private final Deque<String> open = new ArrayDeque<>();

    /** @param start what stands before the first element */
    Html(String start) {
        this.html = new StringBuilder(start);
    }

    /** @param attributes names and values in turn */
    @CanIgnoreReturnValue
    Html open(String element, String... attributes) {
        start(element, attributes);
        html.append('>');
        open.push(element);
        return this;
    }

    @CanIgnoreReturnValue
    Html close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that can have nothing in it. */
    @CanIgnoreReturnValue
    Html empty(String element, String... attributes) {
        start(element, attributes);
        html.append(" />");
        return this;
    }

    private void start(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            html.append(escaped(attributes[i + 1])).append('"');
        }
    }

    @CanIgnoreReturnValue
    Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** An element that has nothing in it but a text. */
    @CanIgnoreReturnValue
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** What is markup already and can be trusted: a picture, a style sheet, a script. */
    @CanIgnoreReturnValue
    Html markup(String trusted) {
        html.append(trusted);
        return this;
    }

    @CanIgnoreReturnValue
    Html line() {
        html.append('\n');
        return this;
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(PlainText.ofAnyLength(text));
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return html.toString();
    }
}
