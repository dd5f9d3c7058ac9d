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
 * <caption>What is recognised by what, and becomes what</caption>
 * <tr><th>kind</th><th>what it is</th><th>recognised by</th><th>becomes</th></tr>
 * <tr><td>{@code lscpu}</td><td>{@code lscpu -J}</td><td>the member {@code lscpu}</td><td>processors that are online, and
 * architecture of the hardware</td></tr>
 * <tr><td>{@code lscpu-table}</td><td>{@code lscpu -J -e}</td><td>the member {@code cpus} with rows that have a {@code
 * cpu}</td><td>processors that are online</td></tr>
 * <tr><td>{@code lsblk}</td><td>{@code lsblk -J -b}</td><td>the member {@code blockdevices}</td><td>built-in disks as storage
 * of the hardware; unknown without {@code -b}, since sizes are rounded then</td></tr>
 * <tr><td>{@code os-release}</td><td>{@code /etc/os-release}</td><td>assignments, {@code ID}, {@code PRETTY_NAME}
 * or {@code VERSION_ID} among them</td><td>the host's operating system</td></tr>
 * <tr><td>{@code docker-info}</td><td>{@code docker info --format json}</td><td>{@code Driver} beside {@code MemTotal} or
 * {@code NCPU}</td><td>the daemon, its host and the hardware</td></tr>
 * <tr><td>{@code podman-info}</td><td>{@code podman info}, in YAML or JSON</td><td>{@code store} with {@code graphDriverName},
 * beside {@code host}</td><td>the same</td></tr>
 * <tr><td>{@code docker-image-inspect}, {@code docker-image-list}</td><td>{@code docker image inspect}, {@code docker image ls
 * --format json}, the API's answers</td><td>{@code Id} with {@code RootFS}; {@code Repository} or {@code RepoTags} with {@code
 * Size}</td><td>images on a daemon, with as much of their layers as is stated</td></tr>
 * <tr><td>{@code docker-container-inspect}, {@code docker-container-list}</td><td>{@code docker container inspect}, {@code
 * docker container ls --format json}</td><td>an object {@code State}; {@code Names} with {@code Image}</td><td>containers with
 * their limits, volumes and what they have written</td></tr>
 * <tr><td>{@code docker-system-df}</td><td>{@code docker system df -v --format json} and {@code GET /system/df} of any
 * version</td><td>{@code LayersSize} or {@code ImageUsage}, or lists {@code Images} and {@code Containers}</td><td>images,
 * containers and volumes; rounded sizes are unknown</td></tr>
 * <tr><td>{@code compose}</td><td>a compose file, with those it includes and extends, its {@code .env} and override</td><td>a
 * mapping {@code services}, or a list {@code include}</td><td>containers of images of which only the name is known</td></tr>
 * <tr><td>{@code kubernetes}</td><td>manifests in YAML or JSON, several in one file, lists</td><td>{@code apiVersion} and {@code
 * kind}</td><td>nodes with containers, and virtual machines of KubeVirt</td></tr>
 * <tr><td>{@code libvirt-domain}</td><td>{@code virsh dumpxml}</td><td>the root {@code domain} or {@code
 * domstatus}</td><td>a virtual machine on the hypervisor of its type</td></tr>
 * <tr><td>{@code qemu-img-info}</td><td>{@code qemu-img info --output=json}</td><td>{@code virtual-size}</td><td>sizes of the
 * disks of libvirt's machines that are read together with it</td></tr>
 * <tr><td>{@code ovf}</td><td>an OVF descriptor</td><td>the root {@code Envelope} in a namespace of OVF, or in
 * none</td><td>virtual machines</td></tr>
 * <tr><td>{@code virtstack}</td><td>what {@link StackJson} writes</td><td>the member {@code virtstack}</td><td>machines as they
 * were</td></tr>
 * <tr><td>{@code image-archive}, {@code image-layout}</td><td>what {@link ImageReader} reads</td><td>the header of a tar, of gzip
 * or Zstandard; a folder with {@code oci-layout}, or with {@code manifest.json} and blobs</td><td>images on a daemon</td></tr>
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
     * @throws InventoryException if there are more files, or folders inside one another, than the limits allow
     */
    public static Inventory readEach(Path... paths) {
        return readEach(InventoryOptions.defaults(), paths);
    }

    /**
     * {@return what those of the files say that can be read; {@link #files()} has the errors of the others}
     *
     * @param options limits and choices
     * @param paths files and folders, at least one
     * @throws InventoryException if there are more files, or folders inside one another, than the limits allow
     */
    public static Inventory readEach(InventoryOptions options, Path... paths) {
        FileWalk walk = new FileWalk(options.limits());
        for (Path path : paths) {
            walk.add(path);
        }
        InventoryReading reading = new InventoryReading(options);
        reading.addRefused(walk.refused());
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
