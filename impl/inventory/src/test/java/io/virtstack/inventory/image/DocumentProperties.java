package io.virtstack.inventory.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.virtstack.inventory.ImageReader;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.image.ImageFixture.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static io.virtstack.inventory.image.LayerFixture.file;

/** Well-formed documents that say something unexpected at any place are read or refused, never worse. */
class DocumentProperties {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Spec IMAGE = Spec.of(LayerFixture.of(file("a", "content")));

    @Property(tries = 400)
    void unexpectedValuesInDockersManifest(@ForAll @IntRange(max = 1_000) int place, @ForAll("values") String value)
            throws IOException {
        read(mutated(ImageFixture.docker(IMAGE), DockerImages.MANIFEST, place, value));
    }

    @Property(tries = 400)
    void unexpectedValuesInAnIndex(@ForAll @IntRange(max = 1_000) int place, @ForAll("values") String value)
            throws IOException {
        read(mutated(ImageFixture.oci(IMAGE), OciImages.INDEX, place, value));
        read(mutated(ImageFixture.oci(IMAGE), "oci-layout", place, value));
    }

    @Property(tries = 400)
    void unexpectedValuesBehindADigest(
            @ForAll @IntRange(max = 1_000) int place, @ForAll("values") String value, @ForAll boolean inConfig)
            throws IOException {
        ImageFixture fixture = new ImageFixture();
        byte[] config = inConfig ? mutated(IMAGE.config(), place, value) : IMAGE.config();
        String layer = fixture.blob(IMAGE.layers().get(0).blob(), "application/vnd.oci.image.layer.v1.tar");
        byte[] manifest = ImageFixture.bytes("{'schemaVersion':2,'config':"
                + fixture.blob(config, ImageFixture.OCI_CONFIG) + ",'layers':[" + layer + "]}");
        byte[] written = inConfig ? manifest : mutated(manifest, place, value);
        read(fixture.index(fixture.blob(written, ImageFixture.OCI_MANIFEST)));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "-1",
                "0",
                "1.5",
                "1e999",
                "9223372036854775808",
                "\"\"",
                "\"x\"",
                "\"../x\"",
                "\" \"",
                "[]",
                "{}",
                "[null]",
                "[[]]",
                "{\"a\":null}",
                "\"\\u0000\"",
                "\"sha256:0\"",
                "\"\\ud800\"");
    }

    private static ImageFixture mutated(ImageFixture fixture, String name, int place, String value) throws IOException {
        byte[] document = fixture.files.getOrDefault(name, new byte[0]);
        return fixture.putBytes(name, mutated(document, place, value));
    }

    /** {@return the document with one of its values replaced} */
    private static byte[] mutated(byte[] document, int place, String value) throws IOException {
        JsonNode root = MAPPER.readTree(document);
        JsonNode replacement = MAPPER.readTree(value);
        List<Runnable> replacements = new ArrayList<>();
        collect(root, replacement, replacements);
        if (place % (replacements.size() + 1) == replacements.size()) {
            return MAPPER.writeValueAsBytes(replacement);
        }
        replacements.get(place % (replacements.size() + 1)).run();
        return MAPPER.writeValueAsBytes(root);
    }

    private static void collect(JsonNode node, JsonNode replacement, List<Runnable> replacements) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(key -> replacements.add(() -> object.set(key, replacement)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                replacements.add(() -> array.set(index, replacement));
            }
        }
        node.forEach(child -> collect(child, replacement, replacements));
    }

    private static void read(ImageFixture fixture) throws IOException {
        Path folder = Files.createTempDirectory("virtstack");
        try {
            ImageReader.create().read(fixture.writeTar(folder));
        } catch (InventoryException expected) {
            // The other outcome that is allowed.
        } finally {
            LayerSizesProperties.delete(folder);
        }
    }
}
