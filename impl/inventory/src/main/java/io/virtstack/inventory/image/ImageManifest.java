package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import java.util.Optional;

/**
 * A manifest or an index, as a registry and a layout hold them.
 *
 * @param kind what it is
 * @param config an image's configuration, empty for what is no image
 * @param layers an image's layers, lowest first
 * @param manifests what an index lists
 * @param place where it stands
 */
record ImageManifest(
        Kind kind,
        Optional<Descriptor> config,
        ImmutableList<Descriptor> layers,
        ImmutableList<Descriptor> manifests,
        String place) {
    enum Kind {
        IMAGE,
        INDEX,
        /** Something else that a registry stores like an image: a signature, a chart, a bill of materials. */
        ARTIFACT
    }

    /**
     * {@return what a document says}
     *
     * @param mediaType what its descriptor calls it, empty if nothing is known
     */
    static ImageManifest of(Json json, String mediaType) {
        String stated = json.object().findText("mediaType").orElse(mediaType);
        if (!mediaType.isEmpty() && !stated.equals(mediaType)) {
            throw json.get("mediaType")
                    .refuse(
                            InventoryRule.MEDIA_TYPE,
                            "'" + stated + "', but its descriptor says '" + mediaType + "'",
                            "a document is of one type: do not trust this file, save the image again");
        }
        if (MediaType.isSchema1(stated) || json.find("fsLayers").isPresent()) {
            throw json.refuse(
                    InventoryRule.MANIFEST_SCHEMA1,
                    "a manifest of Docker's schema 1",
                    "it names no DiffIDs: pull the image with a current tool and save it again");
        }
        boolean listsManifests = json.find("manifests").isPresent();
        boolean listsLayers =
                json.find("layers").isPresent() || json.find("config").isPresent();
        if (listsManifests && listsLayers) {
            throw json.refuse(
                    InventoryRule.DOCUMENT_FORM,
                    "both 'manifests' and 'config' or 'layers'",
                    "a document is an index or a manifest: do not trust this file, save the image again");
        }
        if (MediaType.isIndex(stated) || (stated.isEmpty() && listsManifests)) {
            return index(json);
        }
        if (MediaType.isManifest(stated) || (stated.isEmpty() && listsLayers)) {
            return manifest(json);
        }
        return artifact(json);
    }

    private static ImageManifest index(Json json) {
        // Go's programs write null for an index that lists nothing.
        if (!json.node().has("manifests")) {
            throw json.missing("manifests");
        }
        return new ImageManifest(
                Kind.INDEX, Optional.empty(), ImmutableList.of(), descriptors(json, "manifests"), json.place());
    }

    private static ImageManifest manifest(Json json) {
        Descriptor config = Descriptor.of(json.get("config"));
        ImmutableList<Descriptor> layers = descriptors(json, "layers");
        boolean noLayer = layers.stream().noneMatch(layer -> MediaType.isLayer(layer.mediaType()));
        if (json.find("artifactType").isPresent()
                || !MediaType.isConfig(config.mediaType())
                || (noLayer && !layers.isEmpty())) {
            return artifact(json);
        }
        json.reading().check(Limit.LAYERS, layers.size(), json.place() + "/layers");
        layers.forEach(layer -> expectReadable(layer, json.reading()));
        return new ImageManifest(Kind.IMAGE, Optional.of(config), layers, ImmutableList.of(), json.place());
    }

    private static void expectReadable(Descriptor layer, Reading reading) {
        if (!MediaType.isLayer(layer.mediaType()) || MediaType.isEncrypted(layer.mediaType())) {
            throw reading.refuse(
                    layer.place(),
                    InventoryRule.MEDIA_TYPE,
                    "a layer of type '" + layer.mediaType() + "'",
                    "only tar layers that are not encrypted can be read: decrypt or convert the image");
        }
    }

    private static ImageManifest artifact(Json json) {
        return new ImageManifest(Kind.ARTIFACT, Optional.empty(), ImmutableList.of(), ImmutableList.of(), json.place());
    }

    private static ImmutableList<Descriptor> descriptors(Json json, String key) {
        return json.find(key).map(Json::elements).orElse(ImmutableList.of()).stream()
                .map(Descriptor::of)
                .collect(ImmutableList.toImmutableList());
    }
}
