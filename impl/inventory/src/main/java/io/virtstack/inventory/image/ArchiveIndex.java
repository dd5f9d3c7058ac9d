package io.virtstack.inventory.image;

import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.tar.TarEntry;
import io.virtstack.inventory.tar.TarEntry.Kind;
import io.virtstack.inventory.tar.TarReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which entries an archive has, and where. The last entry of a path wins, as it does for who unpacks. */
final class ArchiveIndex {
    private static final int MOST_LINKS = 40;

    private final Map<String, TarEntry> entries = new HashMap<>();
    private final Reading reading;

    ArchiveIndex(Reading reading) {
        this.reading = reading;
    }

    void add(TarEntry entry) {
        String name = TarEntry.text(entry.name());
        if (!EntryPath.identity(name).isEmpty()) {
            entries.put(EntryPath.inside(name, name, reading), entry);
        }
    }

    /** Checks that the archive was read to the mark that ends it. */
    void finish(TarReader tar) throws IOException {
        if (!tar.ended()) {
            throw reading.refuse(
                    Reading.WHOLE,
                    InventoryRule.ARCHIVE_TRUNCATED,
                    "the mark that ends an archive is missing after " + entries.size() + " entries",
                    "copy or save it again");
        }
    }

    /** {@return the regular file at this path or behind the links there, empty if there is nothing} */
    Optional<Content> find(String path) {
        String at = path;
        for (int links = 0; links <= MOST_LINKS; links++) {
            TarEntry entry = entries.get(at);
            if (entry == null) {
                return Optional.empty();
            }
            Kind kind = entry.kind();
            if (kind == Kind.FILE && entry.size() == entry.stored()) {
                return Optional.of(new Content(at, entry.size(), entry.offset()));
            }
            if (kind == Kind.FILE || kind == Kind.OTHER) {
                throw reading.refuse(
                        at,
                        InventoryRule.ENTRY_KIND,
                        "a directory, device, pipe or file with holes",
                        "a regular file is expected here: save the image again");
            }
            String target = TarEntry.text(entry.link());
            at = kind == Kind.HARD_LINK
                    ? EntryPath.inside(target, at, reading)
                    : EntryPath.followed(at, target, reading);
        }
        throw reading.refuse(
                path,
                InventoryRule.PATH_LOOP,
                "more than " + MOST_LINKS + " links",
                "the links lead in a circle: save the image again");
    }
}
