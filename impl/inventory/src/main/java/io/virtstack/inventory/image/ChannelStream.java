package io.virtstack.inventory.image;

import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A range of a file as a stream.
 *
 * <p>A failure of the file itself becomes the final exception here, where it is still known from an error in the data that
 * some decoder above would report as an {@link IOException}, too.
 */
final class ChannelStream extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final SeekableByteChannel channel;
    private final Reading reading;
    private final String place;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private long position;
    private final long end;

    ChannelStream(SeekableByteChannel channel, long start, long length, String place, Reading reading) {
        this.channel = channel;
        this.position = start;
        this.end = start + length;
        this.place = place;
        this.reading = reading;
    }

    @Override
    public int read() {
        return fill() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        return count;
    }

    @Override
    public long skip(long wanted) {
        long skipped = Math.max(0, Math.min(wanted, end - position + buffer.remaining()));
        if (skipped <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) skipped);
        } else {
            position += skipped - buffer.remaining();
            buffer.limit(0);
        }
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position + buffer.remaining());
    }

    /** {@return whether there is at least one more byte in the buffer} */
    private boolean fill() {
        if (buffer.hasRemaining()) {
            return true;
        }
        if (position >= end) {
            return false;
        }
        buffer.clear().limit((int) Math.min(BUFFER, end - position));
        try {
            channel.position(position);
            int read = 0;
            while (read == 0) {
                read = channel.read(buffer);
            }
            if (read < 0) {
                throw reading.refuse(
                        place,
                        InventoryRule.ARCHIVE_TRUNCATED,
                        "ends at byte " + position + " of " + end,
                        "it became shorter while it was read: read it when nobody writes to it");
            }
        } catch (IOException e) {
            throw reading.unreadable(place, e);
        } finally {
            buffer.flip();
        }
        position += buffer.remaining();
        return true;
    }
}
