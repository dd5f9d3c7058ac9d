package io.virtstack.examples.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A server in this process that answers as an engine with two images and two containers of one of them does. */
final class EngineOnLoopback implements AutoCloseable {
    static final String BASE = "sha256:" + "a".repeat(64);
    static final String TOP = "sha256:" + "b".repeat(64);
    static final String RUNNING = "c".repeat(64);
    static final String STOPPED = "d".repeat(64);
    static final long LAYERS = 3_500;

    private final HttpServer server;
    private final Map<String, String> answers = new HashMap<>();

    private EngineOnLoopback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath().replaceFirst("^/v1\\.41", "");
            byte[] answer = answers.getOrDefault(path, "{\"message\":\"no such thing\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 404, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
    }

    static EngineOnLoopback start() throws IOException {
        EngineOnLoopback engine = new EngineOnLoopback();
        engine.answer();
        engine.server.start();
        return engine;
    }

    String uri() {
        return "tcp://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer() {
        answers.put("/version", "{\"ApiVersion\":\"1.41\"}");
        answers.put(
                "/info",
                "{\"Name\":\"fake\",\"NCPU\":4,\"MemTotal\":8000000000,\"OSType\":\"linux\",\"Driver\":\"overlay2\"}");
        answers.put(
                "/system/df",
                "{\"LayersSize\":3500,\"Images\":[" + image(BASE, "\"base:1\",\"base:latest\"", 3_000) + ","
                        + image(TOP, "", 3_500) + "],\"Containers\":["
                        + container(RUNNING, "running", ",\"SizeRw\":7") + ","
                        + container(STOPPED, "exited", ",\"SizeRw\":-1") + "]}");
        image(BASE, 3_000, "\"sha256:" + "1".repeat(64) + "\"", "[{\"Size\":3000}]");
        image(
                TOP,
                3_500,
                "\"sha256:" + "1".repeat(64) + "\",\"sha256:" + "2".repeat(64) + "\"",
                "[{\"Size\":500},{\"Size\":3000}]");
        container(RUNNING, true);
        container(STOPPED, false);
        answers.put("/containers/" + RUNNING + "/stats", "{\"memory_stats\":{\"usage\":5000}}");
    }

    private static String image(String id, String tags, long size) {
        return "{\"Id\":\"" + id + "\",\"RepoTags\":[" + tags + "],\"Size\":" + size + "}";
    }

    private void image(String id, long size, String layers, String history) {
        answers.put(
                "/images/" + id + "/json",
                "{\"Id\":\"" + id + "\",\"Size\":" + size + ",\"RootFS\":{\"Layers\":[" + layers + "]}}");
        answers.put("/images/" + id + "/history", history);
    }

    private static String container(String id, String state, String writable) {
        return "{\"Id\":\"" + id + "\",\"Names\":[\"/" + state + "\"],\"Image\":\"" + TOP + "\",\"ImageID\":\"" + TOP
                + "\",\"State\":\"" + state + "\"" + writable + "}";
    }

    private void container(String id, boolean running) {
        answers.put(
                "/containers/" + id + "/json",
                "{\"Id\":\"" + id + "\",\"State\":{\"Running\":" + running + "},\"Image\":\"" + TOP + "\"}");
    }
}
