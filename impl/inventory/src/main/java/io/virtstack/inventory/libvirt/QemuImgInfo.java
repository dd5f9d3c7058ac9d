package io.virtstack.inventory.libvirt;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.DiskImage;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;
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
        return TextDocuments.json(source).stream().findFirst().stream()
                .flatMap(
                        root -> root.isSequence() ? root.elements().stream().limit(1) : ImmutableList.of(root).stream())
                .anyMatch(image -> image.has(VIRTUAL) && (image.has("format") || image.has("filename")));
    }

    @Override
    public void read(Source source, Parts parts) {
        for (Node root : TextDocuments.json(source)) {
            for (Node image : root.isSequence() ? root.elements() : ImmutableList.of(root)) {
                parts.add(image(image.mapping(), source));
            }
        }
    }

    private static DiskImage image(Node image, Source source) {
        String file = image.get("filename").text();
        Optional<DataSize> actual = size(image, "actual-size");
        if (actual.isEmpty()) {
            image.note("no actual-size: what the image takes on its store is unknown");
        } else if (file.startsWith("/dev/") && actual.equals(Optional.of(DataSize.ZERO))) {
            image.note("a block device, of which qemu-img always states 0: what the image takes of it is unknown");
            actual = Optional.empty();
        }
        if (image.find("snapshots")
                .filter(Node::isSequence)
                .filter(list -> !list.elements().isEmpty())
                .isPresent()) {
            image.note("snapshots inside the image are part of its actual size");
        }
        return new DiskImage(
                source,
                file,
                Optional.of(bytes(image.get(VIRTUAL))),
                actual,
                image.findText("full-backing-filename")
                        .or(() -> image.findText("backing-filename").map(base -> beside(file, base))));
    }

    /** {@return the name of a base image, which is relative to what is based on it unless it is a full path or a URL} */
    private static String beside(String file, String base) {
        boolean full = base.startsWith("/") || base.indexOf(':') >= 0;
        return full ? base : file.substring(0, file.lastIndexOf('/') + 1) + base;
    }

    private static Optional<DataSize> size(Node image, String member) {
        return image.find(member).map(QemuImgInfo::bytes);
    }

    private static DataSize bytes(Node size) {
        return DataSize.ofBytes(size.unquotedNumber(0, Long.MAX_VALUE));
    }
}
