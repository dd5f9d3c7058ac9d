package io.virtstack.inventory;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.GuestOS;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What OVF descriptors become. */
class OvfTest {
    private static final String START = """
            <Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
              xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"
              xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData"
              xmlns:vmw="http://www.vmware.com/schema/ovf" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            """;

    @TempDir
    Path folder;

    private Texts texts;

    @BeforeEach
    void texts() {
        texts = new Texts(folder);
    }

    @Test
    void aVirtualSystemIsAMachine() {
        GuestOS guest = guest(START + """
                <DiskSection>
                  <Disk ovf:diskId="system" ovf:fileRef="f" ovf:capacity="8" ovf:capacityAllocationUnits="byte * 2^30"
                    ovf:populatedSize="1000"/>
                  <Disk ovf:diskId="data" ovf:capacity="4096"/>
                </DiskSection>
                <VirtualSystem ovf:id="vm">
                  <Name>app</Name>
                  <OperatingSystemSection ovf:id="96" ovf:version="12" vmw:osType="debian12_64Guest"/>
                  <VirtualHardwareSection>
                    <System><vssd:VirtualSystemType>vmx-13</vssd:VirtualSystemType></System>
                    <Item><rasd:AllocationUnits>hertz * 10^6</rasd:AllocationUnits><rasd:InstanceID>1</rasd:InstanceID>
                      <rasd:ResourceType>3</rasd:ResourceType><rasd:VirtualQuantity>2</rasd:VirtualQuantity></Item>
                    <Item><rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits><rasd:InstanceID>2</rasd:InstanceID>
                      <rasd:ResourceType>4</rasd:ResourceType><rasd:VirtualQuantity>512</rasd:VirtualQuantity></Item>
                    <Item><rasd:HostResource>ovf:/disk/system</rasd:HostResource><rasd:InstanceID>3</rasd:InstanceID>
                      <rasd:ResourceType>17</rasd:ResourceType></Item>
                    <Item><rasd:HostResource>/disk/data</rasd:HostResource><rasd:InstanceID>4</rasd:InstanceID>
                      <rasd:ResourceType>17</rasd:ResourceType></Item>
                    <Item><rasd:InstanceID>5</rasd:InstanceID><rasd:ResourceType>10</rasd:ResourceType></Item>
                  </VirtualHardwareSection>
                </VirtualSystem></Envelope>
                """);

        assertThat(guest)
                .isEqualTo(GuestOS.builder("app")
                        .family(OsFamily.LINUX)
                        .version("12")
                        .architecture(Architecture.AMD64)
                        .machine(VirtualHardware.builder()
                                .vcpus(2)
                                .memory("512 MiB")
                                .disk(VirtualDisk.thin("8 GiB", "1000 B"))
                                .disk(VirtualDisk.thin("4096 B", "0 B"))
                                .build())
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "byte * 2^20, 3145728",
        "byte*2^20, 3145728",
        "byte * 2 ^ 20, 3145728",
        "byte*1024*1024, 3145728",
        "bytes * 10^3, 3000",
        "byte, 3",
        "MegaBytes, 3145728",
        "MB, 3145728",
        "GigaBytes, 3221225472",
        "KB, 3072",
        "'', 3145728"
    })
    void unitsAreReadInAllTheirSpellings(String unit, long bytes) {
        String units = unit.isEmpty() ? "" : "<rasd:AllocationUnits>" + unit + "</rasd:AllocationUnits>";

        assertThat(machine(memory("3", units)).memory()).hasValue(DataSize.ofBytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "3, hertz",
        "3, byte * 2^",
        "3, byte * x",
        "3, byte ^ 2",
        "1.5, byte",
        "-1, byte",
        "3, byte * 9^99 * 9^99"
    })
    void otherUnitsAndQuantitiesAreRefused(String quantity, String unit) {
        InventoryException refusal =
                texts.refusal(system(memory(quantity, "<rasd:AllocationUnits>" + unit + "</rasd:AllocationUnits>")));

        assertThat(refusal.rule()).isEqualTo(InventoryRule.XML_FORM);
        assertThat(refusal.line()).isPresent();
    }

    @Test
    void theDefaultDeploymentOptionCountsUnlessAnotherIsAskedFor() {
        String text = START
                + """
                <DeploymentOptionSection>
                  <Configuration ovf:id="small"/><Configuration ovf:id="large" ovf:default="true"/>
                </DeploymentOptionSection>
                <VirtualSystem ovf:id="vm"><VirtualHardwareSection>
                """
                + item(1, 3, "1", "", "")
                + item(1, 3, "8", "", " ovf:configuration=\"large huge\"")
                + item(
                        2,
                        4,
                        "1024",
                        "<rasd:AllocationUnits>byte</rasd:AllocationUnits>",
                        " ovf:configuration=\"small\"")
                + item(
                        2,
                        4,
                        "2048",
                        "<rasd:AllocationUnits>byte</rasd:AllocationUnits>",
                        " ovf:configuration=\"large\"")
                + item(2, 4, "9", "<rasd:AllocationUnits>byte</rasd:AllocationUnits>", " ovf:bound=\"max\"")
                + "</VirtualHardwareSection></VirtualSystem></Envelope>";
        Path file = texts.file(text);

        assertThat(guest(text).machine().orElseThrow().vcpus()).hasValue(8);
        assertThat(guest(text).machine().orElseThrow().memory()).hasValue(DataSize.ofBytes(2048));
        VirtualHardware small = guest(Inventory.read(InventoryOptions.defaults().withConfiguration("small"), file))
                .machine()
                .orElseThrow();
        assertThat(small.vcpus()).hasValue(1);
        assertThat(small.memory()).hasValue(DataSize.ofBytes(1024));
    }

    @Test
    void deltasAreClonesOfTheLowestParent() {
        String disks = """
                <DiskSection>
                  <Disk ovf:diskId="base" ovf:fileRef="a" ovf:capacity="100" ovf:populatedSize="60"/>
                  <Disk ovf:diskId="middle" ovf:fileRef="b" ovf:capacity="100" ovf:populatedSize="5" ovf:parentRef="base"/>
                  <Disk ovf:diskId="top" ovf:fileRef="c" ovf:capacity="100" ovf:populatedSize="1" ovf:parentRef="middle"/>
                </DiskSection>
                """;

        assertThat(guest(START + disks + using("top")).machine().orElseThrow().disks())
                .containsExactly(VirtualDisk.linkedClone("100 B", "base", "60 B", "6 B"));
    }

    @ParameterizedTest
    @CsvSource({"top, a circle", "other, of no disk"})
    void parentsThatLeadNowhereAreRefused(String parent, String reason) {
        String disks =
                "<DiskSection><Disk ovf:diskId='top' ovf:capacity='1' ovf:parentRef='" + parent + "'/></DiskSection>";

        assertThat(texts.refusal(START + disks + using("top"))).hasMessageContaining(reason);
    }

    @Test
    void capacitiesMayReferToProperties() {
        String disks = """
                <DiskSection><Disk ovf:diskId="d" ovf:fileRef="f" ovf:capacity="${size}"
                  ovf:capacityAllocationUnits="byte * 2^10"/></DiskSection>
                """;
        String system = using("d")
                .replace(
                        "<VirtualHardwareSection>",
                        "<ProductSection><Property ovf:key='size' ovf:value='7'/></ProductSection><VirtualHardwareSection>");

        assertThat(guest(START + disks + system).machine().orElseThrow().disks())
                .containsExactly(new VirtualDisk.Thin(Optional.of(DataSize.parse("7 KiB")), Optional.empty()));
        assertThat(guest(START + disks + using("d")).machine().orElseThrow().disks())
                .containsExactly(new VirtualDisk.Thin(Optional.empty(), Optional.empty()));
    }

    @Test
    void sectionsOfVersion09AreRead() {
        GuestOS guest = guest("""
                <ovf:Envelope xmlns:ovf="http://www.vmware.com/schema/ovf/1/envelope" ovf:version="0.9"
                  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData">
                  <Section xsi:type="ovf:DiskSection_Type"><Disk ovf:diskId="d" ovf:fileRef="f" ovf:capacity="77"/></Section>
                  <Content xsi:type="ovf:VirtualSystem_Type" ovf:id="old">
                    <Section xsi:type="ovf:OperatingSystemSection_Type" ovf:id="76"/>
                    <Section xsi:type="ovf:VirtualHardwareSection_Type">
                      <Item><rasd:InstanceId>1</rasd:InstanceId><rasd:ResourceType>17</rasd:ResourceType>
                        <rasd:HostResource>disk/d</rasd:HostResource></Item>
                    </Section>
                  </Content>
                </ovf:Envelope>
                """);

        assertThat(guest.name()).isEqualTo("old");
        assertThat(guest.family()).hasValue(OsFamily.WINDOWS);
        assertThat(guest.machine().orElseThrow().disks())
                .containsExactly(new VirtualDisk.Thin(Optional.of(DataSize.ofBytes(77)), Optional.empty()));
    }

    @Test
    void sharedDisksAreDisksOfEachMachine() {
        Inventory inventory = texts.read(START + """
                <SharedDiskSection><SharedDisk ovf:diskId="quorum" ovf:capacity="64" ovf:populatedSize="8"
                  ovf:fileRef="f"/></SharedDiskSection>
                """ + using("quorum"));

        assertThat(guest(inventory).machine().orElseThrow().disks()).containsExactly(VirtualDisk.thin("64 B", "8 B"));
        assertThat(inventory.notes()).anyMatch(note -> note.reason().contains("shared"));
    }

    @Test
    void disksThatNoMachineHasAreNoted() {
        Inventory inventory = texts.read(START + """
                <DiskSection><Disk ovf:diskId="d" ovf:capacity="64"/>
                <Disk ovf:diskId="other" ovf:capacity="64"/></DiskSection>
                """ + using("d"));

        assertThat(inventory.notes())
                .filteredOn(note -> note.reason().contains("no machine"))
                .extracting(note -> note.reason())
                .containsExactly("no machine has the disk 'other'; left out");
    }

    @ParameterizedTest
    @CsvSource({"17, 1", "19, 1", "31, 1", "32, 1", "15, 0", "16, 0"})
    void whatIsOnADiskOfTheDescriptorIsADiskUnlessItIsAMedium(int type, int disks) {
        String text = START
                + "<DiskSection><Disk ovf:diskId='d' ovf:capacity='64'/></DiskSection>"
                + using("d").replace("<rasd:ResourceType>17", "<rasd:ResourceType>" + type);

        assertThat(guest(text).machine().orElseThrow().disks()).hasSize(disks);
    }

    @Test
    void aSumWithAGapIsUnknown() {
        Inventory inventory = texts.read(system(memory("1", "")
                + item(3, 3, "2", "", "")
                + "<Item><rasd:InstanceID>4</rasd:InstanceID><rasd:ResourceType>4</rasd:ResourceType></Item>"
                + "<Item><rasd:InstanceID>5</rasd:InstanceID><rasd:ResourceType>3</rasd:ResourceType></Item>"));

        assertThat(guest(inventory).machine().orElseThrow().memory()).isEmpty();
        assertThat(guest(inventory).machine().orElseThrow().vcpus()).isEmpty();
        assertThat(inventory.notes()).anyMatch(note -> note.reason().startsWith("no amount of memory"));
    }

    @Test
    void disksOfOvirtAreNamedByTheirFiles() {
        Inventory inventory = texts.read(START
                + "<DiskSection><Disk ovf:diskId='i' ovf:fileRef='g/i' ovf:size='6' ovf:parentRef=''/></DiskSection>"
                + using("d").replace("ovf:/disk/d", "g/i"));

        assertThat(guest(inventory).machine().orElseThrow().disks())
                .containsExactly(new VirtualDisk.Thin(Optional.empty(), Optional.empty()));
        assertThat(inventory.notes())
                .anyMatch(note -> note.reason().contains("6 GiB is rounded"))
                .noneMatch(note -> note.reason().contains("no machine has"));
    }

    @Test
    void socketsOfOvirtAreMultiplied() {
        VirtualHardware machine =
                machine("<Item><rasd:InstanceId>1</rasd:InstanceId><rasd:ResourceType>3</rasd:ResourceType>"
                        + "<rasd:num_of_sockets>2</rasd:num_of_sockets><rasd:cpu_per_socket>3</rasd:cpu_per_socket>"
                        + "<rasd:threads_per_cpu>2</rasd:threads_per_cpu></Item>");

        assertThat(machine.vcpus()).hasValue(12);
    }

    @ParameterizedTest
    @CsvSource({
        "1, asianux7_64Guest, LINUX, AMD64",
        "1, oes64Guest, LINUX, AMD64",
        "1, crxPod1Guest, LINUX,",
        "1, Oracle_64, LINUX, AMD64",
        "1, rhel_7x64, LINUX, AMD64",
        "1, Debian_arm64, LINUX, ARM64",
        "1, windows2019srvNext_64Guest, WINDOWS, AMD64",
        "1, darwin21_64Guest, MACOS, AMD64",
        "1, freebsd13_64Guest, FREEBSD, AMD64",
        "1, solaris11_64Guest, OTHER, AMD64",
        "1, OpenBSD_64, OTHER, AMD64",
        "1, vmkernel8Guest, OTHER,",
        "1, netware6Guest, OTHER,",
        "1, OS2Warp45, OTHER,",
        "1, otherGuest64,, AMD64",
        "29, other, OTHER,",
        "65, other, OTHER,",
        "2, other, MACOS,",
        "102, other,,"
    })
    void systemsAreNamedByWordsOrNumbers(int id, String type, OsFamily family, Architecture architecture) {
        GuestOS guest = guest(START + "<VirtualSystem ovf:id='vm'><OperatingSystemSection ovf:id='" + id
                + "' vmw:osType='" + type + "'/></VirtualSystem></Envelope>");

        assertThat(guest.family()).isEqualTo(Optional.ofNullable(family));
        assertThat(guest.architecture()).isEqualTo(Optional.ofNullable(architecture));
    }

    @Test
    void systemsInCollectionsAreRead() {
        Inventory inventory = texts.read(START + """
                <VirtualSystemCollection ovf:id="app"><VirtualSystem ovf:id="a"/>
                  <VirtualSystemCollection ovf:id="tier"><VirtualSystem ovf:id="b"/></VirtualSystemCollection>
                </VirtualSystemCollection></Envelope>
                """);

        assertThat(inventory.files().get(0).layers())
                .extracting(layer -> layer.name())
                .containsExactly("a", "b");
    }

    @Test
    void theUnitOfTheQuantityItselfComesFirst() {
        String units = "<rasd:AllocationUnits>byte</rasd:AllocationUnits>"
                + "<rasd:VirtualQuantityUnits>byte * 2^20</rasd:VirtualQuantityUnits>";

        assertThat(machine(memory("3", units)).memory()).hasValue(DataSize.parse("3 MiB"));
        assertThat(machine(item(3, 31, "3", units, "")).disks())
                .extracting(VirtualDisk::size)
                .containsExactly(Optional.of(DataSize.parse("3 MiB")));
    }

    @Test
    void version2IsRead() {
        assertThat(guest(system(memory("3", "<rasd:AllocationUnits>byte</rasd:AllocationUnits>"))
                                .replace("ovf/envelope/1", "ovf/envelope/2"))
                        .machine()
                        .orElseThrow()
                        .memory())
                .hasValue(DataSize.ofBytes(3));
    }

    private VirtualHardware machine(String items) {
        return guest(system(items)).machine().orElseThrow();
    }

    private static String system(String items) {
        return START + "<VirtualSystem ovf:id='vm'><VirtualHardwareSection>" + items
                + "</VirtualHardwareSection></VirtualSystem></Envelope>";
    }

    private static String using(String disk) {
        return "<VirtualSystem ovf:id='vm'><VirtualHardwareSection>"
                + "<Item><rasd:InstanceID>1</rasd:InstanceID><rasd:ResourceType>17</rasd:ResourceType>"
                + "<rasd:HostResource>ovf:/disk/" + disk + "</rasd:HostResource></Item>"
                + "</VirtualHardwareSection></VirtualSystem></Envelope>";
    }

    private static String memory(String quantity, String unit) {
        return item(2, 4, quantity, unit, "");
    }

    private static String item(int id, int type, String quantity, String unit, String attributes) {
        return "<Item" + attributes + ">" + unit + "<rasd:InstanceID>" + id + "</rasd:InstanceID><rasd:ResourceType>"
                + type + "</rasd:ResourceType><rasd:VirtualQuantity>" + quantity + "</rasd:VirtualQuantity></Item>";
    }

    private GuestOS guest(String text) {
        return guest(texts.read(text));
    }

    private static GuestOS guest(Inventory inventory) {
        ImmutableList<BareMetalHypervisor> hypervisors = Texts.only(inventory.machines()).runs().stream()
                .map(BareMetalHypervisor.class::cast)
                .collect(ImmutableList.toImmutableList());
        return Texts.only(Texts.only(hypervisors).runs());
    }
}
