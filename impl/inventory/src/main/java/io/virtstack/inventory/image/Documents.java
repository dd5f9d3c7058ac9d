package io.virtstack.inventory.image;

import io.virtstack.image.Digest;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import java.util.Optional;

/** The JSON documents of a container, verified against what refers to them. */
final class Documents {
    private final Container container;
    private final Reading reading;

    Documents(Container container, Reading reading) {
        this.container = container;
        this.reading = reading;
    }

    /** {@return the document of a fixed name, empty if there is none} */
    Optional<Json> find(String name) {
        return container.find(name).map(content -> Json.parse(bytes(content), name, reading));
    }

    /** {@return the file that a document names} */
    Content content(String path, Json referrer) {
        return container
                .find(EntryPath.inside(path, referrer.place(), reading))
                .orElseThrow(() -> referrer.refuse(
                        InventoryRule.ENTRY_MISSING,
                        "no file '" + path + "'",
                        "the image is incomplete: save it again"));
    }

    /** {@return the blob behind a descriptor, empty if it is not here} */
    Optional<Content> blob(Descriptor descriptor) {
        Optional<Content> found = container.find(descriptor.path());
        found.ifPresent(content -> expectSize(content, descriptor));
        return found;
    }

    /** {@return the document behind a descriptor} */
    Json document(Descriptor descriptor) {
        Content content = blob(descriptor).orElseThrow(() -> missing(descriptor));
        byte[] bytes = bytes(content);
        expectDigest(bytes, descriptor.digest(), content);
        return Json.parse(bytes, content.name(), reading);
    }

    byte[] bytes(Content content) {
        reading.check(Limit.JSON_BYTES, content.size(), content.name());
        reading.spendDocument(content.size(), content.name());
        return container.document(content);
    }

    InventoryException missing(Descriptor descriptor) {
        return reading.refuse(
                descriptor.place(),
                InventoryRule.ENTRY_MISSING,
                "no blob " + descriptor.digest(),
                "the image is incomplete: copy it with all its blobs");
    }

    void expectDigest(byte[] bytes, Digest claimed, Content content) {
        Digest found = MeteredStream.digestOf(bytes, claimed.algorithm());
        if (!found.equals(claimed)) {
            throw reading.refuse(
                    content.name(),
                    InventoryRule.BLOB_DIGEST,
                    "bytes of " + found + " instead of " + claimed,
                    "the document is damaged: copy or save the image again");
        }
    }

    private void expectSize(Content content, Descriptor descriptor) {
        if (content.size() != descriptor.size()) {
            throw reading.refuse(
                    content.name(),
                    InventoryRule.BLOB_SIZE,
                    content.size() + " bytes instead of " + descriptor.size() + " as in " + descriptor.place(),
                    "the blob is damaged: copy or save the image again");
        }
    }
}
