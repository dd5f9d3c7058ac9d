package io.virtstack.inventory.image;

import io.virtstack.inventory.image.ImageFixture.Spec;
import io.virtstack.inventory.image.LayerFixture.Packing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The forms in which an image lies on a disk. */
enum Form {
    DOCKER {
        @Override
        Path write(Path folder, Spec... images) {
            return ImageFixture.docker(images).writeTar(folder);
        }
    },
    DOCKER_25 {
        @Override
        Path write(Path folder, Spec... images) {
            return ImageFixture.docker25(images).writeTar(folder);
        }
    },
    DOCKER_GZIP {
        @Override
        Path write(Path folder, Spec... images) {
            return packed(folder, ImageFixture.docker(images), Packing.GZIP);
        }
    },
    OCI_ARCHIVE {
        @Override
        Path write(Path folder, Spec... images) {
            return ImageFixture.oci(images).writeTar(folder);
        }
    },
    OCI_PREFIXED {
        @Override
        Path write(Path folder, Spec... images) {
            return ImageFixture.write(
                    folder.resolve("images.tar"), ImageFixture.oci(images).tar("./"));
        }
    },
    OCI_ZSTD {
        @Override
        Path write(Path folder, Spec... images) {
            return packed(folder, ImageFixture.oci(images), Packing.ZSTD);
        }
    },
    OCI_DIRECTORY {
        @Override
        Path write(Path folder, Spec... images) {
            try {
                return ImageFixture.oci(images).writeInto(Files.createTempDirectory(folder, "layout"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    abstract Path write(Path folder, Spec... images);

    /** {@return whether a plain layer is a blob in this form} */
    boolean isOci() {
        return name().startsWith("OCI");
    }

    private static Path packed(Path folder, ImageFixture fixture, Packing packing) {
        return ImageFixture.write(folder.resolve("images.tar.x"), LayerFixture.pack(fixture.tar(), packing));
    }
}
