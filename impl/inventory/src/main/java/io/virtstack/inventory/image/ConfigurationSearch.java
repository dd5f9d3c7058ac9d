package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableSet;
import io.virtstack.image.Digest;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.tar.TarEntry;
import io.virtstack.inventory.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;

/** Looks for the configuration of one image in an archive that can be read but once. */
final class ConfigurationSearch {
    private final InputStream archive;
    private final Digest id;
    private final ImmutableSet<String> names;
    private final Reading reading;

    ConfigurationSearch(InputStream archive, Digest id, Reading reading) {
        this.archive = archive;
        this.id = id;
        this.reading = reading;
        this.names = ImmutableSet.of(id.hex() + ".json", "blobs/" + id.algorithm() + "/" + id.hex());
    }

    byte[] find() {
        try {
            TarReader tar = new TarReader(metered(), Reading.WHOLE, reading);
            for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
                if (entry.kind() == TarEntry.Kind.FILE && names.contains(plain(entry.name()))) {
                    return verified(tar, entry);
                }
            }
        } catch (IOException e) {
            throw reading.unreadable(Reading.WHOLE, e);
        }
        throw reading.refuse(
                Reading.WHOLE,
                InventoryRule.ENTRY_MISSING,
                "no configuration " + id,
                "the archive is of another image: save it again");
    }

    private byte[] verified(TarReader tar, TarEntry entry) throws IOException {
        reading.check(Limit.JSON_BYTES, entry.stored(), entry.name());
        byte[] configuration = tar.content().readAllBytes();
        if (!MeteredStream.digestOf(configuration, id.algorithm()).equals(id)) {
            throw reading.refuse(
                    entry.name(),
                    InventoryRule.BLOB_DIGEST,
                    "a configuration that has not the digest " + id,
                    "do not trust this archive, save the image again");
        }
        return configuration;
    }

    /** {@return the archive, each byte spent, so that one without an end is given up} */
    private InputStream metered() {
        return new MeteredStream(archive, ImmutableSet.of(), read -> reading.spendBytes(read, Reading.WHOLE));
    }

    private static String plain(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }
}
