package io.virtstack.inventory.json;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.document.Node;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.layer.Runs;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Isolation;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VmOverhead;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** Reads a stack from one JSON object. Members that are not known are refused, and so are layers where they may not stand. */
public final class StackReader {
    /** The member by which a stack is told from other JSON, and which says the version of its form. */
    public static final String VERSION_FIELD = "virtstack";

    /** The version of the form that is written and read. */
    public static final int VERSION = 1;

    private StackReader() {}

    /**
     * {@return the machine that a JSON value is}
     *
     * @throws InventoryException if it is none
     */
    public static Hardware read(Node root) {
        Members members = new Members(root);
        Node version = members.get(VERSION_FIELD);
        long stated = members.count(VERSION_FIELD).orElseThrow();
        if (stated != VERSION) {
            throw version.refuse(
                    "version " + stated,
                    "this release reads version " + VERSION + ": update VirtStack, or write the stack again");
        }
        expect(members, "hardware");
        Hardware.Builder hardware = Hardware.builder(members.getText("name"));
        members.positive("cores").ifPresent(hardware::cores);
        members.constant("architecture", Architecture.class).ifPresent(hardware::architecture);
        members.bytes("memoryBytes").ifPresent(hardware::memoryCapacity);
        members.list("storage").forEach(device -> hardware.storage(storage(device)));
        runs(members, hardware, StackReader::onHardware);
        return members.build(hardware::build);
    }

    private static void expect(Members members, String kind) {
        Node stated = members.get("kind");
        if (!stated.text().equals(kind)) {
            throw misplaced(stated);
        }
    }

    private static InventoryException misplaced(Node kind) {
        return kind.refuse(
                "a layer of kind '" + kind.text() + "'",
                "no such layer may stand here: see the schema of version " + VERSION);
    }

    private static Storage storage(Node device) {
        Members members = new Members(device);
        Storage.Kind kind = members.constant("kind", Storage.Kind.class).orElseThrow(() -> absent(members, "kind"));
        DataSize size = members.bytes("bytes").orElseThrow(() -> absent(members, "bytes"));
        return members.build(() -> new Storage(kind, size));
    }

    static InventoryException absent(Members members, String name) {
        return members.node().refuse("no member '" + name + "'", "state it");
    }

    private static <L extends Layer> void runs(Members members, Runs<L, ?> builder, Function<Members, L> reader) {
        ImmutableMultiset.Builder<L> layers = ImmutableMultiset.builder();
        for (Node element : members.list("runs")) {
            Members child = new Members(element);
            int copies = child.positive("copies").orElse(1);
            L layer = reader.apply(child);
            child.build(() -> layers.addCopies(layer, copies));
        }
        builder.runsAll(layers.build());
    }

    private static RunsOnHardware onHardware(Members members) {
        Node kind = members.get("kind");
        return switch (kind.text()) {
            case "host-os" -> host(members);
            case "bare-metal-hypervisor" -> bareMetal(members);
            default -> throw misplaced(kind);
        };
    }

    private static RunsOnOperatingSystem onSystem(Members members) {
        Node kind = members.get("kind");
        return switch (kind.text()) {
            case "hosted-hypervisor" -> hosted(members);
            case "docker-daemon" -> daemon(members);
            case "binaries" -> binaries(members);
            default -> throw misplaced(kind);
        };
    }

    private static HostOS host(Members members) {
        HostOS.Builder host = HostOS.builder(members.getText("name"));
        system(members, host);
        demands(members, host);
        runs(members, host, StackReader::onSystem);
        return members.build(host::build);
    }

    private static GuestOS guest(Members members) {
        expect(members, "guest-os");
        GuestOS.Builder guest = GuestOS.builder(members.getText("name"));
        system(members, guest);
        demands(members, guest);
        members.constant("architecture", Architecture.class).ifPresent(guest::architecture);
        guest.running(members.flag("running", true));
        members.find("machine").map(VirtualHardwareReader::read).ifPresent(guest::machine);
        runs(members, guest, StackReader::onSystem);
        return members.build(guest::build);
    }

    private static void system(Members members, OperatingSystem.Builder<?> system) {
        members.constant("family", OsFamily.class).ifPresent(system::family);
        members.findText("distribution").ifPresent(system::distribution);
        members.findText("version").ifPresent(system::version);
    }

    private static void demands(Members members, Demanding.Builder<?> layer) {
        layer.disk(members.bytes("diskBytes"));
        layer.memory(members.bytes("memoryDemandBytes"));
        layer.cpu(members.millis("cpuMillis"));
        layer.startup(members.find("startup").map(StackReader::duration));
    }

    private static Duration duration(Node text) {
        try {
            return Duration.parse(text.text());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw text.refuse("'" + text.text() + "'", "write a duration of ISO 8601 such as PT1.5S");
        }
    }

    private static BareMetalHypervisor bareMetal(Members members) {
        BareMetalHypervisor.Builder builder = Hypervisor.bareMetal(members.getText("name"));
        hypervisor(members, builder);
        members.findText("controlSystem").ifPresent(builder::controlSystem);
        return members.build(builder::build);
    }

    private static HostedHypervisor hosted(Members members) {
        HostedHypervisor.Builder builder = Hypervisor.hosted(members.getText("name"));
        hypervisor(members, builder);
        return members.build(builder::build);
    }

    private static void hypervisor(Members members, Hypervisor.Builder<?> builder) {
        demands(members, builder);
        members.findText("store").ifPresent(builder::store);
        builder.nestedVirtualization(members.flag("nestedVirtualization", false));
        members.find("overhead").map(StackReader::vmOverhead).ifPresent(builder::overhead);
        runs(members, builder, StackReader::guest);
    }

    private static VmOverhead vmOverhead(Node node) {
        Members members = new Members(node);
        DataSize memory = members.bytes("memoryBytes").orElse(DataSize.ZERO);
        DataSize perVcpu = members.bytes("memoryBytesPerVcpu").orElse(DataSize.ZERO);
        long perMib = members.count("bytesPerStartedMib").orElse(0L);
        Cpu cpu = members.millis("cpuMillis").orElse(Cpu.ZERO);
        return members.build(() -> new VmOverhead(memory, perVcpu, perMib, cpu));
    }

    private static DockerDaemon daemon(Members members) {
        DockerDaemon.Builder daemon = DockerDaemon.builder(members.getText("name"));
        demands(members, daemon);
        members.findText("store").ifPresent(daemon::store);
        members.constant("imageStore", ImageStore.class).ifPresent(daemon::imageStore);
        members.constant("isolation", Isolation.class).ifPresent(daemon::isolation);
        members.find("overhead").map(StackReader::containerOverhead).ifPresent(daemon::overhead);
        runs(members, daemon, child -> {
            expect(child, "binaries");
            return binaries(child);
        });
        return members.build(daemon::build);
    }

    private static ContainerOverhead containerOverhead(Node node) {
        Members members = new Members(node);
        DataSize memory = members.bytes("memoryBytes").orElse(DataSize.ZERO);
        Cpu cpu = members.millis("cpuMillis").orElse(Cpu.ZERO);
        return members.build(() -> new ContainerOverhead(memory, cpu));
    }

    private static Binaries binaries(Members members) {
        Binaries.Builder binaries = Binaries.builder(members.getText("name"));
        members.findText("version").ifPresent(binaries::version);
        members.constant("family", OsFamily.class).ifPresent(binaries::family);
        members.bytes("diskBytes").ifPresent(binaries::disk);
        members.find("image").map(ContainerReader::image).ifPresent(binaries::image);
        runs(members, binaries, StackReader::application);
        return members.build(binaries::build);
    }

    private static Application application(Members members) {
        expect(members, "application");
        Application.Builder application = Application.builder(members.getText("name"));
        demands(members, application);
        return ContainerReader.application(members, application);
    }
}
