package io.virtstack.inventory;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.assembly.StoredImage;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.format.Formats;
import io.virtstack.inventory.image.ImageFile;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Binaries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one file: an image if it is an archive or a layout, else a text of one of the known formats. */
final class FileReading {
    private static final String IMAGES = "image-archive";
    private static final String LAYOUT = "image-layout";

    private final Path file;
    private final InventoryOptions options;
    private final Reading reading;
    private Parts parts = new Parts();
    private @Nullable String kind;
    private @Nullable String onlyKind;
    private @Nullable Source source;

    FileReading(Path file, InventoryOptions options) {
        this.file = file;
        this.options = options;
        this.reading = new Reading(file, options.limits());
    }

    /** {@return what the file says, empty after {@link #read} has refused it} */
    Parts parts() {
        return parts;
    }

    Path file() {
        return file;
    }

    /** {@return the kind of the file, if it was read and a machine can have but one of this kind} */
    Optional<String> onlyKind() {
        return Optional.ofNullable(onlyKind);
    }

    /** {@return what became of the file} */
    InventoryFile read() {
        return outcomeOf(this::readParts);
    }

    /** {@return what became of a text that is already in memory} */
    InventoryFile read(byte[] bytes) {
        return outcomeOf(() -> readText(bytes));
    }

    private InventoryFile outcomeOf(Runnable reader) {
        try {
            reader.run();
            return outcome(Optional.empty());
        } catch (InventoryException e) {
            return refused(e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return refused(reading.refuse(
                    Reading.WHOLE,
                    InventoryRule.MODEL_INVALID,
                    String.valueOf(e.getMessage()),
                    "correct what the file states",
                    e));
        }
    }

    private InventoryFile refused(InventoryException error) {
        parts = new Parts();
        return new InventoryFile(file, Optional.ofNullable(kind), ImmutableList.of(), notes(), Optional.of(error));
    }

    private InventoryFile outcome(Optional<InventoryException> error) {
        return new InventoryFile(file, Optional.ofNullable(kind), parts.layers(), notes(), error);
    }

    /** {@return what was assumed or left out so far} */
    ImmutableList<InventoryNote> notes() {
        return source == null ? ImmutableList.of() : source.notes();
    }

    private void readParts() {
        byte[] bytes = bytes();
        if (bytes.length == 0) {
            readImages();
        } else {
            readText(bytes);
        }
    }

    /** {@return all bytes of a text; none for an archive or the folder of an image} */
    private byte[] bytes() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory() && !ImageFile.isLayout(file)) {
                throw reading.refuse(
                        Reading.WHOLE,
                        InventoryRule.FILE_KIND,
                        "a link to a folder, which is not followed",
                        "name the folder itself");
            }
            if (attributes.isDirectory()) {
                kind = LAYOUT;
                return new byte[0];
            }
            return text(attributes);
        } catch (NoSuchFileException e) {
            throw reading.refuse(
                    Reading.WHOLE, InventoryRule.FILE_MISSING, "no such file", "check the path and its links", e);
        } catch (IOException e) {
            throw reading.unreadable(Reading.WHOLE, e);
        }
    }

    /** {@return the text of a file that is to be no archive} */
    static Source text(Path file, InventoryOptions options) {
        FileReading reading = new FileReading(file, options);
        byte[] bytes = reading.bytes();
        if (bytes.length == 0) {
            throw reading.reading.refuse(
                    Reading.WHOLE, InventoryRule.FILE_UNRECOGNISED, "an archive or a folder", "name a file of text");
        }
        return reading.source(bytes);
    }

    /** {@return all bytes of a text; none for an archive} */
    private byte[] text(BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) {
            throw reading.refuse(
                    Reading.WHOLE,
                    InventoryRule.FILE_KIND,
                    "a device, pipe or socket",
                    "name a regular file or a directory");
        }
        if (attributes.size() == 0) {
            throw reading.refuse(Reading.WHOLE, InventoryRule.FILE_EMPTY, "0 bytes", "have it written again");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(ImageFile.START);
            if (ImageFile.isArchive(start)) {
                kind = IMAGES;
                return new byte[0];
            }
            long limit = reading.limit(Limit.TEXT_BYTES);
            reading.check(Limit.TEXT_BYTES, attributes.size(), Reading.WHOLE);
            byte[] rest = in.readNBytes((int) Math.max(1, limit - start.length + 1));
            byte[] bytes = new byte[start.length + rest.length];
            System.arraycopy(start, 0, bytes, 0, start.length);
            System.arraycopy(rest, 0, bytes, start.length, rest.length);
            reading.check(Limit.TEXT_BYTES, bytes.length, Reading.WHOLE);
            return bytes;
        }
    }

    private void readText(byte[] bytes) {
        Source text = source(bytes);
        source = text;
        Format format = Formats.of(text);
        kind = format.kind();
        Parts read = new Parts();
        format.read(text, read);
        parts.addAll(read);
        onlyKind = format.oncePerMachine() ? kind : null;
    }

    private void readImages() {
        Source archive = source(new byte[0]);
        for (Binaries image : ImageReader.create()
                .forPlatform(options.platform())
                .withLimits(options.limits())
                .read(file)) {
            ImmutableSet.Builder<String> names = ImmutableSet.builder();
            image.image().flatMap(Image::id).map(Digest::toString).ifPresent(names::add);
            image.image().ifPresent(known -> names.addAll(known.tags()));
            parts.add(new StoredImage(archive, image, names.build()));
        }
    }

    private Source source(byte[] bytes) {
        return new Source(file, bytes, options, InventoryException::new);
    }
}
