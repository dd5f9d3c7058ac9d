package io.virtstack.docker;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The processes of an engine that runs on this machine, in {@code /proc} as Linux has it.
 *
 * <p>The memory of a process is its proportional share: pages that several processes have in common, such as the code of the
 * shims, are split among them. Its page table walk needs the right to inspect the process, as root has.
 */
final class LocalProcesses {
    private static final String SHIM = "containerd-shim";
    private static final String DAEMON = "dockerd";
    private static final String CONTAINERD = "containerd";
    private static final int SOCKET_INODE = 6;
    private static final int SOCKET_PATH = 7;
    private static final long KIBI = 1_024;

    private final Path proc;

    LocalProcesses(Path proc) {
        this.proc = proc;
    }

    /** {@return the process that listens on a socket, if it is a Docker Engine's} */
    Optional<Long> daemon(Path socket) {
        Optional<String> inode = inode(socket);
        return inode.flatMap(number -> ids().stream()
                .filter(id -> name(id).equals(DAEMON))
                .filter(id -> has(id, "socket:[" + number + "]"))
                .findFirst());
    }

    /**
     * {@return what the daemon and the containerd that it has started take together; empty if it cannot be seen}
     *
     * @param daemon the id of its process
     */
    Optional<DataSize> daemonMemory(long daemon) {
        Optional<DataSize> memory = memory(daemon);
        for (long id : ids()) {
            if (name(id).equals(CONTAINERD) && parent(id).equals(Optional.of(daemon))) {
                memory = memory.flatMap(sum -> memory(id).map(sum::plus));
            }
        }
        return memory;
    }

    /**
     * {@return what the shims of containers take together; empty if one of them cannot be seen}
     *
     * @param containers the ids of the containers' first processes
     */
    Optional<DataSize> shimMemory(List<Long> containers) {
        Optional<DataSize> sum = Optional.of(DataSize.ZERO);
        for (long container : containers) {
            Optional<DataSize> shim =
                    parent(container).filter(id -> name(id).startsWith(SHIM)).flatMap(this::memory);
            sum = sum.flatMap(known -> shim.map(known::plus));
        }
        return sum;
    }

    private Optional<DataSize> memory(long id) {
        return lines(proc.resolve(id + "/smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .findFirst()
                .flatMap(line -> number(CharMatcher.inRange('0', '9').retainFrom(line)))
                .map(kibibytes -> DataSize.ofBytes(Exact.multiply(kibibytes, KIBI, "memory of process " + id)));
    }

    private Optional<String> inode(Path socket) {
        return lines(proc.resolve("net/unix")).stream()
                .map(line -> Splitter.on(' ').omitEmptyStrings().splitToList(line))
                .filter(fields -> fields.size() > SOCKET_PATH
                        && Path.of(fields.get(SOCKET_PATH)).equals(socket))
                .map(fields -> fields.get(SOCKET_INODE))
                .findFirst();
    }

    private boolean has(long id, String file) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(proc.resolve(id + "/fd"))) {
            for (Path open : files) {
                if (Files.readSymbolicLink(open).toString().equals(file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** The name stands in parentheses, and may have some in it. */
    private String name(long id) {
        String stat = String.join("", lines(proc.resolve(id + "/stat")));
        int start = stat.indexOf('(');
        int end = stat.lastIndexOf(')');
        return start < 0 || end < start ? "" : stat.substring(start + 1, end);
    }

    private Optional<Long> parent(long id) {
        String stat = String.join("", lines(proc.resolve(id + "/stat")));
        List<String> fields = Splitter.on(' ').splitToList(stat.substring(stat.lastIndexOf(')') + 1));
        return fields.size() > 2 ? number(fields.get(2)) : Optional.empty();
    }

    private ImmutableList<Long> ids() {
        ImmutableList.Builder<Long> ids = ImmutableList.builder();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            entries.forEach(entry -> number(entry.getFileName().toString()).ifPresent(ids::add));
        } catch (IOException e) {
            return ImmutableList.of();
        }
        return ids.build();
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A process may end, or be another user's, at any moment. */
    private static ImmutableList<String> lines(Path file) {
        try {
            return ImmutableList.copyOf(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return ImmutableList.of();
        }
    }
}
