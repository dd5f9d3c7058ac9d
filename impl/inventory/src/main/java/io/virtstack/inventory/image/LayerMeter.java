package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.virtstack.image.Digest;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.tar.TarEntry;
import io.virtstack.inventory.tar.TarReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Set;

/** Reads a layer's blob once, from end to end, and takes all its measures on the way. */
final class LayerMeter {
    private static final ImmutableSet<InventoryRule> DAMAGE = ImmutableSet.of(
            InventoryRule.TAR_HEADER, InventoryRule.ARCHIVE_TRUNCATED, InventoryRule.COMPRESSION_CORRUPT);

    private final Reading reading;

    LayerMeter(Reading reading) {
        this.reading = reading;
    }

    /**
     * {@return the measures; the digests that are claimed for the blob have been verified, its DiffIDs have not}
     *
     * @param stored the bytes as stored
     * @param layer what they are
     */
    MeasuredLayer measure(InputStream stored, LayerBlob layer) {
        String place = layer.content().name();
        try {
            byte[] start = stored.readNBytes(Compression.START);
            PushbackInputStream whole = new PushbackInputStream(stored, Compression.START);
            whole.unread(start);
            Compression compression = Compression.of(start);
            return compression == Compression.NONE
                    ? measurePlain(whole, layer, place)
                    : measureCompressed(whole, compression, layer, place);
        } catch (IOException e) {
            throw damaged(e, place);
        }
    }

    private MeasuredLayer measurePlain(InputStream stored, LayerBlob layer, String place) throws IOException {
        Set<String> algorithms = Sets.union(layer.blobAlgorithms(), layer.diffIdAlgorithms());
        // What is stored plainly cannot explode: no ratio to judge.
        ExpansionLimit limit = new ExpansionLimit(place, Limit.LAYER_BYTES, () -> Long.MAX_VALUE, reading);
        MeteredStream tar = new MeteredStream(stored, algorithms, limit);
        long contentSize = contentSize(tar, tar, layer);
        var digests = tar.digests();
        verify(digests.values(), layer);
        return new MeasuredLayer(false, digests, tar.count(), digests, tar.count(), contentSize);
    }

    private MeasuredLayer measureCompressed(InputStream stored, Compression compression, LayerBlob layer, String place)
            throws IOException {
        MeteredStream blob = new MeteredStream(stored, layer.blobAlgorithms(), count -> {});
        ExpansionLimit limit = new ExpansionLimit(place, Limit.LAYER_BYTES, blob::count, reading);
        try (InputStream plain = openOrExplain(blob, compression, layer, place)) {
            MeteredStream tar = new MeteredStream(plain, layer.diffIdAlgorithms(), limit);
            long contentSize = contentSize(tar, blob, layer);
            blob.skip(Long.MAX_VALUE);
            var digests = blob.digests();
            verify(digests.values(), layer);
            return new MeasuredLayer(true, digests, blob.count(), tar.digests(), tar.count(), contentSize);
        }
    }

    private InputStream openOrExplain(MeteredStream blob, Compression compression, LayerBlob layer, String place)
            throws IOException {
        try {
            return compression.open(blob, place, reading);
        } catch (IOException e) {
            throw explained(damaged(e, place), blob, layer);
        }
    }

    /** {@return the bytes of the files in {@code tar}, which is read to its end} */
    private long contentSize(MeteredStream tar, MeteredStream blob, LayerBlob layer) throws IOException {
        String place = layer.content().name();
        try {
            ContentSize files = new ContentSize();
            TarReader entries = new TarReader(tar, place, reading);
            for (TarEntry entry = entries.next(); entry != null; entry = entries.next()) {
                files.add(entry);
            }
            tar.skip(Long.MAX_VALUE);
            return files.bytes();
        } catch (ArithmeticException e) {
            throw reading.refuse(
                    place,
                    InventoryRule.TAR_HEADER,
                    "files of more than 2^63 - 1 bytes together",
                    "do not trust this layer, save the image again",
                    e);
        } catch (InventoryException e) {
            throw DAMAGE.contains(e.rule()) ? explained(e, blob, layer) : e;
        } catch (IOException e) {
            throw explained(damaged(e, place), blob, layer);
        }
    }

    /** A blob with the wrong digest is refused for that, whatever its wrong bytes happened to do in a decoder. */
    private InventoryException explained(InventoryException damage, MeteredStream blob, LayerBlob layer)
            throws IOException {
        blob.skip(Long.MAX_VALUE);
        try {
            verify(blob.digests().values(), layer);
        } catch (InventoryException wrongDigest) {
            wrongDigest.addSuppressed(damage);
            return wrongDigest;
        }
        return damage;
    }

    private void verify(Iterable<Digest> found, LayerBlob layer) {
        ImmutableSet<Digest> digests = ImmutableSet.copyOf(found);
        for (Digest claimed : layer.digests()) {
            if (!digests.contains(claimed)) {
                throw reading.refuse(
                        layer.content().name(),
                        InventoryRule.BLOB_DIGEST,
                        "bytes of " + digests + " instead of " + claimed,
                        "the blob is damaged: copy or save the image again");
            }
        }
    }

    private InventoryException damaged(IOException e, String place) {
        InventoryRule rule =
                e instanceof EOFException ? InventoryRule.ARCHIVE_TRUNCATED : InventoryRule.COMPRESSION_CORRUPT;
        return reading.refuse(place, rule, String.valueOf(e.getMessage()), "the layer is damaged: save it again", e);
    }
}
