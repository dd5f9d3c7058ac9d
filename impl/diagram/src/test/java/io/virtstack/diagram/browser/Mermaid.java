package io.virtstack.diagram.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Mermaid itself, in a {@link Browser}, with the settings of a code host: what a reader of the source would see. */
public final class Mermaid {
    private static final String VERSION = "/META-INF/maven/org.webjars.npm/mermaid/pom.properties";
    private static final String SCRIPT = "/META-INF/resources/webjars/mermaid/%s/dist/mermaid.min.js";

    private final Page page;
    private int drawn;

    private Mermaid(Page page) {
        this.page = page;
    }

    /** Mermaid in a new page, for which files are written into this folder. */
    public static Mermaid in(Browser browser, Path folder) {
        try {
            Properties library = new Properties();
            try (InputStream properties = resource(VERSION)) {
                library.load(properties);
            }
            try (InputStream script = resource(SCRIPT.formatted(library.getProperty("version")))) {
                Files.copy(script, Files.createDirectories(folder).resolve("mermaid.min.js"));
            }
            Path file = Files.writeString(folder.resolve("mermaid.html"), """
                    <!doctype html><meta charset="utf-8"><title>Mermaid</title><body><div id="picture"></div>
                    <script src="mermaid.min.js"></script>
                    <script>mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });</script>
                    """);
            Page page = browser.open(file);
            if (!page.evaluate("typeof mermaid").asText().equals("object")) {
                throw new AssertionError("Mermaid does not load: " + page.consoleErrors() + page.exceptions());
            }
            return new Mermaid(page);
        } catch (IOException e) {
            throw new AssertionError("Mermaid cannot be written to " + folder, e);
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = Mermaid.class.getResourceAsStream(name);
        if (stream == null) {
            throw new AssertionError("org.webjars.npm:mermaid is not on the class path, or without " + name);
        }
        return stream;
    }

    /** The page in which it runs, with the picture rendered last: what scripts in names would have done is heard there. */
    public Page page() {
        return page;
    }

    /** What the parser finds wrong with a source, empty if nothing. */
    public Optional<String> error(String source) {
        JsonNode error = page.evaluate(
                "mermaid.parse(" + Page.quoted(source) + ").then(() => null, error => String(error.message ?? error))");
        return Optional.ofNullable(error.textValue());
    }

    /** The SVG that Mermaid makes of a source, which is then also shown in the page; an error if it cannot. */
    public String svg(String source) {
        return page.evaluate("""
                        mermaid.render('m%d', %s).then(made => {
                          document.getElementById('picture').innerHTML = made.svg;
                          return made.svg;
                        })""".formatted(++drawn, Page.quoted(source))).asText();
    }
}
