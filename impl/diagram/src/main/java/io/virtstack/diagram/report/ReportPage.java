package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.diagram.layout.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A report as one page, which needs nothing but itself. */
public final class ReportPage {
    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");
    private static final ImmutableList<String> RULES = ImmutableList.of(
            "Disk counts each stored item once in its store: an operating system shares nothing, a daemon stores an image"
                    + " layer once for its chain; logical disk is the same with nothing shared.",
            "Memory and CPU are what the running layers demand, all the way down; allocated memory and CPU are what the"
                    + " outermost virtual machines and containers set aside; the two are never mixed in one figure.",
            "A figure that nobody stated is unknown, not zero: a total that it would enter reads “≥”, at least, with the"
                    + " number of unknown figures, and a difference is then unknown too.");

    private final Html html;

    private ReportPage(Html html) {
        this.html = html;
    }

    /**
     * {@return the page}
     *
     * @param subject what it is about
     * @param rule when a machine counts as full
     * @param notes what was assumed
     */
    public static String of(Subject subject, AdmissionRule rule, ImmutableList<String> notes) {
        ImmutableList<Section> sections = ImmutableList.<Section>builder()
                .addAll(subject.sections(rule))
                .addAll(Notes.of(notes))
                .add(new Section(
                        "How it is counted",
                        RULES.stream().map(Paragraph::new).collect(ImmutableList.toImmutableList())))
                .build();
        String title = PlainText.of(subject.title());
        ReportPage body = new ReportPage(new Html(""));
        body.body(title, sections);
        String bodyText = body.html.toString();
        ReportPage page = new ReportPage(new Html("<!DOCTYPE html>\n"));
        page.html
                .open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml")
                .line();
        page.head(title, ContentPolicy.of(STYLE, SCRIPT, bodyText));
        page.html.markup(bodyText).close().line();
        return page.html.toString();
    }

    private void head(String title, String policy) {
        html.open("head").line();
        html.empty("meta", "charset", "utf-8").line();
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                .line();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.element("title", title + " – VirtStack report").line();
        html.open("style").markup(STYLE).close().line();
        html.close().line();
    }

    private void body(String title, ImmutableList<Section> sections) {
        Place top = Place.TOP;
        html.open("body").line();
        html.open("header").element("h1", title).close().line();
        html.open("nav", "aria-label", "Sections").open("ul");
        for (int i = 0; i < sections.size(); i++) {
            html.open("li");
            html.element(
                    "a", sections.get(i).title(), "href", "#" + top.child(i + 1).id());
            html.close();
        }
        html.close().close().line();
        html.open("main").line();
        Section.writeAll(sections, html, top);
        html.close().line();
        html.open("script").markup(SCRIPT).close().line();
        html.close().line();
    }

    private static String resource(String name) {
        try (InputStream stream = ReportPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
