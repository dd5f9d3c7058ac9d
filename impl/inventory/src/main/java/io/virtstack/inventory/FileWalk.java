package io.virtstack.inventory;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.image.ImageFile;
import io.virtstack.inventory.source.Reading;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that paths lead to, in groups that may describe one machine together: the files that are named themselves, and
 * the files of each folder. Links in folders are not followed, so that no walk goes in a circle. A folder that cannot be listed
 * is refused like a file that cannot be read.
 */
final class FileWalk {
    private static final Path NAMED = Path.of("");

    private final ReadLimits limits;
    private final Map<Path, ImmutableList.Builder<Path>> groups = new LinkedHashMap<>();
    private final ImmutableList.Builder<InventoryFile> refused = ImmutableList.builder();
    private long files;

    FileWalk(ReadLimits limits) {
        this.limits = limits;
    }

    void add(Path path) {
        if (Files.isDirectory(path) && !ImageFile.isLayout(path)) {
            walk(path);
        } else {
            addFile(path, NAMED);
        }
    }

    /** {@return the groups of files} */
    ImmutableList<ImmutableList<Path>> groups() {
        return groups.values().stream().map(ImmutableList.Builder::build).collect(ImmutableList.toImmutableList());
    }

    /** {@return the folders that cannot be listed} */
    ImmutableList<InventoryFile> refused() {
        return refused.build();
    }

    private void walk(Path start) {
        Deque<Map.Entry<Path, Integer>> open = new ArrayDeque<>();
        open.push(Map.entry(start, 1));
        while (!open.isEmpty()) {
            Map.Entry<Path, Integer> next = open.pop();
            Path folder = next.getKey();
            new Reading(folder, limits).check(Limit.FOLDER_DEPTH, next.getValue(), Reading.WHOLE);
            List<Path> entries = entries(folder);
            for (Path entry : entries) {
                if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) || ImageFile.isLayout(entry)) {
                    addFile(entry, folder);
                }
            }
            for (int i = entries.size() - 1; i >= 0; i--) {
                Path entry = entries.get(i);
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !ImageFile.isLayout(entry)) {
                    open.push(Map.entry(entry, next.getValue() + 1));
                }
            }
        }
    }

    private ImmutableList<Path> entries(Path folder) {
        Reading reading = new Reading(folder, limits);
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            ImmutableList.Builder<Path> entries = ImmutableList.builder();
            long count = 0;
            for (Path entry : stream) {
                reading.check(Limit.FILES, ++count, Reading.WHOLE);
                entries.add(entry);
            }
            return ImmutableList.sortedCopyOf(entries.build());
        } catch (IOException e) {
            return refuse(reading.unreadable(Reading.WHOLE, e));
        } catch (DirectoryIteratorException e) {
            return refuse(reading.unreadable(Reading.WHOLE, new IOException(e)));
        }
    }

    private ImmutableList<Path> refuse(InventoryException error) {
        refused.add(new InventoryFile(
                error.file(), Optional.empty(), ImmutableList.of(), ImmutableList.of(), Optional.of(error)));
        return ImmutableList.of();
    }

    private void addFile(Path file, Path group) {
        new Reading(file, limits).check(Limit.FILES, ++files, Reading.WHOLE);
        groups.computeIfAbsent(group, none -> ImmutableList.builder()).add(file);
    }
}
