package io.virtstack.inventory.tar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fields of one 512-byte header block, as POSIX (ustar) and GNU lay them out. */
public final class TarHeader {
    /** Bytes of a header, and of all other pieces. */
    public static final int BLOCK = 512;

    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_END = 156;

    private final byte[] block;

    public TarHeader(byte[] block) {
        this.block = block;
    }

    public boolean isZero() {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether the checksum is right; old writers summed signed bytes} */
    public boolean isSound() {
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            byte b = i >= CHECKSUM && i < CHECKSUM_END ? (byte) ' ' : block[i];
            unsigned += b & 0xFF;
            signed += b;
        }
        long stated = number(CHECKSUM, CHECKSUM_END - CHECKSUM);
        return stated == unsigned || stated == signed;
    }

    public char type() {
        return (char) (block[156] & 0xFF);
    }

    public String name() {
        String prefix = text(257, 6).equals("ustar") && block[262] == 0 ? text(345, 155) : "";
        return prefix.isEmpty() ? text(0, 100) : prefix + "/" + text(0, 100);
    }

    public String link() {
        return text(157, 100);
    }

    /** {@return the bytes that follow, -1 if the field holds no such number} */
    public long size() {
        return number(124, 12);
    }

    /** {@return the size of a file whose holes were left out, in GNU's old form} */
    public long sparseSize() {
        return number(483, 12);
    }

    public boolean isSparseMapContinued() {
        return block[482] != 0;
    }

    public static boolean isSparseMapContinued(byte[] extension) {
        return extension[504] != 0;
    }

    private String text(int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return new String(block, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private long number(int from, int length) {
        return (block[from] & 0x80) != 0 ? binary(from, length) : octal(from, length);
    }

    /** GNU's form for large numbers: big-endian, the highest bit set as a mark. */
    private long binary(int from, int length) {
        byte[] digits = Arrays.copyOfRange(block, from, from + length);
        digits[0] &= 0x7F;
        long value = 0;
        for (byte digit : digits) {
            if (value >> 55 != 0) {
                return -1;
            }
            value = (value << 8) | (digit & 0xFF);
        }
        return value;
    }

    private long octal(int from, int length) {
        String digits = text(from, length).strip();
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 7) {
                return -1;
            }
            value = (value << 3) | digit;
        }
        return value;
    }
}
