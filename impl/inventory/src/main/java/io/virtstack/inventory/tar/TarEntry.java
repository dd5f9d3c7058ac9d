package io.virtstack.inventory.tar;

import java.nio.charset.StandardCharsets;

/**
 * One entry of a tar.
 *
 * <p>Names are bytes, in no encoding that anybody declares. They are kept one byte to a character, so that different names
 * stay different and lengths are in bytes.
 *
 * @param name the path as written
 * @param kind what it is
 * @param size the bytes of a regular file; what the file has, where the tar keeps only its filled parts
 * @param stored the bytes that follow in the tar
 * @param link the target of a link, else empty
 * @param offset where in the tar the stored bytes begin
 */
public record TarEntry(String name, Kind kind, long size, long stored, String link, long offset) {
    /** What an entry is. */
    public enum Kind {
        FILE,
        HARD_LINK,
        SYMBOLIC_LINK,
        OTHER
    }

    /** {@return the text that most probably was meant by bytes kept one to a character} */
    public static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
