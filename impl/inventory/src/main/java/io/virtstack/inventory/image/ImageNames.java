package io.virtstack.inventory.image;

import com.google.common.base.CharMatcher;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the annotations of an index entry call the image behind it.
 *
 * @param full the whole reference, as containerd writes it
 * @param ref OCI's {@code ref.name}, by custom a whole reference or only a tag
 */
record ImageNames(Optional<String> full, Optional<String> ref) {
    static final ImageNames NONE = new ImageNames(Optional.empty(), Optional.empty());

    private static final CharMatcher REPOSITORY = CharMatcher.anyOf("/:@");

    static ImageNames of(Json annotations) {
        return new ImageNames(
                annotations.findText("io.containerd.image.name").filter(name -> !name.isBlank()),
                annotations.findText("org.opencontainers.image.ref.name").filter(name -> !name.isBlank()));
    }

    /** {@return the whole reference, empty if there is none: a tag alone names no image} */
    Optional<String> tag() {
        return full.or(() -> ref.filter(REPOSITORY::matchesAnyOf));
    }

    /** {@return what to call the image, with the name of the file before a tag alone} */
    Optional<String> nameIn(Path file) {
        return tag().or(() -> ref.map(tag -> FileName.withoutSuffix(file) + ":" + tag));
    }
}
