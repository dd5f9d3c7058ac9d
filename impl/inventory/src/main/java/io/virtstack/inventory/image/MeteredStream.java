package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.HashCode;
import io.virtstack.image.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.function.LongConsumer;

/** Counts and hashes what passes, and may stop it. */
final class MeteredStream extends FilterInputStream {
    private static final int CHUNK = 1 << 16;

    private final ImmutableMap<String, MessageDigest> hashes;
    private final LongConsumer onCount;
    private long count;

    /**
     * @param algorithms as in digests, for example {@code sha256}
     * @param onCount told how many bytes have passed since it was last told; throws to stop
     */
    MeteredStream(InputStream in, Iterable<String> algorithms, LongConsumer onCount) {
        super(in);
        ImmutableMap.Builder<String, MessageDigest> started = ImmutableMap.builder();
        for (String algorithm : algorithms) {
            started.put(algorithm, hash(algorithm));
        }
        this.hashes = started.buildOrThrow();
        this.onCount = onCount;
    }

    /** {@return how many bytes have passed} */
    long count() {
        return count;
    }

    /** {@return the digests of what has passed, by algorithm; to be called once, at the end} */
    ImmutableMap<String, Digest> digests() {
        ImmutableMap.Builder<String, Digest> digests = ImmutableMap.builder();
        for (Map.Entry<String, MessageDigest> hash : hashes.entrySet()) {
            digests.put(hash.getKey(), digest(hash.getKey(), hash.getValue()));
        }
        return digests.buildOrThrow();
    }

    /** {@return the digest of {@code bytes}} */
    static Digest digestOf(byte[] bytes, String algorithm) {
        MessageDigest hash = hash(algorithm);
        hash.update(bytes);
        return digest(algorithm, hash);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            for (MessageDigest hash : hashes.values()) {
                hash.update(target, offset, read);
            }
            count += read;
            onCount.accept(read);
        }
        return read;
    }

    /** Reads, since skipped bytes must be hashed as well. */
    @Override
    public long skip(long wanted) throws IOException {
        byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(0, wanted))];
        long skipped = 0;
        while (skipped < wanted) {
            int read = read(chunk, 0, (int) Math.min(chunk.length, wanted - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static Digest digest(String algorithm, MessageDigest hash) {
        return Digest.of(algorithm + ":" + HashCode.fromBytes(hash.digest()));
    }

    private static MessageDigest hash(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.equals("sha512") ? "SHA-512" : "SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks an algorithm that every one must have", e);
        }
    }
}
