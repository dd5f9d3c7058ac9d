package io.virtstack.inventory.tar;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Headers of tars that no writer would write. */
public final class TarBytes {
    private TarBytes() {}

    public static byte[] header(String name, char type, long size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, String.format(Locale.ROOT, "%011o", size & 0x1_FFFF_FFFFL));
        if (size >= 1L << 33) {
            binarySize(header, size);
        }
        header[156] = (byte) type;
        put(header, 257, "ustar\00000");
        return signed(header);
    }

    /** {@return the header with a right checksum} */
    public static byte[] signed(byte[] header) {
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        return header;
    }

    public static void binarySize(byte[] header, long size) {
        header[124] = (byte) 0x80;
        for (int i = 0; i < 11; i++) {
            header[135 - i] = i < 8 ? (byte) (size >> (8 * i)) : 0;
        }
    }

    public static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
