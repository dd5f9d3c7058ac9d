package io.virtstack.inventory.source;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.inventory.InventoryOptions;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One text file: decoded, within its limits, with its lines, and with the notes that were made while it was read.
 *
 * <p>What several formats ask for in order to recognise themselves (the values of JSON or YAML, the XML root) is parsed once.
 */
public final class Source {
    /** What a text looks like by its first character that is not white space. */
    public enum Shape {
        /** It starts as a JSON object or array does. */
        JSON,
        /** It starts as XML does. */
        XML,
        /** Anything else. */
        PLAIN
    }

    private static final int MOST_NOTES = 1_000;

    private final Path file;
    private final String text;
    private final int firstLine;
    private final InventoryOptions options;
    private final Refusing refusing;
    private final int[] lineStarts;
    private final List<InventoryNote> notes;
    private final Map<Class<?>, Object> views = new HashMap<>();
    private @Nullable XmlName root;

    /**
     * Decodes a file.
     *
     * @param file what to call it
     * @param bytes all it holds
     * @param options limits and choices
     * @param refusing makes exceptions
     * @throws InventoryException if it is no text
     */
    public Source(Path file, byte[] bytes, InventoryOptions options, Refusing refusing) {
        this(file, bytes, options, refusing, new ArrayList<>());
    }

    private Source(Path file, byte[] bytes, InventoryOptions options, Refusing refusing, List<InventoryNote> notes) {
        this.notes = notes;
        this.file = file;
        this.options = options;
        this.refusing = refusing;
        this.text = decode(bytes);
        this.firstLine = 1;
        this.lineStarts = lineStarts(text);
    }

    /**
     * {@return another file that this one refers to; its notes are this one's}
     *
     * @param other what to call it
     * @param bytes all it holds
     * @throws InventoryException if it is no text
     */
    public Source referred(Path other, byte[] bytes) {
        return new Source(other, bytes, options, refusing, notes);
    }

    /**
     * Takes a part of a file that is decoded already.
     *
     * @param file what to call it
     * @param text the part
     * @param firstLine the number of its first line in the file
     * @param options limits and choices
     * @param refusing makes exceptions
     */
    public Source(Path file, String text, int firstLine, InventoryOptions options, Refusing refusing) {
        this.notes = new ArrayList<>();
        this.file = file;
        this.options = options;
        this.refusing = refusing;
        this.text = text;
        this.firstLine = firstLine;
        this.lineStarts = lineStarts(text);
    }

    /** {@return the number of the first line, 1 unless this is a part of a file} */
    public int firstLine() {
        return firstLine;
    }

    /** {@return the file} */
    public Path file() {
        return file;
    }

    /** {@return limits and choices} */
    public InventoryOptions options() {
        return options;
    }

    /** {@return one limit} */
    public long limit(Limit limit) {
        return options.limits().get(limit);
    }

    /** {@return the whole text, without byte order mark, line ends as they are} */
    public String text() {
        return text;
    }

    /** {@return the lines without their ends, which are LF, CRLF or CR} */
    public ImmutableList<String> lines() {
        return text.lines().collect(ImmutableList.toImmutableList());
    }

    /** {@return the number of the line, from 1, that a character stands in} */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return firstLine - 1 + (found >= 0 ? found + 1 : -found - 1);
    }

    /** {@return what the text looks like} */
    public Shape shape() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                return c == '{' || c == '[' ? Shape.JSON : c == '<' ? Shape.XML : Shape.PLAIN;
            }
        }
        return Shape.PLAIN;
    }

    /**
     * {@return the name of the root element, if the text is XML}
     *
     * @throws InventoryException if there is a document type declaration, or no root element
     */
    public Optional<XmlName> root() {
        if (root == null && shape() == Shape.XML) {
            root = new Xml(this).rootName();
        }
        return Optional.ofNullable(root);
    }

    /**
     * {@return what was made of this text first, so that several formats that recognise themselves by it parse once}
     *
     * @param type what is made
     * @param maker makes it
     */
    public <T> T once(Class<T> type, Supplier<T> maker) {
        Object made = views.get(type);
        if (made == null) {
            made = maker.get();
            views.put(type, made);
        }
        return type.cast(made);
    }

    /** Notes what is assumed or left out. Of very many notes only the first ones are kept. */
    public void note(int line, String reason) {
        if (notes.size() < MOST_NOTES) {
            notes.add(new InventoryNote(file, line, reason));
        } else if (notes.size() == MOST_NOTES) {
            notes.add(new InventoryNote(file, line, "there is more to note, from here on"));
        }
    }

    /** {@return the notes so far} */
    public ImmutableList<InventoryNote> notes() {
        return ImmutableList.copyOf(notes);
    }

    /** {@return the exception that refuses a line} */
    public InventoryException refuse(int line, InventoryRule rule, String value, String remedy) {
        return refuse(line, "", rule, value, remedy, null);
    }

    /** {@return the exception that refuses a value in a line} */
    public InventoryException refuse(
            int line, String where, InventoryRule rule, String value, String remedy, @Nullable Throwable cause) {
        String place = line > 0 ? "line " + line : ".";
        return refusing.refuse(file, line, where.isEmpty() ? place : place + " " + where, rule, value, remedy, cause);
    }

    /** Checks a value against its limit. */
    public void check(Limit limit, long value, int line) {
        if (value > limit(limit)) {
            throw refuse(
                    line,
                    limit.rule(),
                    value + " exceeds the limit of " + limit(limit),
                    "if the file is to be trusted, raise ReadLimits." + limit);
        }
    }

    /** Checks that each line is at most so many characters long. */
    public void checkLines(Limit limit) {
        for (int i = 0; i < lineStarts.length; i++) {
            int end = i + 1 < lineStarts.length ? lineStarts[i + 1] : text.length();
            check(limit, end - lineStarts[i], firstLine + i);
        }
    }

    private String decode(byte[] bytes) {
        Encoding encoding = Encoding.of(bytes);
        try {
            return encoding.decode(bytes);
        } catch (CharacterCodingException e) {
            throw refusing.refuse(
                    file,
                    0,
                    ".",
                    InventoryRule.TEXT_ENCODING,
                    "bytes that are no " + encoding.name().replace('_', '-'),
                    "save it as UTF-8, or as UTF-16 with a byte order mark",
                    e);
        }
    }

    private int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                check(Limit.TEXT_VALUES, count + 1L, firstLine + count);
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
