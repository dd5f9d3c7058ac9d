package io.virtstack.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An answer of which is known whether it was read to its end. */
final class WatchedBody extends FilterInputStream {
    private boolean ended;

    WatchedBody(InputStream in) {
        super(in);
    }

    /** {@return whether nothing of it is left} */
    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        ended |= next < 0;
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        ended |= count < 0;
        return count;
    }
}
