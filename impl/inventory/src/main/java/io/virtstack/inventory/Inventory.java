package io.virtstack.inventory;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Hardware;
import java.nio.file.Path;

/**
 * Machines as files of the real world describe them.
 *
 * <pre>{@code
 * Inventory inventory = Inventory.read(Path.of("lscpu.json"), Path.of("lsblk.json"), Path.of("os-release"));
 * Hardware machine = inventory.machines().get(0);
 * inventory.notes().forEach(System.out::println);
 * }</pre>
 *
 * <p>Each file is recognised by what it holds, not by its name:
 *
 * <table>
 * <caption>What becomes what</caption>
 * <tr><th>kind</th><th>what it is</th><th>becomes</th></tr>
 * <tr><td>{@code lscpu}</td><td>{@code lscpu -J}</td><td>processors and architecture of the hardware</td></tr>
 * <tr><td>{@code lsblk}</td><td>{@code lsblk -J -b}</td><td>storage of the hardware</td></tr>
 * <tr><td>{@code os-release}</td><td>{@code /etc/os-release}</td><td>the host's operating system</td></tr>
 * <tr><td>{@code libvirt-domain}</td><td>{@code virsh dumpxml}</td><td>a virtual machine</td></tr>
 * <tr><td>{@code qemu-img-info}</td><td>{@code qemu-img info --output=json}</td><td>sizes of libvirt's disks</td></tr>
 * <tr><td>{@code ovf}</td><td>an OVF descriptor</td><td>virtual machines</td></tr>
 * <tr><td>{@code virtstack}</td><td>what {@link StackJson} writes</td><td>machines as they were</td></tr>
 * <tr><td>{@code image-archive}, {@code image-layout}</td><td>what {@link ImageReader} reads</td><td>images of a
 * daemon</td></tr>
 * </table>
 *
 * <p>Files that are named together describe one machine together,
 * and so do the files of one folder: processors from one, storage from another, the operating system from a third, and on it
 * containers and virtual machines. Folders are walked, each folder in them being a machine of its own; links in them are not
 * followed. Several files of a kind of which a machine can have but one are machines of their own, with a note.
 *
 * <p>What no file states is unknown, never zero. What had to be assumed to complete a machine, and what has no place in one,
 * is a {@linkplain #notes() note}. Immutable and safe for use by several threads.
 */
public final class Inventory {
    private final ImmutableList<Hardware> machines;
    private final ImmutableList<InventoryFile> files;
    private final ImmutableList<InventoryNote> notes;

    Inventory(
            ImmutableList<Hardware> machines, ImmutableList<InventoryFile> files, ImmutableList<InventoryNote> notes) {
        this.machines = machines;
        this.files = files;
        this.notes = notes;
    }

    /**
     * {@return what all these files say}
     *
     * @param paths files and folders, at least one
     * @throws InventoryException for the first file that cannot be read or is of no known kind; then nothing is returned
     */
    public static Inventory read(Path... paths) {
        return read(InventoryOptions.defaults(), paths);
    }

    /**
     * {@return what all these files say}
     *
     * @param options limits and choices
     * @param paths files and folders, at least one
     * @throws InventoryException for the first file that cannot be read or is of no known kind; then nothing is returned
     */
    public static Inventory read(InventoryOptions options, Path... paths) {
        Inventory inventory = readEach(options, paths);
        inventory.files.stream()
                .flatMap(file -> file.error().stream())
                .findFirst()
                .ifPresent(error -> {
                    throw error;
                });
        return inventory;
    }

    /**
     * {@return what those of the files say that can be read; {@link #files()} has the errors of the others}
     *
     * @param paths files and folders, at least one
     * @throws InventoryException if a folder cannot be walked
     */
    public static Inventory readEach(Path... paths) {
        return readEach(InventoryOptions.defaults(), paths);
    }

    /**
     * {@return what those of the files say that can be read; {@link #files()} has the errors of the others}
     *
     * @param options limits and choices
     * @param paths files and folders, at least one
     * @throws InventoryException if a folder cannot be walked
     */
    public static Inventory readEach(InventoryOptions options, Path... paths) {
        FileWalk walk = new FileWalk(options.limits());
        for (Path path : paths) {
            walk.add(path);
        }
        InventoryReading reading = new InventoryReading(options);
        walk.groups().forEach(reading::readGroup);
        return reading.inventory();
    }

    /**
     * {@return the machine that this runs on: its hardware and operating system, as that sees them}
     *
     * <p>What runs on it is not looked for. If the machine is itself virtual, a note says so: its hardware is then what its
     * hypervisor shows it. On Linux this needs nothing else; other systems may need the artifact {@code oshi-core} on the class
     * path.
     */
    public static Inventory ofThisMachine() {
        return ThisMachine.inventory();
    }

    /** {@return the machines, in the order of the files} */
    public ImmutableList<Hardware> machines() {
        return machines;
    }

    /** {@return what became of each file, in the order in which they were read} */
    public ImmutableList<InventoryFile> files() {
        return files;
    }

    /** {@return what was assumed or left out, file by file, then what was assumed to complete the machines} */
    public ImmutableList<InventoryNote> notes() {
        return notes;
    }

    /** {@return how many machines, files and notes there are} */
    @Override
    public String toString() {
        return "Inventory of " + machines.size() + " machines from " + files.size() + " files, " + notes.size()
                + " notes";
    }
}
