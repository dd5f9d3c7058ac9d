package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.platform.Platform;
import java.util.Optional;

/**
 * An image as documents describe it, before its layers are read.
 *
 * @param id the digest of its configuration
 * @param tags the names it goes by
 * @param name what it is called where it has no tag
 * @param platform what it is made for
 * @param layers lowest first
 */
record ImagePlan(
        Digest id,
        ImmutableList<String> tags,
        Optional<String> name,
        Optional<Platform> platform,
        ImmutableList<LayerPlan> layers) {}
