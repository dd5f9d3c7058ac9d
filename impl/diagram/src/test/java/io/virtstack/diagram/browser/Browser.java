package io.virtstack.diagram.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;

/**
 * A headless Chromium without a way to the network, for tests of the profile {@code real}. Needs Debian's packages
 * {@code chromium} and {@code fonts-dejavu-core}; without them starting it fails and says so.
 *
 * <p>No step waits longer than half a minute. Closing it ends exactly the process that was started. For one thread.
 */
public final class Browser implements AutoCloseable {
    private final Chromium chromium;
    private final DevTools tools;

    private Browser(Chromium chromium, DevTools tools) {
        this.chromium = chromium;
        this.tools = tools;
    }

    public static Browser start() {
        Chromium chromium = Chromium.start();
        try {
            return new Browser(chromium, DevTools.connect(chromium.awaitAddress()));
        } catch (RuntimeException | Error e) {
            chromium.end(false);
            throw e;
        }
    }

    /** A new page that shows this HTML or SVG file, once it is loaded. */
    public Page open(Path file) {
        return open(file.toAbsolutePath().toUri());
    }

    private Page open(URI address) {
        JsonNode target =
                tools.call(null, "Target.createTarget", DevTools.parameters().put("url", "about:blank"));
        JsonNode session = tools.call(
                null,
                "Target.attachToTarget",
                DevTools.parameters()
                        .put("targetId", target.path("targetId").asText())
                        .put("flatten", true));
        Page page = new Page(tools, session.path("sessionId").asText());
        page.load(address);
        return page;
    }

    @Override
    public void close() {
        boolean asked = true;
        try {
            tools.call(null, "Browser.close", DevTools.parameters());
        } catch (AssertionError e) {
            asked = false;
        } finally {
            chromium.end(asked);
        }
    }
}
