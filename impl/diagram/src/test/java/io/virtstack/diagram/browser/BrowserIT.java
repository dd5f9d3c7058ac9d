package io.virtstack.diagram.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** That the browser of the tests sees what is wrong with a page. */
class BrowserIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void aPageThatStandsAloneIsSilent() {
        Page page = html("<h1>Stack</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='>");

        assertThat(page.consoleErrors()).isEmpty();
        assertThat(page.exceptions()).isEmpty();
        assertThat(page.dialogs()).isEmpty();
        assertThat(page.requests()).isEmpty();
        assertThat(page.clippedTexts()).isEmpty();
    }

    @Test
    void errorsAreHeard() {
        Page page = html("<script>console.error('no disk', 7); throw new Error('no memory');</script>");

        assertThat(page.consoleErrors()).containsExactly("no disk 7");
        assertThat(page.exceptions()).singleElement().asString().contains("no memory");
    }

    @Test
    void injectedScriptsAreHeard() {
        Page page = html("<img src='data:,' onerror=\"alert('injected')\"><p id=after>still here</p>");

        assertThat(page.dialogs()).containsExactly("injected");
        assertThat(page.evaluate("document.getElementById('after').textContent").textValue())
                .isEqualTo("still here");
    }

    @Test
    void requestsAreHeardAndReachNobody() throws IOException {
        AtomicInteger reached = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            reached.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            String place = "127.0.0.1:" + server.getAddress().getPort();
            Page page = html("<img src='http://" + place
                    + "/image.png'><link rel=stylesheet href='http://named.invalid/style.css'>"
                    + "<iframe src='http://" + place + "/frame'></iframe>"
                    + "<script>new WebSocket('ws://" + place + "/socket'); fetch('http://" + place
                    + "/later').catch(() => 0)</script><img src='beside.png'>");

            assertThat(page.requests())
                    .containsExactlyInAnyOrder(
                            "http://" + place + "/image.png",
                            "http://named.invalid/style.css",
                            "http://" + place + "/frame",
                            "ws://" + place + "/socket",
                            "http://" + place + "/later",
                            folder.resolve("beside.png").toUri().toString());
            assertThat(page.consoleErrors()).isNotEmpty();
            assertThat(reached).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void hiddenPartsOfTextsAreMeasured() {
        Page page = html("<div style='width:40px;overflow:hidden;white-space:nowrap'>wider than its box</div>"
                + "<div style='width:400px;overflow:hidden'>fits</div>"
                + "<svg width=100 height=40><text x=60 y=20>out of view</text><text x=0 y=20>in</text></svg>"
                + "<svg width=300 height=40><g class=block><rect width=50 height=30 /><text x=5 y=20>leaves its block</text></g>"
                + "<g class=block><rect x=100 width=190 height=30 /><text x=105 y=20>stays</text></g></svg>");

        assertThat(page.clippedTexts()).containsExactly("wider than its box", "out of view");
        assertThat(page.textsOutside("g.block", "rect")).containsExactly("leaves its block");
        assertThatThrownBy(() -> page.textsOutside("g.none", "rect"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing is g.none");
    }

    @Test
    void picturesAreOpenedAlone() {
        Page page = file(
                "picture.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='50'><text x='5' y='20'>fits</text>"
                        + "<text x='5' y='40'>far too long for this picture</text></svg>");

        assertThat(page.clippedTexts()).containsExactly("far too long for this picture");
        assertThat(page.evaluate("document.querySelectorAll('text').length").intValue())
                .isEqualTo(2);
    }

    @Test
    void pagesAreSeenInTheColoursThatTheReaderPrefers() {
        Page page = html("<meta name=color-scheme content='light dark'><p>text");

        page.emulateDark(true);
        assertThat(page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
                        .booleanValue())
                .isTrue();
        byte[] dark = page.screenshot(300);
        page.emulateDark(false);
        byte[] light = page.screenshot(300);

        assertThat(page.evaluate("innerWidth").intValue()).isEqualTo(300);
        assertThat(dark).startsWith(0x89, 'P', 'N', 'G').isNotEqualTo(light);
        assertThat(page.printToPdf()).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void whatGoesWrongIsSaid() {
        Page page = html("<p>text");

        assertThatThrownBy(() -> page.evaluate("nowhere.length"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nowhere is not defined");
        assertThat(page.evaluate("Promise.resolve({answer: [1, 'two']})").toString())
                .isEqualTo("{\"answer\":[1,\"two\"]}");
        assertThatThrownBy(() -> browser.open(folder.resolve("missing.html")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("missing.html");
    }

    private Page html(String body) {
        return file("page.html", "<!doctype html><meta charset=utf-8><title>page</title><body>" + body);
    }

    private Page file(String name, String content) {
        try {
            return browser.open(Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
