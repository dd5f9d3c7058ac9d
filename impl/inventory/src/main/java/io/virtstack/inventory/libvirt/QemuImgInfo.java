package io.virtstack.inventory.libvirt;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.DiskImage;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;
import io.virtstack.inventory.source.Tree;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * {@code qemu-img info --output=json}, of one image or with {@code --backing-chain} of a chain: the sizes of the files that
 * virtual disks are kept in.
 */
public final class QemuImgInfo implements Format {
    private static final String VIRTUAL = "virtual-size";

    @Override
    public String kind() {
        return "qemu-img-info";
    }

    @Override
    public boolean recognises(Source source) {
        return source.json().stream().findFirst().stream()
                .flatMap(root -> root.isArray() ? root.elements().stream().limit(1) : ImmutableList.of(root).stream())
                .anyMatch(image -> image.has(VIRTUAL) && (image.has("format") || image.has("filename")));
    }

    @Override
    public void read(Source source, Parts parts) {
        for (Tree root : source.json()) {
            for (Tree image : root.isArray() ? root.elements() : ImmutableList.of(root)) {
                parts.add(image(image.object(), source));
            }
        }
    }

    private static DiskImage image(Tree image, Source source) {
        Optional<DataSize> actual = size(image, "actual-size");
        if (actual.isEmpty()) {
            image.note("no actual-size: what the image takes on its store is unknown");
        }
        if (image.find("snapshots")
                .filter(Tree::isArray)
                .filter(list -> !list.elements().isEmpty())
                .isPresent()) {
            image.note("snapshots inside the image are part of its actual size");
        }
        return new DiskImage(
                source,
                image.get("filename").text(),
                Optional.of(DataSize.ofBytes(image.get(VIRTUAL).count())),
                actual,
                image.findText("full-backing-filename").or(() -> image.findText("backing-filename")));
    }

    private static Optional<DataSize> size(Tree image, String member) {
        return image.find(member).map(Tree::count).map(DataSize::ofBytes);
    }
}
