package io.virtstack.inventory;

import com.google.common.collect.AbstractIterator;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Hardware;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The lines of a fleet, read one by one and each within its limits. */
final class StackLines extends AbstractIterator<Hardware> {
    private static final int BUFFER = 1 << 16;
    private static final char MARK = '\uFEFF';

    private final Reader reader;
    private final Reading reading;
    private final Path file;
    private final InventoryOptions options;
    private final char[] buffer = new char[BUFFER];
    private int position;
    private int end;
    private int lines;

    private StackLines(Reader reader, Path file, InventoryOptions options) {
        this.reader = reader;
        this.reading = new Reading(file, options.limits());
        this.file = file;
        this.options = options;
    }

    static Stream<Hardware> of(Path file, InventoryOptions options) {
        Reading reading = new Reading(file, options.limits());
        try {
            Reader reader = Files.newBufferedReader(file);
            Spliterator<Hardware> lines = Spliterators.spliteratorUnknownSize(
                    new StackLines(reader, file, options),
                    Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
            return StreamSupport.stream(lines, false).onClose(() -> close(reader, reading));
        } catch (NoSuchFileException e) {
            throw reading.refuse(
                    Reading.WHOLE, InventoryRule.FILE_MISSING, "no such file", "check the path and its links", e);
        } catch (IOException e) {
            throw reading.unreadable(Reading.WHOLE, e);
        }
    }

    private static void close(Reader reader, Reading reading) {
        try {
            reader.close();
        } catch (IOException e) {
            throw reading.unreadable(Reading.WHOLE, e);
        }
    }

    @Override
    protected @Nullable Hardware computeNext() {
        String line = nextLine();
        while (line != null && line.isBlank()) {
            line = nextLine();
        }
        if (line == null) {
            return endOfData();
        }
        return StackJson.machine(new Source(file, line, lines, options, InventoryException::new));
    }

    private @Nullable String nextLine() {
        StringBuilder line = new StringBuilder();
        boolean any = false;
        while (position < end || fill()) {
            any = true;
            char c = buffer[position++];
            if (c == '\n') {
                break;
            }
            if (c != MARK || lines > 0 || line.length() > 0) {
                line.append(c);
            }
            reading.check(Limit.TEXT_BYTES, line.length(), "line " + (lines + 1));
        }
        lines = any ? Math.addExact(lines, 1) : lines;
        return any ? line.toString() : null;
    }

    private boolean fill() {
        try {
            position = 0;
            end = Math.max(0, reader.read(buffer));
            return end > 0;
        } catch (CharacterCodingException e) {
            throw reading.refuse(
                    "line " + (lines + 1) + " or after",
                    InventoryRule.TEXT_ENCODING,
                    "bytes that are no UTF-8",
                    "save it as UTF-8",
                    e);
        } catch (IOException e) {
            throw reading.unreadable(Reading.WHOLE, e);
        }
    }
}
