package io.virtstack.diagram.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;

/** What a page was heard to do. Written by the connection's thread, read by the test's. */
final class PageEvents {
    private final Runnable dismissDialog;
    private final List<String> consoleErrors = new ArrayList<>();
    private final List<String> exceptions = new ArrayList<>();
    private final List<String> dialogs = new ArrayList<>();
    private final Map<String, List<String>> requests = new LinkedHashMap<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private String document = "";

    PageEvents(Runnable dismissDialog) {
        this.dismissDialog = dismissDialog;
    }

    synchronized void heard(String method, JsonNode event) {
        switch (method) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Page.javascriptDialogOpening" -> {
                dialogs.add(event.path("message").asText());
                dismissDialog.run();
            }
            case "Runtime.exceptionThrown" -> exceptions.add(describe(event.path("exceptionDetails")));
            case "Runtime.consoleAPICalled" -> {
                String type = event.path("type").asText();
                if (type.equals("error") || type.equals("assert")) {
                    consoleErrors.add(describeArguments(event.path("args")));
                }
            }
            case "Log.entryAdded" -> {
                JsonNode entry = event.path("entry");
                if (entry.path("level").asText().equals("error")) {
                    consoleErrors.add((entry.path("text").asText() + " "
                                    + entry.path("url").asText())
                            .strip());
                }
            }
            case "Network.requestWillBeSent" ->
                request(event.path("requestId").asText(), event.path("request").path("url"));
            case "Network.webSocketCreated", "Network.webTransportCreated" ->
                request(event.path("requestId").asText(), event.path("url"));
            default -> {
                // Nothing that a test asks for.
            }
        }
    }

    private void request(String id, JsonNode url) {
        if (!url.asText().startsWith("data:")) {
            requests.computeIfAbsent(id, key -> new ArrayList<>()).add(url.asText());
        }
    }

    CompletableFuture<Void> loaded() {
        return loaded;
    }

    /** The request of this id is for the page itself. */
    synchronized void isDocument(String id) {
        document = id;
    }

    synchronized List<String> consoleErrors() {
        return List.copyOf(consoleErrors);
    }

    synchronized List<String> exceptions() {
        return List.copyOf(exceptions);
    }

    synchronized List<String> dialogs() {
        return List.copyOf(dialogs);
    }

    synchronized List<String> requests() {
        return requests.entrySet().stream()
                .filter(request -> !request.getKey().equals(document))
                .flatMap(request -> request.getValue().stream())
                .toList();
    }

    static String describe(JsonNode exception) {
        JsonNode thrown = exception.path("exception");
        String what = thrown.path("description").asText(thrown.path("value").asText());
        return (exception.path("text").asText() + " " + what).strip();
    }

    private static String describeArguments(JsonNode arguments) {
        StringJoiner text = new StringJoiner(" ");
        for (JsonNode argument : arguments) {
            text.add(argument.path("value")
                    .asText(argument.path("description")
                            .asText(argument.path("type").asText())));
        }
        return text.toString();
    }
}
