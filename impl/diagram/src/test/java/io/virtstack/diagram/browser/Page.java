package io.virtstack.diagram.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A page in a {@link Browser}: what it asked for, said and looks like. */
public final class Page {
    private static final int HIGHEST = 16_000;

    private final DevTools tools;
    private final String session;
    private final PageEvents events;

    Page(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
        this.events = new PageEvents(() -> tools.post(
                session, "Page.handleJavaScriptDialog", DevTools.parameters().put("accept", false)));
    }

    void load(URI address) {
        tools.listen(session, events::heard);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            tools.call(session, domain + ".enable", DevTools.parameters());
        }
        // Numeric addresses need no resolver: this keeps the page from them as well.
        tools.call(
                session,
                "Network.emulateNetworkConditions",
                DevTools.parameters()
                        .put("offline", true)
                        .put("latency", 0)
                        .put("downloadThroughput", -1)
                        .put("uploadThroughput", -1));
        CompletableFuture<Void> loaded = events.loaded();
        JsonNode navigation =
                tools.call(session, "Page.navigate", DevTools.parameters().put("url", address.toString()));
        if (navigation.hasNonNull("errorText")) {
            throw new AssertionError(
                    address + " does not open: " + navigation.path("errorText").asText());
        }
        events.isDocument(navigation.path("loaderId").asText());
        DevTools.await(loaded, "loading " + address);
        settle();
    }

    /** Errors on the console: of scripts, and the browser's own, such as of a request that failed. */
    public List<String> consoleErrors() {
        settle();
        return events.consoleErrors();
    }

    /** Exceptions that no script caught. */
    public List<String> exceptions() {
        settle();
        return events.exceptions();
    }

    /** Messages of {@code alert} and its kin, all of which were dismissed. */
    public List<String> dialogs() {
        settle();
        return events.dialogs();
    }

    /**
     * Every address that the page asked for, apart from its own document and from {@code data:}, which asks nobody. None was
     * reached unless it is a file.
     */
    public List<String> requests() {
        settle();
        return events.requests();
    }

    /** What a JavaScript expression is, as JSON; a promise is waited for. An exception in it is an error. */
    public JsonNode evaluate(String expression) {
        JsonNode answer = tools.call(
                session,
                "Runtime.evaluate",
                DevTools.parameters()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(PageEvents.describe(answer.path("exceptionDetails")));
        }
        return answer.path("result").path("value");
    }

    /** A PNG of the whole page in a window of this width. */
    public byte[] screenshot(int width) {
        resize(width);
        JsonNode size = tools.call(session, "Page.getLayoutMetrics", DevTools.parameters())
                .path("cssContentSize");
        ObjectNode parameters = DevTools.parameters().put("format", "png").put("captureBeyondViewport", true);
        parameters
                .putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", width)
                .put("height", Math.min(HIGHEST, Math.max(1, size.path("height").asInt())))
                .put("scale", 1);
        return bytes(tools.call(session, "Page.captureScreenshot", parameters));
    }

    /** Gives the page a window of this width, for all that follows. */
    public void resize(int width) {
        tools.call(
                session,
                "Emulation.setDeviceMetricsOverride",
                DevTools.parameters()
                        .put("width", width)
                        .put("height", 800)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        settle();
    }

    /** Whether the page is shown to somebody who prefers dark colours. */
    public void emulateDark(boolean dark) {
        ObjectNode parameters = DevTools.parameters();
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        tools.call(session, "Emulation.setEmulatedMedia", parameters);
        settle();
    }

    /** The PDF that printing makes, on A4. */
    public byte[] printToPdf() {
        return bytes(tools.call(
                session,
                "Page.printToPDF",
                DevTools.parameters()
                        .put("paperWidth", 8.27)
                        .put("paperHeight", 11.69)
                        .put("printBackground", true)));
    }

    /**
     * Texts of which a part cannot be seen, because a box around them hides what overflows it, or because they begin left of or
     * above the page. Edges of boxes alone count, not clip paths.
     */
    public List<String> clippedTexts() {
        return texts(evaluate("(" + TextScripts.CLIPPED + ")()"));
    }

    /**
     * Texts that leave their block: of each element that the first selector finds, the texts that are not within the first
     * element in it that the second selector finds. An error if the first selector finds nothing.
     */
    public List<String> textsOutside(String block, String box) {
        return texts(evaluate("(" + TextScripts.OUTSIDE + ")(" + quoted(block) + ", " + quoted(box) + ")"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    static String quoted(String text) {
        return DevTools.parameters().textNode(text).toString();
    }

    /** Waits until what the page has done so far is drawn and told: the browser answers in order. */
    private void settle() {
        evaluate("""
                new Promise(done => {
                  const limit = setTimeout(done, 1000);
                  requestAnimationFrame(() => requestAnimationFrame(() => { clearTimeout(limit); setTimeout(done, 0); }));
                })""");
    }

    private static byte[] bytes(JsonNode answer) {
        return Base64.getDecoder().decode(answer.path("data").asText());
    }
}
