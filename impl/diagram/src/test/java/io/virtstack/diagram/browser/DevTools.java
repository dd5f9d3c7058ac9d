package io.virtstack.diagram.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A browser's DevTools protocol: JSON commands and their answers, and events, over one WebSocket. Each page is a session.
 *
 * <p>Answers and events arrive on one thread, in the browser's order; a listener must not wait for an answer.
 */
final class DevTools {
    static final Duration LONGEST = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private final WebSocket socket;
    private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(null);

    private DevTools(URI address) {
        CompletableFuture<WebSocket> connecting = HttpClient.newBuilder()
                .connectTimeout(LONGEST)
                .build()
                .newWebSocketBuilder()
                .connectTimeout(LONGEST)
                .buildAsync(address, new Reader());
        this.socket = await(connecting, "the connection to " + address);
    }

    static DevTools connect(URI address) {
        return new DevTools(address);
    }

    static ObjectNode parameters() {
        return JSON.createObjectNode();
    }

    /** Hears the events of one session, by method and parameters. */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    /** The result of a command, or an error that says what the browser said. */
    JsonNode call(@Nullable String session, String method, JsonNode parameters) {
        return await(send(session, method, parameters), method);
    }

    /** A command whose answer nobody waits for, as a listener may give. */
    void post(String session, String method, JsonNode parameters) {
        CompletableFuture<JsonNode> unused = send(session, method, parameters);
    }

    private synchronized CompletableFuture<JsonNode> send(
            @Nullable String session, String method, JsonNode parameters) {
        long id = ids.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        // A WebSocket takes one message at a time.
        lastSent = lastSent.thenCompose(sent -> socket.sendText(message.toString(), true))
                .whenComplete((sent, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                    }
                });
        return answer;
    }

    static <T> T await(Future<T> future, String what) {
        try {
            return future.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(what + " takes more than " + LONGEST.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(what + " was interrupted", e);
        }
    }

    private void received(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CompletionException(e);
        }
        if (!message.has("id")) {
            BiConsumer<String, JsonNode> listener =
                    listeners.get(message.path("sessionId").asText());
            if (listener != null) {
                listener.accept(message.path("method").asText(), message.path("params"));
            }
            return;
        }
        CompletableFuture<JsonNode> answer = answers.remove(message.path("id").longValue());
        if (answer != null && message.has("error")) {
            answer.completeExceptionally(new IllegalStateException(
                    message.path("error").path("message").asText()));
        } else if (answer != null) {
            answer.complete(message.path("result"));
        }
    }

    private void ended(String reason) {
        answers.values()
                .forEach(answer ->
                        answer.completeExceptionally(new IllegalStateException("the browser ended " + reason)));
    }

    private final class Reader implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                received(text);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            ended("with " + statusCode + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            ended("by " + error);
        }
    }
}
