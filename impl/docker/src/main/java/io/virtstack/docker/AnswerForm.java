package io.virtstack.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.source.Source;

/** What an answer must have, so that a web page or another server's JSON is not taken for an engine that has nothing. */
enum AnswerForm {
    /** Of {@code /version}. */
    VERSION(ImmutableSet.of("ApiVersion")),
    /** Of {@code /info}. */
    INFO(ImmutableSet.of("Driver")),
    /** Of {@code /system/df}: before API 1.52 the first, since then one of the others in either spelling. */
    DISK_USAGE(ImmutableSet.of("LayersSize", "ImageUsage", "ContainerUsage", "ImagesDiskUsage", "ContainersDiskUsage")),
    /** Of an image or a container. */
    DETAILS(ImmutableSet.of("Id")),
    /** Of {@code /containers/{id}/stats}. */
    STATS(ImmutableSet.of("memory_stats")),
    /** Of {@code /images/{id}/history}. */
    LIST(ImmutableSet.of());

    private final ImmutableSet<String> members;

    AnswerForm(ImmutableSet<String> members) {
        this.members = members;
    }

    /** {@return whether an answer is a list, where that is demanded, else an object with at least one of the members} */
    boolean fits(Source answer) {
        if (answer.shape() != Source.Shape.JSON) {
            return false;
        }
        ImmutableList<Node> documents = TextDocuments.of(answer);
        return documents.size() == 1 && fits(documents.get(0));
    }

    private boolean fits(Node node) {
        return members.isEmpty()
                ? node.isSequence()
                : node.isMapping() && members.stream().anyMatch(node::has);
    }

    /** {@return what is demanded, in words} */
    @Override
    public String toString() {
        return members.isEmpty() ? "a JSON list" : "a JSON object with " + String.join(" or ", members);
    }
}
