package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.inventory.source.Reading;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images that a {@code manifest.json} of {@code docker save} lists. */
final class DockerImages {
    static final String MANIFEST = "manifest.json";

    /** Docker before 25 and Podman: {@code <hex>.json}; since 25: {@code blobs/sha256/<hex>}; crane: {@code sha256:<hex>}. */
    private static final Pattern CONFIG_NAME = Pattern.compile("(?:.*/|sha256:)?([a-f0-9]{64})(?:\\.json)?");

    private static final Pattern BLOB_NAME = Pattern.compile("blobs/(sha256/[a-f0-9]{64}|sha512/[a-f0-9]{128})");

    private final Documents documents;
    private final Reading reading;

    DockerImages(Documents documents, Reading reading) {
        this.documents = documents;
        this.reading = reading;
    }

    ImmutableList<ImagePlan> plan(Json manifest) {
        return manifest.elements().stream().map(this::image).collect(ImmutableList.toImmutableList());
    }

    private ImagePlan image(Json entry) {
        reading.spendImage(entry.place());
        Json configPath = entry.object().find("Config", "config").orElseThrow(() -> entry.missing("Config"));
        Content content = documents.content(configPath.text(), configPath);
        byte[] bytes = documents.bytes(content);
        Digest id = id(bytes, content, EntryPath.inside(configPath.text(), configPath.place(), reading));
        ImageConfig config = ImageConfig.of(Json.parse(bytes, content.name(), reading));
        ImmutableList<Json> layers =
                entry.find("Layers", "layers").map(Json::elements).orElse(ImmutableList.of());
        reading.expectLayers(layers.size(), config.diffIds().size(), entry.place());
        ImmutableList.Builder<LayerPlan> plans = ImmutableList.builder();
        for (int i = 0; i < layers.size(); i++) {
            plans.add(layer(layers.get(i), config.diffIds().get(i)));
        }
        return new ImagePlan(
                id, tags(entry), Optional.empty(), config.platform().map(PlatformName::platform), plans.build());
    }

    private Digest id(byte[] bytes, Content content, String path) {
        Matcher blob = BLOB_NAME.matcher(path);
        Matcher name = CONFIG_NAME.matcher(path);
        if (blob.matches()) {
            Digest claimed = Digest.of(blob.group(1).replace('/', ':'));
            documents.expectDigest(bytes, claimed, content);
            return claimed;
        }
        if (name.matches()) {
            documents.expectDigest(bytes, Digest.of("sha256:" + name.group(1)), content);
        }
        return MeteredStream.digestOf(bytes, "sha256");
    }

    private LayerPlan layer(Json path, Digest diffId) {
        Content content = documents.content(path.text(), path);
        Matcher blob = BLOB_NAME.matcher(content.name());
        Optional<Digest> claimed =
                blob.matches() ? Optional.of(Digest.of(blob.group(1).replace('/', ':'))) : Optional.empty();
        return new LayerPlan(content, diffId, claimed, false);
    }

    private static ImmutableList<String> tags(Json entry) {
        return entry.find("RepoTags", "repoTags").map(Json::elements).orElse(ImmutableList.of()).stream()
                .map(Json::text)
                .filter(tag -> !tag.isBlank())
                .collect(ImmutableList.toImmutableList());
    }
}
