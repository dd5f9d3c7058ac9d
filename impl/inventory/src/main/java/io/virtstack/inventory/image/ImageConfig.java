package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.inventory.ReadLimits.Limit;
import java.util.Optional;

/**
 * What an image's configuration says of its layers. Docker and OCI write it alike.
 *
 * @param diffIds the digests of the layers' uncompressed tars, lowest first
 * @param platform what it is made for, if that is said
 */
record ImageConfig(ImmutableList<Digest> diffIds, Optional<PlatformName> platform) {
    static ImageConfig of(Json json) {
        Optional<Json> diffIds = json.object().get("rootfs").object().find("diff_ids");
        ImmutableList<Json> elements = diffIds.map(Json::elements).orElse(ImmutableList.of());
        json.reading().check(Limit.LAYERS, elements.size(), json.place() + "/rootfs/diff_ids");
        return new ImageConfig(
                elements.stream().map(Json::digest).collect(ImmutableList.toImmutableList()), PlatformName.of(json));
    }
}
