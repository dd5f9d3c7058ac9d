package io.virtstack.inventory.image;

import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.platform.Platform;
import java.util.Optional;

/**
 * A platform as images write it.
 *
 * @param os under Go's name, for example {@code linux}
 * @param architecture under Go's name, for example {@code amd64}
 * @param variant of the architecture, for example {@code v7}, else empty
 */
record PlatformName(String os, String architecture, String variant) {
    /** {@return the platform that an object names, empty if it names none} */
    static Optional<PlatformName> of(Json object) {
        String os = object.findText("os").orElse("");
        String architecture = object.findText("architecture").orElse("");
        return os.isEmpty() || architecture.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlatformName(
                        os, architecture, object.findText("variant").orElse("")));
    }

    /** {@return whether this marks what is no image, but a statement about one} */
    boolean isUnknown() {
        return os.equals("unknown") && architecture.equals("unknown");
    }

    Platform platform() {
        return new Platform(OsFamily.named(os), Architecture.named(architecture).orElse(Architecture.OTHER));
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
