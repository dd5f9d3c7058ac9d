package io.virtstack.inventory;

import io.virtstack.inventory.ReadLimits.Limit;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One call of the reader: which file it reads, what it has spent of its limits, and how it refuses. */
final class Reading {
    /** The place that means the file as a whole. */
    static final String WHOLE = ".";

    private final Path file;
    private final ReadLimits limits;
    private long bytes;
    private long documentBytes;
    private long images;

    Reading(Path file, ReadLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    Path file() {
        return file;
    }

    long limit(Limit limit) {
        return limits.get(limit);
    }

    void check(Limit limit, long value, String place) {
        if (value > limits.get(limit)) {
            throw exceeded(limit, value, place);
        }
    }

    void spendBytes(long read, String place) {
        bytes += read;
        check(Limit.TOTAL_BYTES, bytes, place);
    }

    void spendDocument(long read, String place) {
        documentBytes += read;
        check(Limit.JSON_TOTAL_BYTES, documentBytes, place);
        spendBytes(read, place);
    }

    void spendImage(String place) {
        check(Limit.IMAGES, ++images, place);
    }

    /** Checks that a manifest lists as many layers as the configuration it names. */
    void expectLayers(int listed, int configured, String place) {
        if (listed != configured) {
            throw refuse(
                    place,
                    InventoryRule.LAYER_COUNT,
                    listed + " layers, but the configuration has " + configured,
                    "manifest and configuration do not belong together: save the image again");
        }
    }

    InventoryException exceeded(Limit limit, long value, String place) {
        return refuse(
                place,
                limit.rule(),
                value + " exceeds the limit of " + limits.get(limit),
                "if the file is to be trusted, raise ReadLimits." + limit);
    }

    InventoryException refuse(String place, InventoryRule rule, String value, String remedy) {
        return refuse(place, rule, value, remedy, null);
    }

    InventoryException refuse(
            String place, InventoryRule rule, String value, String remedy, @Nullable Throwable cause) {
        return new InventoryException(file, place, rule, value, remedy, cause);
    }

    InventoryException unreadable(String place, IOException cause) {
        return refuse(
                place,
                InventoryRule.FILE_UNREADABLE,
                cause.toString(),
                "check the permissions and the storage, then read it again",
                cause);
    }
}
