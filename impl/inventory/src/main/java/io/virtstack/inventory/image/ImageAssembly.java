package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Reading;
import io.virtstack.layer.Binaries;
import io.virtstack.quantity.DataSize;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Measures the layers that plans name, each blob once, and builds the images from what is found. */
final class ImageAssembly {
    private static final int SHORT_ID = 12;

    private final Container container;
    private final Reading reading;
    private final Map<Content, MeasuredLayer> measured = new HashMap<>();

    ImageAssembly(Container container, Reading reading) {
        this.container = container;
        this.reading = reading;
    }

    ImmutableList<Binaries> assemble(ImmutableList<ImagePlan> plans) {
        measure(plans);
        Map<Image, String> names = new LinkedHashMap<>();
        Map<Image, Set<String>> tags = new LinkedHashMap<>();
        for (ImagePlan plan : plans) {
            Image untagged = image(plan);
            names.putIfAbsent(untagged, plan.name().orElse(plan.id().hex().substring(0, SHORT_ID)));
            tags.computeIfAbsent(untagged, first -> new LinkedHashSet<>()).addAll(plan.tags());
        }
        ImmutableList.Builder<Binaries> binaries = ImmutableList.builder();
        tags.forEach((image, found) ->
                binaries.add(Binaries.builder(found.stream().findFirst().orElse(names.getOrDefault(image, "")))
                        .image(image.withTags(found))
                        .build()));
        return binaries.build();
    }

    private void measure(ImmutableList<ImagePlan> plans) {
        Map<Content, LayerBlob> blobs = new LinkedHashMap<>();
        for (ImagePlan plan : plans) {
            for (LayerPlan layer : plan.layers()) {
                blobs.merge(layer.content(), LayerBlob.of(layer), LayerBlob::and);
            }
        }
        LayerMeter meter = new LayerMeter(reading);
        container.stream(blobs.keySet(), (content, bytes) -> {
            LayerBlob blob = blobs.get(content);
            if (blob != null) {
                measured.put(content, meter.measure(bytes, blob));
            }
        });
    }

    private Image image(ImagePlan plan) {
        Image.Builder image = Image.builder()
                .id(plan.id())
                .layersAll(plan.layers().stream().map(this::layer).collect(ImmutableList.toImmutableList()));
        plan.platform().ifPresent(image::platform);
        return image.build();
    }

    private ImageLayer layer(LayerPlan plan) {
        MeasuredLayer found = measured.get(plan.content());
        String algorithm = plan.diffId().algorithm();
        if (found == null || !plan.diffId().equals(found.diffIds().get(algorithm))) {
            throw reading.refuse(
                    plan.content().name(),
                    InventoryRule.LAYER_DIFF_ID,
                    "a tar of "
                            + (found == null
                                    ? "unknown digest"
                                    : found.diffIds().get(algorithm)) + " instead of " + plan.diffId(),
                    "the layer is damaged or belongs to another image: save the image again");
        }
        ImageLayer.Builder layer = ImageLayer.builder(plan.diffId())
                .contentSize(DataSize.ofBytes(found.contentSize()))
                .tarSize(DataSize.ofBytes(found.tarSize()));
        if (found.compressed() || plan.isBlob()) {
            layer.compressedSize(DataSize.ofBytes(found.blobSize()))
                    .blob(plan.blob().orElseGet(found::blob));
        }
        return layer.build();
    }
}
