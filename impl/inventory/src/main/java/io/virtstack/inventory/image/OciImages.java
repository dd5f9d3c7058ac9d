package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Reading;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The images that the {@code index.json} of an OCI layout lists, one for each of its entries that is an image. */
final class OciImages {
    static final String INDEX = "index.json";

    private static final String LAYOUT = "oci-layout";

    private final Documents documents;
    private final PlatformChoice choice;
    private final Reading reading;

    OciImages(Documents documents, PlatformChoice choice, Reading reading) {
        this.documents = documents;
        this.choice = choice;
        this.reading = reading;
    }

    ImmutableList<ImagePlan> plan(Json index) {
        expectVersion();
        Map<ImageManifest, Set<Descriptor>> listed = new LinkedHashMap<>();
        for (Descriptor entry : ImageManifest.of(index, "application/vnd.oci.image.index.v1+json")
                .manifests()) {
            choice.imageOf(entry)
                    .ifPresent(image -> listed.computeIfAbsent(image, first -> new LinkedHashSet<>())
                            .add(entry));
        }
        ImmutableList.Builder<ImagePlan> plans = ImmutableList.builder();
        listed.forEach((image, entries) -> plans.add(image(image, entries)));
        return plans.build();
    }

    private void expectVersion() {
        Optional<Json> version =
                documents.find(LAYOUT).map(Json::object).map(layout -> layout.get("imageLayoutVersion"));
        version.filter(stated -> !stated.text().equals("1.0.0")).ifPresent(stated -> {
            throw stated.refuse(
                    InventoryRule.LAYOUT_VERSION,
                    "version '" + stated.text() + "'",
                    "only layouts of version 1.0.0 can be read: copy the image with a current tool");
        });
    }

    private ImagePlan image(ImageManifest manifest, Set<Descriptor> entries) {
        Descriptor stated = manifest.config().orElseThrow();
        ImageConfig config = ImageConfig.of(documents.document(stated));
        reading.expectLayers(manifest.layers().size(), config.diffIds().size(), manifest.place());
        ImmutableList.Builder<LayerPlan> layers = ImmutableList.builder();
        for (int i = 0; i < manifest.layers().size(); i++) {
            layers.add(layer(manifest.layers().get(i), config.diffIds().get(i)));
        }
        return new ImagePlan(
                stated.digest(),
                names(entries, ImageNames::tag),
                names(entries, names -> names.nameIn(reading.file())).stream().findFirst(),
                config.platform().map(PlatformName::platform),
                layers.build());
    }

    private LayerPlan layer(Descriptor layer, Digest diffId) {
        Content content = documents.blob(layer).orElseThrow(() -> missing(layer));
        return new LayerPlan(content, diffId, Optional.of(layer.digest()), true);
    }

    private InventoryException missing(Descriptor layer) {
        return layer.hasUrls() || MediaType.isForeign(layer.mediaType())
                ? reading.refuse(
                        layer.place(),
                        InventoryRule.LAYER_FOREIGN,
                        "no blob " + layer.digest() + ", which is kept under a URL",
                        "download it into the layout first")
                : documents.missing(layer);
    }

    private static ImmutableList<String> names(Set<Descriptor> entries, Function<ImageNames, Optional<String>> form) {
        return entries.stream()
                .flatMap(entry -> form.apply(entry.names()).stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }
}
