package io.virtstack.inventory.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encodings that text may have, told apart by the byte order mark; UTF-16 and UTF-32 without one by their zero bytes. */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE),
    UTF_32LE(Charset.forName("UTF-32LE")),
    UTF_32BE(Charset.forName("UTF-32BE"));

    private static final char MARK = '\uFEFF';
    private static final int PIECE = 1 << 13;

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    static Encoding of(byte[] bytes) {
        int start = start(bytes);
        if (start == 0xFFFE0000 || (start << 8 == 0 && start != 0)) {
            return UTF_32LE;
        }
        if (start == 0x0000FEFF || (start >>> 8 == 0 && start != 0)) {
            return UTF_32BE;
        }
        int first = start >>> 24;
        int second = start >>> 16 & 0xFF;
        if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
            return UTF_16LE;
        }
        return (first == 0xFE && second == 0xFF) || (first == 0 && second != 0) ? UTF_16BE : UTF_8;
    }

    /** {@return the first four bytes; spaces where there are fewer} */
    private static int start(byte[] bytes) {
        int start = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            start = start << 8 | (i < bytes.length ? bytes[i] & 0xFF : ' ');
        }
        return start;
    }

    /** {@return the text without its byte order mark; decoded piece by piece, which takes less memory} */
    String decode(byte[] bytes) throws CharacterCodingException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer piece = CharBuffer.allocate(PIECE);
        StringBuilder text = new StringBuilder(bytes.length);
        CoderResult result;
        do {
            result = decoder.decode(in, piece, true);
            text.append(piece.flip());
            piece.clear();
            if (result.isError()) {
                result.throwException();
            }
        } while (result.isOverflow());
        return text.length() > 0 && text.charAt(0) == MARK ? text.substring(1) : text.toString();
    }
}
