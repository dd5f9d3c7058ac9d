package io.virtstack.inventory.image;

import io.virtstack.inventory.tar.TarEntry;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the entries of a layer take once unpacked: bytes of regular files, hard links once, symbolic links by the length of
 * their target.
 *
 * <p>As in a file system, a path leads to an inode, and a later entry of the path leads it to another one; bytes count as
 * long as any path leads to them.
 */
final class ContentSize {
    private static final String WHITEOUT = ".wh.";

    private final Map<String, Inode> inodes = new HashMap<>();

    void add(TarEntry entry) {
        String path = EntryPath.identity(entry.name());
        inodes.put(
                path,
                switch (entry.kind()) {
                    case FILE -> new Inode(isWhiteout(path) ? 0 : entry.size());
                    case SYMBOLIC_LINK -> new Inode(entry.link().length());
                    case HARD_LINK -> inodes.getOrDefault(EntryPath.identity(entry.link()), Inode.EMPTY);
                    case OTHER -> Inode.EMPTY;
                });
    }

    /**
     * {@return the bytes}
     *
     * @throws ArithmeticException if a {@code long} cannot hold them
     */
    long bytes() {
        Set<Inode> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        long bytes = 0;
        for (Inode inode : inodes.values()) {
            if (inode.size > 0 && counted.add(inode)) {
                bytes = Math.addExact(bytes, inode.size);
            }
        }
        return bytes;
    }

    private static boolean isWhiteout(String path) {
        return path.startsWith(WHITEOUT, path.lastIndexOf('/') + 1);
    }

    /** A file's bytes. Told apart by identity: two files of one size are two. */
    private static final class Inode {
        static final Inode EMPTY = new Inode(0);

        final long size;

        Inode(long size) {
            this.size = size;
        }
    }
}
