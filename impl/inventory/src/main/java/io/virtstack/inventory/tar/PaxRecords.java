package io.virtstack.inventory.tar;

import com.google.common.collect.ImmutableSet;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a POSIX extended header says of the entry that follows it. Only what bears on names and sizes is kept. */
final class PaxRecords {
    private static final ImmutableSet<String> KEPT =
            ImmutableSet.of("path", "linkpath", "size", "GNU.sparse.name", "GNU.sparse.size", "GNU.sparse.realsize");
    private static final int LONGEST_LENGTH = 9;

    private final Map<String, String> records = new HashMap<>();

    /** {@return the records, empty if the bytes are malformed} */
    static Optional<PaxRecords> parse(byte[] header) {
        PaxRecords parsed = new PaxRecords();
        int position = 0;
        while (position < header.length) {
            int space = indexOf(header, (byte) ' ', position, Math.min(header.length, position + LONGEST_LENGTH + 1));
            long length = space < 0 ? -1 : decimal(latin(header, position, space));
            long end = position + length;
            if (length < 0 || end <= space || end > header.length || header[(int) end - 1] != '\n') {
                return Optional.empty();
            }
            int equals = indexOf(header, (byte) '=', space + 1, (int) end - 1);
            if (equals < 0) {
                return Optional.empty();
            }
            String key = latin(header, space + 1, equals);
            if (KEPT.contains(key)) {
                parsed.records.put(key, latin(header, equals + 1, (int) end - 1));
            }
            position = (int) end;
        }
        return Optional.of(parsed);
    }

    static PaxRecords none() {
        return new PaxRecords();
    }

    String name(String otherwise) {
        return records.getOrDefault("GNU.sparse.name", records.getOrDefault("path", otherwise));
    }

    String link(String otherwise) {
        return records.getOrDefault("linkpath", otherwise);
    }

    /** {@return the bytes that follow, -1 if it is no number} */
    long stored(long otherwise) {
        return number("size", otherwise);
    }

    /** {@return the size of the file, -1 if it is no number} */
    long size(long otherwise) {
        return number("GNU.sparse.realsize", number("GNU.sparse.size", otherwise));
    }

    private long number(String key, long otherwise) {
        String text = records.get(key);
        return text == null ? otherwise : decimal(text);
    }

    private static long decimal(String digits) {
        long value = digits.isEmpty() ? -1 : 0;
        for (int i = 0; i < digits.length() && value >= 0; i++) {
            int digit = digits.charAt(i) - '0';
            boolean fits = digit >= 0 && digit <= 9 && value <= (Long.MAX_VALUE - digit) / 10;
            value = fits ? value * 10 + digit : -1;
        }
        return value;
    }

    private static int indexOf(byte[] bytes, byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
