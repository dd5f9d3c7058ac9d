package io.virtstack.inventory.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encodings that text may have, told apart by the byte order mark; UTF-16 without one by its zero bytes. */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE);

    private static final char MARK = '\uFEFF';
    private static final int PIECE = 1 << 13;

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    static Encoding of(byte[] bytes) {
        if (bytes.length >= 2) {
            int first = bytes[0] & 0xFF;
            int second = bytes[1] & 0xFF;
            if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
                return UTF_16LE;
            }
            if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
                return UTF_16BE;
            }
        }
        return UTF_8;
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
