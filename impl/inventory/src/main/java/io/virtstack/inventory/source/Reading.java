package io.virtstack.inventory.source;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.ReadLimits.Limit;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One call of the reader: which file it reads, what it has spent of its limits, and how it refuses. */
public final class Reading {
    /** The place that means the file as a whole. */
    public static final String WHOLE = ".";

    private final Path file;
    private final ReadLimits limits;
    private long bytes;
    private long documentBytes;
    private long images;

    /** Starts a call that has spent nothing. */
    public Reading(Path file, ReadLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** {@return the file that is read} */
    public Path file() {
        return file;
    }

    /** {@return the highest value that is still accepted} */
    public long limit(Limit limit) {
        return limits.get(limit);
    }

    /** Checks a value against its limit. */
    public void check(Limit limit, long value, String place) {
        if (value > limits.get(limit)) {
            throw exceeded(limit, value, place);
        }
    }

    /** Counts bytes that were read. */
    public void spendBytes(long read, String place) {
        bytes += read;
        check(Limit.TOTAL_BYTES, bytes, place);
    }

    /** Counts bytes of a JSON document that was read. */
    public void spendDocument(long read, String place) {
        documentBytes += read;
        check(Limit.JSON_TOTAL_BYTES, documentBytes, place);
        spendBytes(read, place);
    }

    /** Counts an image that is looked at. */
    public void spendImage(String place) {
        check(Limit.IMAGES, ++images, place);
    }

    /** Checks that a manifest lists as many layers as the configuration it names. */
    public void expectLayers(int listed, int configured, String place) {
        if (listed != configured) {
            throw refuse(
                    place,
                    InventoryRule.LAYER_COUNT,
                    listed + " layers, but the configuration has " + configured,
                    "manifest and configuration do not belong together: save the image again");
        }
    }

    /** {@return the exception that refuses a value beyond its limit} */
    public InventoryException exceeded(Limit limit, long value, String place) {
        return refuse(
                place,
                limit.rule(),
                value + " exceeds the limit of " + limits.get(limit),
                "if the file is to be trusted, raise ReadLimits." + limit);
    }

    /** {@return the exception that refuses what is in a place} */
    public InventoryException refuse(String place, InventoryRule rule, String value, String remedy) {
        return refuse(place, rule, value, remedy, null);
    }

    /** {@return the exception that refuses what is in a place, for a failure underneath} */
    public InventoryException refuse(
            String place, InventoryRule rule, String value, String remedy, @Nullable Throwable cause) {
        return new InventoryException(file, 0, place, rule, value, remedy, cause);
    }

    /** Java's own text begins with the path, which is said already. */
    private static String said(IOException failure) {
        if (failure instanceof FileSystemException system) {
            return system.getReason() == null ? failure.getClass().getSimpleName() : system.getReason();
        }
        return failure.toString();
    }

    /** {@return the exception for a failure of the system} */
    public InventoryException unreadable(String place, IOException cause) {
        return refuse(
                place,
                InventoryRule.FILE_UNREADABLE,
                said(cause),
                "check the permissions and the storage, then read it again",
                cause);
    }
}
