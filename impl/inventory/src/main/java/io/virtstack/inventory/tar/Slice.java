package io.virtstack.inventory.tar;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The next bytes of a stream, a known number of them. That the stream ends earlier is an {@link EOFException}. */
final class Slice extends InputStream {
    private final InputStream in;
    private long remaining;

    Slice(InputStream in, long length) {
        this.in = in;
        this.remaining = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (remaining == 0) {
            return -1;
        }
        int read = in.read(target, offset, (int) Math.min(length, remaining));
        if (read < 0) {
            throw new EOFException(remaining + " bytes are missing");
        }
        remaining -= read;
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(Math.min(wanted, remaining));
        remaining -= skipped;
        return skipped;
    }

    /** Exact, since the gzip decoder asks it whether another member follows. */
    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, remaining);
    }

    /** Reads what is left, so that the stream stands behind this slice. */
    void drain() throws IOException {
        skipNBytes(remaining);
    }
}
