package io.virtstack.inventory.image;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.source.Reading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class ChannelStreamTest {
    @TempDir
    Path folder;

    @Test
    void readsARange() throws IOException {
        byte[] bytes = new byte[200_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        try (SeekableByteChannel channel = Files.newByteChannel(Files.write(folder.resolve("x"), bytes))) {
            ChannelStream stream = open(channel, 100, 150_000);
            assertThat(stream.read()).isEqualTo(bytes[100] & 0xFF);
            assertThat(stream.skip(99_999)).isEqualTo(99_999);
            assertThat(stream.available()).isEqualTo(50_000);
            assertThat(stream.read()).isEqualTo(bytes[100_100] & 0xFF);
            assertThat(stream.readAllBytes()).hasSize(49_999);
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(stream.skip(1)).isZero();
        }
    }

    @Test
    void refusesAFileThatBecameShorter() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(Files.write(folder.resolve("x"), new byte[10]))) {
            ChannelStream stream = open(channel, 0, 20);
            Throwable thrown = catchThrowable(stream::readAllBytes);
            assertThat(thrown).isInstanceOf(InventoryException.class);
            assertThat(((InventoryException) thrown).rule()).isEqualTo(InventoryRule.ARCHIVE_TRUNCATED);
        }
    }

    @Test
    void refusesWhatTheSystemCannotRead() {
        Throwable thrown = catchThrowable(() -> open(new BrokenChannel(), 0, 20).read());
        assertThat(thrown).isInstanceOf(InventoryException.class).hasCauseInstanceOf(IOException.class);
        assertThat(((InventoryException) thrown).rule()).isEqualTo(InventoryRule.FILE_UNREADABLE);
        assertThat(((InventoryException) thrown).place()).isEqualTo("entry");
    }

    private static ChannelStream open(SeekableByteChannel channel, long start, long length) {
        return new ChannelStream(channel, start, length, "entry", new Reading(Path.of("x"), ReadLimits.defaults()));
    }

    private static final class BrokenChannel implements SeekableByteChannel {
        @Override
        public int read(ByteBuffer target) throws IOException {
            throw new IOException("bad sector");
        }

        @Override
        public int write(ByteBuffer source) {
            return 0;
        }

        @Override
        public long position() {
            return 0;
        }

        @Override
        public SeekableByteChannel position(long position) {
            return this;
        }

        @Override
        public long size() {
            return 20;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            return this;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
