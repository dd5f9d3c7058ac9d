package io.virtstack.inventory;

import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What libvirt domains become, alone and with the sizes that {@code qemu-img} states. */
class LibvirtTest {
    private static final String WEB = """
            <domain type='kvm' id='7'>
              <name>web</name>
              <metadata>
                <libosinfo:libosinfo xmlns:libosinfo="http://libosinfo.org/xmlns/libvirt/domain/1.0">
                  <libosinfo:os id="http://debian.org/debian/12"/>
                </libosinfo:libosinfo>
              </metadata>
              <memory unit='GiB'>4</memory>
              <currentMemory unit='KiB'>1048576</currentMemory>
              <vcpu current='2'>4</vcpu>
              <os><type arch='x86_64' machine='q35'>hvm</type></os>
              <cpu><topology sockets='2' dies='1' cores='2' threads='2'/></cpu>
              <devices>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='qcow2'/>
                  <source file='/images/web.qcow2'/>
                  <backingStore type='file'>
                    <format type='qcow2'/>
                    <source file='/images/debian.qcow2'/>
                    <backingStore/>
                  </backingStore>
                  <target dev='vda'/>
                </disk>
                <disk type='file' device='cdrom'><source file='/iso/debian.iso'/><target dev='sda'/></disk>
                <disk type='block' device='disk'><driver name='qemu' type='raw'/><source dev='/dev/vg/data'/></disk>
              </devices>
            </domain>
            """;

    @TempDir
    Path folder;

    private Texts texts;

    @BeforeEach
    void texts() {
        texts = new Texts(folder);
    }

    @Test
    void aDomainIsAMachineOnAHypervisorOnAnAssumedHost() {
        Inventory inventory = texts.read(WEB);

        assertThat(guest(inventory))
                .isEqualTo(GuestOS.builder("web")
                        .family(OsFamily.LINUX)
                        .distribution("debian")
                        .version("12")
                        .architecture(Architecture.AMD64)
                        .machine(VirtualHardware.builder()
                                .vcpus(2)
                                .memory("4 GiB")
                                .disk(new VirtualDisk.LinkedClone(
                                        Optional.empty(), "/images/debian.qcow2", Optional.empty(), Optional.empty()))
                                .disk(new VirtualDisk.Thick(Optional.empty()))
                                .build())
                        .build());
        assertThat(reasons(inventory))
                .anyMatch(reason -> reason.startsWith("the hardware below is assumed"))
                .anyMatch(reason -> reason.startsWith("the operating system of the host is assumed"))
                .anyMatch(reason -> reason.startsWith("2 of at most 4 processors"))
                .anyMatch(reason -> reason.startsWith("the topology has 8 processors"))
                .anyMatch(reason -> reason.startsWith("the balloon leaves the guest 1 GiB"))
                .anyMatch(reason -> reason.startsWith("a cdrom is a medium"));
    }

    @Test
    void qemuImgCompletesTheDisks() {
        Inventory inventory = texts.read(WEB, """
                [{"filename": "/images/web.qcow2", "format": "qcow2", "virtual-size": 21474836480,
                  "actual-size": 1000, "full-backing-filename": "/images/debian.qcow2"},
                 {"filename": "/images/debian.qcow2", "format": "qcow2", "virtual-size": 10737418240,
                  "actual-size": 2000}]
                """, """
                {"filename": "/dev/vg/data", "format": "raw", "virtual-size": 5000, "actual-size": 0}
                """, """
                {"filename": "/images/unused.raw", "format": "raw", "virtual-size": 5000, "actual-size": 70}
                """);

        assertThat(guest(inventory).machine().orElseThrow().disks())
                .containsExactly(
                        VirtualDisk.linkedClone("20 GiB", "/images/debian.qcow2", "2000 B", "1000 B"),
                        new VirtualDisk.Thick(Optional.of(DataSize.ofBytes(5000))));
        assertThat(reasons(inventory)).anyMatch(reason -> reason.contains("/images/unused.raw"));
    }

    @Test
    void allAboveTheLowestBaseIsTheMachinesOwn() {
        Inventory inventory =
                texts.read(domain("<disk type='file'><driver type='qcow2'/><source file='/i/top'/></disk>"), """
                [{"filename": "/i/top", "format": "qcow2", "virtual-size": 100, "actual-size": 1,
                  "full-backing-filename": "/i/middle"},
                 {"filename": "/i/middle", "format": "qcow2", "virtual-size": 100, "actual-size": 20,
                  "full-backing-filename": "/i/base"},
                 {"filename": "/i/base", "format": "raw", "virtual-size": 100, "actual-size": 50}]
                """);

        assertThat(guest(inventory).machine().orElseThrow().disks())
                .containsExactly(VirtualDisk.linkedClone("100 B", "/i/base", "50 B", "21 B"));
    }

    @Test
    void aMachineThatTwoFilesDescribeIsOne() {
        String running = domain("").replace("<name>n</name>", "<name>n</name><uuid>6b3a</uuid>");
        Inventory inventory = texts.read(running, running.replace(" id='1'", "").replace(">1024<", ">2048<"));
        Inventory others = texts.read(running, running.replace("6b3a", "6b3b"), running.replace(">n<", ">m<"));

        assertThat(guest(inventory).machine().orElseThrow().memory()).hasValue(DataSize.parse("1 MiB"));
        assertThat(reasons(inventory)).contains("the machine 'n' is described by a file before, which counts");
        HostOS host = (HostOS) Texts.only(Texts.only(others.machines()).runs());
        assertThat(((HostedHypervisor) Texts.only(host.runs())).runs()).hasSize(3);
    }

    @Test
    void volumesOfPoolsAreFoundByTheirNames() {
        Inventory inventory = texts.read(
                domain(
                        "<disk type='volume'><driver type='qcow2'/><source pool='default' volume='web.qcow2'/></disk>"
                                + "<disk type='network'><driver type='raw'/><source protocol='rbd' name='pool/other.raw'/></disk>"),
                """
                {"filename": "/var/lib/libvirt/images/web.qcow2", "format": "qcow2", "virtual-size": 100, "actual-size": 7}
                {"filename": "/var/lib/libvirt/images/other.raw", "format": "raw", "virtual-size": 100, "actual-size": 7}
                """);

        assertThat(guest(inventory).machine().orElseThrow().disks())
                .containsExactly(
                        VirtualDisk.thin("100 B", "7 B"), new VirtualDisk.Thin(Optional.empty(), Optional.empty()));
    }

    @Test
    void baseImagesAreNamedRelativeToWhatIsBasedOnThem() {
        Inventory inventory =
                texts.read(domain("<disk type='file'><driver type='qcow2'/><source file='/i/top'/></disk>"), """
                {"filename": "/i/top", "format": "qcow2", "virtual-size": 100, "actual-size": 1, "backing-filename": "base"}
                {"filename": "/i/base", "format": "raw", "virtual-size": 100, "actual-size": 50}
                """);

        assertThat(guest(inventory).machine().orElseThrow().disks())
                .containsExactly(VirtualDisk.linkedClone("100 B", "/i/base", "50 B", "1 B"));
    }

    @Test
    void whatBlockDevicesTakeIsNotZero() {
        Inventory inventory = texts.read(
                domain("<disk type='block'><driver type='qcow2'/><source dev='/dev/vg/a'/></disk>"
                        + "<disk type='file'><driver type='raw'/><source file='/i/sparse.raw'/></disk>"),
                """
                {"filename": "/dev/vg/a", "format": "qcow2", "virtual-size": 100, "actual-size": 0}
                {"filename": "/i/sparse.raw", "format": "raw", "virtual-size": 100, "actual-size": 0}
                """);

        assertThat(guest(inventory).machine().orElseThrow().disks())
                .containsExactly(
                        new VirtualDisk.Thin(Optional.of(DataSize.ofBytes(100)), Optional.empty()),
                        VirtualDisk.thin("100 B", "0 B"));
        assertThat(reasons(inventory)).anyMatch(reason -> reason.contains("block device"));
    }

    @Test
    void formatsThatAreNotStatedAreTheHypervisors() {
        String disk = "<disk type='file'><source file='/i/a'/></disk>";
        Inventory kvm = texts.read(domain(disk));
        Inventory vbox = texts.read(domain(disk).replace("kvm", "vbox"));

        assertThat(guest(kvm).machine().orElseThrow().disks()).containsExactly(new VirtualDisk.Thick(Optional.empty()));
        assertThat(reasons(kvm)).anyMatch(reason -> reason.contains("no format: raw is taken"));
        assertThat(guest(vbox).machine().orElseThrow().disks())
                .containsExactly(new VirtualDisk.Thin(Optional.empty(), Optional.empty()));
        assertThat(reasons(vbox)).anyMatch(reason -> reason.contains("no format: one that grows is taken"));
    }

    @Test
    void devicesThatArePassedThroughAreLeftOutAndWhatGrowsElsewhereIsThin() {
        Inventory inventory = texts.read(domain("""
                <disk type='nvme' device='disk'><source type='pci' namespace='1'><address domain='0x0000'/></source></disk>
                <disk type='vhostvdpa' device='disk'><source dev='/dev/vhost-vdpa-0'/></disk>
                <disk type='vhostuser' device='disk'><driver type='raw'/><source type='unix' path='/run/v.sock'/></disk>
                <disk type='network' device='disk'><driver type='raw'/><source protocol='rbd' name='pool/i'/></disk>
                <disk type='file' device='disk'><driver name='tap' type='aio'/><source file='/i/b'/></disk>
                """));

        assertThat(guest(inventory).machine().orElseThrow().disks())
                .containsExactly(
                        new VirtualDisk.Thin(Optional.empty(), Optional.empty()),
                        new VirtualDisk.Thin(Optional.empty(), Optional.empty()),
                        new VirtualDisk.Thick(Optional.empty()));
        assertThat(reasons(inventory))
                .anyMatch(reason -> reason.contains("kept by another process"))
                .filteredOn(reason -> reason.contains("passed through"))
                .hasSize(2);
    }

    @Test
    void machinesInADatastoreAreOnEsxi() {
        String esx = domain("<disk type='file' device='disk'><source file='[store] vm/vm.vmdk'/></disk>")
                .replace("kvm", "vmware");
        Inventory inventory = texts.read(esx);
        Inventory workstation = texts.read(esx.replace("[store] vm", "/home/vms"));

        assertThat(Texts.only(Texts.only(inventory.machines()).runs()))
                .isInstanceOf(BareMetalHypervisor.class)
                .extracting(layer -> layer.name())
                .isEqualTo("esxi");
        assertThat(reasons(inventory)).anyMatch(reason -> reason.contains("in a datastore"));
        assertThat(Texts.only(Texts.only(workstation.machines()).runs())).isInstanceOf(HostOS.class);
    }

    @Test
    void memoryOfZeroIsNotStated() {
        Inventory inventory = texts.read("<domain type='kvm' id='1'><name>n</name><memory>0</memory></domain>");

        assertThat(guest(inventory).machine().orElseThrow().memory()).isEmpty();
        assertThat(reasons(inventory)).anyMatch(reason -> reason.startsWith("no <memory>"));
    }

    @Test
    void imagesInACircleEndWithANote() {
        Inventory inventory =
                texts.read(domain("<disk type='file'><driver type='qcow2'/><source file='a'/></disk>"), """
                [{"filename": "a", "format": "qcow2", "virtual-size": 100, "actual-size": 1, "backing-filename": "b"},
                 {"filename": "b", "format": "qcow2", "virtual-size": 100, "actual-size": 1, "backing-filename": "a"}]
                """);

        assertThat(reasons(inventory)).anyMatch(reason -> reason.contains("in a circle"));
    }

    @ParameterizedTest
    @CsvSource({
        "<memory>1</memory>, 1024",
        "<memory unit='b'>1024</memory>, 1024",
        "<memory unit='bytes'>1025</memory>, 2048",
        "<memory unit='KB'>1024</memory>, 1024000",
        "<memory unit='k'>3</memory>, 3072",
        "<memory unit='MB'>2</memory>, 2000896",
        "<memory unit='mib'>2</memory>, 2097152",
        "<memory unit='G'>1</memory>, 1073741824",
        "<memory unit='TiB'>1</memory>, 1099511627776",
        "<memory unit='PB'>1</memory>, 1000000000000000"
    })
    void unitsOfMemoryAreLibvirts(String memory, long bytes) {
        assertThat(guest(texts.read(WEB.replace("<memory unit='GiB'>4</memory>", memory)))
                        .machine()
                        .orElseThrow()
                        .memory())
                .hasValue(DataSize.ofBytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"<memory unit='KiB'>9007199254740991</memory>", "<memory unit='KiB'>18446744073709551615</memory>"})
    void unlimitedIsUnknown(String memory) {
        assertThat(guest(texts.read(WEB.replace("<memory unit='GiB'>4</memory>", memory)))
                        .machine()
                        .orElseThrow()
                        .memory())
                .isEmpty();
    }

    @Test
    void cellsAndDevicesTakeThePlaceOfOtherMemory() {
        Inventory inventory = texts.read("""
                <domain type='kvm' id='1'><name>n</name><memory unit='MB'>1</memory>
                <cpu><numa><cell id='0' cpus='0' memory='1024'/><cell id='1' cpus='1' memory='2' unit='MiB'/></numa></cpu>
                <devices><memory model='dimm'><target><size unit='MiB'>1</size></target></memory></devices>
                </domain>
                """);

        assertThat(guest(inventory).machine().orElseThrow().memory()).hasValue(DataSize.parse("4 MiB"));
        assertThat(inventory.notes()).anyMatch(note -> note.reason().contains("add up to 4 MiB") && note.line() == 1);
    }

    @Test
    void cellsAndDevicesAddUpWhereNoMemoryIsStated() {
        Inventory inventory = texts.read("""
                <domain type='qemu' id='1'><name>n</name><maxMemory slots='4' unit='GiB'>64</maxMemory>
                <cpu><numa><cell id='0' cpus='0' memory='1024'/><cell id='1' cpus='1' memory='2' unit='MiB'/></numa></cpu>
                <devices><memory model='dimm'><target><size unit='MiB'>1</size></target></memory></devices>
                </domain>
                """);

        assertThat(guest(inventory).machine().orElseThrow().memory()).hasValue(DataSize.parse("4 MiB"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://ubuntu.com/ubuntu/24.04, LINUX, ubuntu, 24.04",
        "http://microsoft.com/win/2k22, WINDOWS, win, 2k22",
        "http://freebsd.org/freebsd/14.0, FREEBSD, freebsd, 14.0",
        "http://netbsd.org/netbsd/10.0, OTHER, netbsd, 10.0",
        "http://oracle.com/solaris/11, OTHER, solaris, 11",
        "http://vmware.com/esxi/8.0, OTHER, esxi, 8.0",
        "http://gentoo.org/gentoo, LINUX, gentoo,"
    })
    void idsOfLibosinfoNameTheSystem(String id, OsFamily family, String distribution, String version) {
        GuestOS guest = guest(texts.read(WEB.replace("http://debian.org/debian/12", id)));

        assertThat(guest.family()).hasValue(family);
        assertThat(guest.distribution()).hasValue(distribution);
        assertThat(guest.version()).isEqualTo(Optional.ofNullable(version));
    }

    @Test
    void statesSayWhetherMachinesRun() {
        assertThat(guest(texts.read("<domstatus state='shutoff' reason='destroyed'>" + WEB + "</domstatus>"))
                        .running())
                .isFalse();
        assertThat(guest(texts.read("<domstatus state='paused'>" + WEB + "</domstatus>"))
                        .running())
                .isTrue();
        assertThat(guest(texts.read("<domstatus state='shutdown'>" + WEB + "</domstatus>"))
                        .running())
                .as("being shut down")
                .isTrue();
        Inventory defined = texts.read(WEB.replace(" id='7'", ""));
        assertThat(guest(defined).running()).isTrue();
        assertThat(reasons(defined)).anyMatch(reason -> reason.contains("taken as running"));
    }

    @Test
    void xenStandsOnTheHardwareWithItsControlSystem() {
        Hardware machine = Texts.only(texts.read("<domain type='xen' id='2'><name>n</name><memory>1</memory></domain>")
                .machines());

        assertThat((BareMetalHypervisor) Texts.only(machine.runs()))
                .satisfies(xen -> assertThat(xen.controlSystem()).hasValue("dom0"));
    }

    @Test
    void containersAreRefused() {
        assertThat(texts.refusal("<domain type='lxc'><name>n</name></domain>")).hasMessageContaining("LXC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<vcpu>0</vcpu>",
                "<vcpu>99999999999</vcpu>",
                "<vcpu>two</vcpu>",
                "<vcpu current='5'>4</vcpu>",
                "<memory unit='lots'>1</memory>",
                "<memory>-1</memory>",
                "<memory>1.5</memory>",
                "<devices><disk device='tape'/></devices>",
                "<cpu><topology sockets='65000' cores='65000'/></cpu>"
            })
    void malformedFiguresAreRefusedWithTheirLine(String element) {
        InventoryException refusal =
                texts.refusal("<domain type='kvm' id='1'>\n<name>n</name>\n" + element + "\n</domain>");

        assertThat(refusal.line()).hasValue(3);
        assertThat(refusal.rule()).isEqualTo(InventoryRule.XML_FORM);
    }

    private static String domain(String disk) {
        return "<domain type='kvm' id='1'><name>n</name><memory>1024</memory><vcpu>1</vcpu><devices>" + disk
                + "</devices></domain>";
    }

    private static GuestOS guest(Inventory inventory) {
        HostOS host = (HostOS) Texts.only(Texts.only(inventory.machines()).runs());
        HostedHypervisor hypervisor = (HostedHypervisor) Texts.only(host.runs());
        return Texts.only(hypervisor.runs());
    }

    private static List<String> reasons(Inventory inventory) {
        return inventory.notes().stream().map(InventoryNote::reason).toList();
    }
}
