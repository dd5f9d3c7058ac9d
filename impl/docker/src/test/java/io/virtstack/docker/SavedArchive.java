package io.virtstack.docker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An archive as {@code docker save} writes it, of one image made by hand.
 *
 * @param tag what the image is called
 * @param layers the tars of its layers, lowest first
 * @param history the steps it was made in, true for those that made a layer; none for an image without a history
 */
record SavedArchive(String tag, List<byte[]> layers, List<Boolean> history) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One step for each layer. */
    static SavedArchive of(String tag, List<byte[]> layers) {
        return new SavedArchive(tag, layers, layers.stream().map(layer -> true).toList());
    }

    /** What identifies it: the digest of its configuration. */
    String id() {
        return LayerTar.digest(json()).value();
    }

    byte[] bytes() {
        byte[] configuration = json();
        String file = LayerTar.digest(configuration).hex() + ".json";
        ObjectNode manifest = JSON.objectNode().put("Config", file);
        manifest.putArray("RepoTags").add(tag);
        ArrayNode files = manifest.putArray("Layers");
        return LayerTar.of(tar -> {
            for (int i = 0; i < layers.size(); i++) {
                tar.file(i + "/layer.tar", layers.get(i), 0644);
                files.add(i + "/layer.tar");
            }
            tar.file(file, configuration, 0644);
            tar.file("manifest.json", JSON.arrayNode().add(manifest).toString());
        });
    }

    private byte[] json() {
        return configuration().toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode configuration() {
        ObjectNode configuration = JSON.objectNode()
                .put("architecture", "amd64")
                .put("os", "linux")
                .put("comment", tag);
        configuration.putObject("config");
        ObjectNode root = configuration.putObject("rootfs").put("type", "layers");
        ArrayNode diffIds = root.putArray("diff_ids");
        layers.forEach(layer -> diffIds.add(LayerTar.digest(layer).value()));
        ArrayNode steps = configuration.putArray("history");
        for (boolean made : history) {
            ObjectNode step = steps.addObject().put("created_by", "by hand");
            if (!made) {
                step.put("empty_layer", true);
            }
        }
        return configuration;
    }
}
