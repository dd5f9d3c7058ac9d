package io.virtstack.inventory;

import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.Storage;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code lscpu}, {@code lsblk} and {@code os-release} become, alone and together. */
class HostFilesTest {
    private static final String LSCPU = """
            {"lscpu": [
              {"field": "Architecture:", "data": "aarch64", "children": [
                {"field": "Byte Order:", "data": "Little Endian"}]},
              {"field": "CPU(s):", "data": "8", "children": [
                {"field": "On-line CPU(s) list:", "data": "0-3,6"}]}
            ]}
            """;

    @TempDir
    Path folder;

    private Texts texts;

    @BeforeEach
    void texts() {
        texts = new Texts(folder);
    }

    @Test
    void combineToOneMachine() {
        Hardware machine = only("""
                {"lscpu": [{"field": "Architecture:", "data": "x86_64"}, {"field": "CPU(s):", "data": "4"}]}
                """, """
                {"blockdevices": [{"name": "nvme0n1", "size": 512110190592, "rota": false, "type": "disk"},
                                  {"name": "sda", "size": 4000787030016, "rota": true, "type": "disk"}]}
                """, "ID=fedora\nVERSION_ID=41\n");

        assertThat(machine)
                .isEqualTo(Hardware.builder("machine")
                        .cores(4)
                        .architecture(Architecture.AMD64)
                        .storage(new Storage(Storage.Kind.NVME, DataSize.ofBytes(512_110_190_592L)))
                        .storage(new Storage(Storage.Kind.HDD, DataSize.ofBytes(4_000_787_030_016L)))
                        .runs(HostOS.builder("fedora-41")
                                .family(OsFamily.LINUX)
                                .distribution("fedora")
                                .version("41")
                                .build())
                        .build());
    }

    @Test
    void onlineProcessorsCountInGroupsOfFieldsToo() {
        Inventory inventory = texts.read(LSCPU);

        assertThat(inventory.machines().get(0).cores()).hasValue(5);
        assertThat(inventory.machines().get(0).architecture()).hasValue(Architecture.ARM64);
        assertThat(reasons(inventory)).contains("5 of 8 processors are online; these are counted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|1", "0-3|4", "0,2,4|3", "0-7:2|4", "0-3,8-11|8", "64-127|64"})
    void setsOfProcessorsAreCounted(String list, int count) {
        Hardware machine = only("{\"lscpu\":[{\"field\":\"On-line CPU(s) list:\",\"data\":\"" + list
                + "\"},{\"field\":\"Architecture:\",\"data\":\"s390x\"}]}");

        assertThat(machine.cores()).hasValue(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3-0", "0-", "x", "0-99999999999", "1:0", "0-3:-1"})
    void malformedSetsOfProcessorsAreRefused(String list) {
        assertThat(texts.refusal("{\"lscpu\":[\n{\"field\":\"On-line CPU(s) list:\",\"data\":\"" + list
                                + " \"},\n{\"field\":\"Architecture:\",\"data\":\"s390x\"}]}")
                        .line())
                .hasValue(2);
    }

    @Test
    void theTableOfProcessorsIsReadToo() {
        Hardware machine = only("{\"cpus\": [{\"cpu\": 0, \"online\": true}, {\"cpu\": 1, \"online\": \"no\"}]}");

        assertThat(machine.cores()).hasValue(1);
        assertThat(machine.architecture()).isEmpty();
    }

    @Test
    void fieldsAndTableOfProcessorsAreOfOneMachine() {
        Hardware machine =
                only(LSCPU, "{\"cpus\": [{\"cpu\": 0}, {\"cpu\": 1}, {\"cpu\": 2}, {\"cpu\": 3}, {\"cpu\": 6}]}");

        assertThat(machine.cores()).hasValue(5);
        assertThat(machine.architecture()).hasValue(Architecture.ARM64);
    }

    @Test
    void aFileThatStatesNothingIsOfTheSameMachine() {
        Hardware machine = only("""
                {"blockdevices": [{"name": "sda", "size": "447.1G", "rota": false, "type": "disk"}]}
                """, """
                {"blockdevices": [{"name": "sda", "size": 480103981056, "rota": false, "type": "disk"}]}
                """);

        assertThat(machine.storage()).hasSize(1);
    }

    @Test
    void virtualMachinesAreNotedAsSuch() {
        Inventory inventory = texts.read("""
                {"lscpu": [{"field": "Architecture:", "data": "x86_64"}, {"field": "CPU(s):", "data": "2"},
                           {"field": "Hypervisor vendor:", "data": "KVM"}]}
                """);

        assertThat(reasons(inventory)).anyMatch(reason -> reason.startsWith("the machine is itself virtual, on KVM"));
    }

    @Test
    void theHypervisorIsNamedRatherThanItsVendor() {
        Inventory inventory = texts.read("""
                {"lscpu": [{"field": "Architecture:", "data": "s390x"}, {"field": "CPU(s):", "data": "2"},
                           {"field": "Hypervisor:", "data": "z/VM 7.3.0"},
                           {"field": "Hypervisor vendor:", "data": "IBM"}]}
                """);

        assertThat(reasons(inventory)).anyMatch(reason -> reason.contains("on z/VM 7.3.0"));
    }

    @Test
    void theControlSystemOfXenIsNoVirtualMachine() {
        Inventory inventory = texts.read("""
                {"lscpu": [{"field": "Architecture:", "data": "x86_64"}, {"field": "CPU(s):", "data": "2"},
                           {"field": "Hypervisor vendor:", "data": "Xen"},
                           {"field": "Virtualization type:", "data": "none"}]}
                """);

        assertThat(reasons(inventory))
                .noneMatch(reason -> reason.contains("itself virtual"))
                .anyMatch(reason -> reason.startsWith("the system controls Xen"));
    }

    @Test
    void fieldsInAnotherLanguageAreRefused() {
        assertThat(texts.refusal("{\"lscpu\": [{\"field\": \"Architektur:\", \"data\": \"x86_64\"}]}"))
                .hasMessageContaining("LC_ALL=C");
    }

    @Test
    void roundedSizesAreUnknown() {
        Inventory inventory = texts.read("""
                {"blockdevices": [{"name": "sda", "size": "447.1G", "rota": false, "type": "disk"}]}
                """);

        assertThat(inventory.machines().get(0).storage()).isEmpty();
        assertThat(reasons(inventory)).anyMatch(reason -> reason.contains("447.1G is rounded"));
    }

    @Test
    void onlyBuiltInDisksAreStorageAndEachOnce() {
        Hardware machine = only("""
                {"blockdevices": [
                  {"name": "loop0", "size": 10, "type": "loop", "rota": "1"},
                  {"name": "zram0", "size": 10, "type": "disk", "rota": "0"},
                  {"name": "sr0", "size": 10, "type": "rom", "rota": "1"},
                  {"name": "sdu", "size": 10, "type": "disk", "rm": "1", "rota": "1"},
                  {"name": "sdx", "size": 0, "type": "disk", "rota": "1"},
                  {"name": "sda", "size": "100", "type": "disk", "rota": "0", "children": [
                     {"name": "mpatha", "size": "100", "type": "mpath", "children": [
                        {"name": "mpatha1", "size": "50", "type": "part"}]}]},
                  {"name": "sdb", "size": "100", "type": "disk", "rota": "0", "children": [
                     {"name": "mpatha", "size": "100", "type": "mpath"}]},
                  {"name": "md0", "size": 300, "type": "raid1", "children": [
                     {"name": "sdc", "size": 300, "type": "disk", "rota": "1"}]},
                  {"name": "md1", "size": 300, "type": "raid1", "children": [
                     {"name": "sdc", "size": 300, "type": "disk", "rota": "1"}]}
                ]}
                """);

        assertThat(machine.storage())
                .containsExactlyInAnyOrder(
                        new Storage(Storage.Kind.SSD, DataSize.ofBytes(100)),
                        new Storage(Storage.Kind.HDD, DataSize.ofBytes(300)));
    }

    @Test
    void pathsToOneDiskCountOnceInInverseTreesToo() {
        Hardware machine = only("""
                {"blockdevices": [
                  {"name": "mpatha1", "size": 50, "type": "part", "rota": true, "children": [
                    {"name": "mpatha", "size": 100, "type": "mpath", "rota": true, "children": [
                      {"name": "sda", "size": 100, "type": "disk", "rota": true},
                      {"name": "sdb", "size": 100, "type": "disk", "rota": true}]}]},
                  {"name": "sdc", "size": 100, "type": "disk", "rota": true}
                ]}
                """);

        assertThat(machine.storage()).hasSize(2);
    }

    @Test
    void pathsToOneDiskCountOnceInListsToo() {
        Hardware machine = only("""
                {"blockdevices": [
                  {"name": "/dev/sdf", "kname": "/dev/sdf", "pkname": null, "size": 100, "type": "disk", "rota": true,
                   "fstype": "mpath_member", "wwn": "0x6001"},
                  {"name": "/dev/mapper/mpatha", "kname": "/dev/dm-6", "pkname": "/dev/sdf", "size": 100,
                   "type": "mpath", "rota": true, "fstype": null, "wwn": null},
                  {"name": "/dev/sdh", "kname": "/dev/sdh", "pkname": null, "size": 100, "type": "disk", "rota": true,
                   "fstype": "mpath_member", "wwn": "0x6001"},
                  {"name": "/dev/sdi", "kname": "/dev/sdi", "pkname": null, "size": 100, "type": "disk", "rota": true,
                   "fstype": "xfs", "wwn": "0x6002"}
                ]}
                """);

        assertThat(machine.storage()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"sdc\", \"type\": \"disk\" | \"fstype\": \"mpath_member\"",
                "\"name\": \"mpathb\", \"type\": \"mpath\" | \"ro\": false"
            })
    void storageIsUnknownWhereNothingSaysWhichPathsLeadToOneDisk(String another, String column) {
        Inventory inventory = texts.read("""
                {"blockdevices": [
                  {"name": "sda", "size": 100, "type": "disk", "rota": true, %2$s},
                  {"name": "mpatha", "size": 100, "type": "mpath", "rota": true, "ro": false},
                  {%1$s, "size": 100, "rota": true},
                  {"name": "sdb", "size": 100, "type": "disk", "rota": true, %2$s}
                ]}
                """.formatted(another, column));

        assertThat(Texts.only(inventory.machines()).storage()).isEmpty();
        assertThat(reasons(inventory)).anyMatch(reason -> reason.contains("print the tree"));
    }

    @Test
    void disksAsLargeAsADeviceWithSeveralPathsAreTakenForThese() {
        Inventory inventory = texts.read("""
                {"blockdevices": [
                  {"kname": "sda", "size": "600", "type": "disk", "rota": false},
                  {"kname": "dm-0", "size": "600", "type": "mpath", "rota": false},
                  {"kname": "sdb", "size": "600", "type": "disk", "rota": false},
                  {"kname": "sdc", "size": "1000", "type": "disk", "rota": true},
                  {"kname": "dm-1", "size": "1000", "type": "mpath", "rota": true}
                ]}
                """);

        assertThat(Texts.only(inventory.machines()).storage())
                .containsExactly(
                        new Storage(Storage.Kind.SSD, DataSize.ofBytes(600)),
                        new Storage(Storage.Kind.HDD, DataSize.ofBytes(1000)));
        assertThat(reasons(inventory)).anyMatch(reason -> reason.startsWith("dm-0: sda, sdb are taken for the paths"));
    }

    @Test
    void disksMadeOfOthersAndBootAreasAreNoDisks() {
        Inventory inventory = texts.read("""
                {"blockdevices": [
                  {"name": "sda", "size": 100, "type": "disk", "rota": true, "children": [
                     {"name": "bcache0", "size": 99, "type": "disk", "rota": true}]},
                  {"name": "mmcblk0", "size": 50, "type": "disk", "rota": false},
                  {"name": "mmcblk0boot0", "size": 4, "type": "disk", "rota": false},
                  {"name": "zd16", "size": 10, "type": "disk", "rota": false},
                  {"name": "drbd1", "size": 10, "type": "disk", "rota": false},
                  {"name": "rbd0", "size": 10, "type": "disk", "rota": false},
                  {"name": "sdb", "size": 10, "type": "disk", "rota": true, "tran": "iscsi"}
                ]}
                """);

        assertThat(Texts.only(inventory.machines()).storage())
                .containsExactly(
                        new Storage(Storage.Kind.HDD, DataSize.ofBytes(100)),
                        new Storage(Storage.Kind.SSD, DataSize.ofBytes(50)));
        assertThat(reasons(inventory))
                .filteredOn(reason -> reason.contains("left out"))
                .hasSize(6);
    }

    @Test
    void figuresThatFilesStateDifferentlyAreNoted() {
        Inventory inventory = texts.read("""
                {"lscpu": [{"field": "Architecture:", "data": "x86_64"}, {"field": "CPU(s):", "data": "4"}]}
                """, """
                {"Name": "m", "NCPU": 8, "Driver": "overlay2", "Architecture": "x86_64"}
                """);

        assertThat(Texts.only(inventory.machines()).cores()).hasValue(4);
        assertThat(reasons(inventory)).contains("cores 8 is stated here, but 4 by a file before, which counts");
    }

    @Test
    void systemsThatFilesStateDifferentlyAreNoted() {
        Inventory inventory = texts.read("""
                {"Name": "m", "NCPU": 8, "Driver": "overlay2", "Architecture": "x86_64", "OSType": "linux",
                 "OperatingSystem": "Debian GNU/Linux 12 (bookworm)", "OSVersion": "12"}
                """, "ID=ubuntu\nVERSION_ID=24.04\n");

        assertThat(((HostOS) Texts.only(Texts.only(inventory.machines()).runs())).version())
                .hasValue("12");
        assertThat(reasons(inventory))
                .contains("the version 24.04 is stated here, but 12 by a file before, which counts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID=debian | debian",
                "ID='debian' | debian",
                "ID=\"de\\\"b\" | de\"b",
                "ID=debian # the distribution | debian",
                "export=1\\nID=debian | debian",
                "ID=ubuntu\\nID=debian | debian"
            })
    void valuesOfOsReleaseAreShellWords(String text, String distribution) {
        assertThat(host(only(text.replace("\\n", "\n")))).isEqualTo(distribution);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID=alpine | LINUX",
                "ID=freebsd | FREEBSD",
                "ID=ghostbsd | FREEBSD",
                "ID=mynas\\nID_LIKE=\"nas freebsd\" | FREEBSD",
                "ID=dragonfly | OTHER",
                "ID=solaris | OTHER",
                "ID=omnios\\nID_LIKE=\"solaris\" | OTHER",
                "ID=redox-os | OTHER"
            })
    void familiesAreThoseOfTheirKernels(String text, OsFamily family) {
        HostOS host = (HostOS) Texts.only(only(text.replace("\\n", "\n")).runs());

        assertThat(host.family()).hasValue(family);
    }

    @Test
    void settingsOfAnApplicationAreNoOperatingSystem() {
        assertThat(texts.refusal("NAME=shop\nVERSION=1.2\nPOSTGRES_PASSWORD=x\n")
                        .rule())
                .isEqualTo(InventoryRule.FILE_UNRECOGNISED);
        assertThat(host(only("NAME=Foo\nVERSION=1.2\nHOME_URL=http://foo.example\n")))
                .isEqualTo("Foo");
    }

    @Test
    void whatOsReleaseDoesNotSayIsUnknown() {
        HostOS host = (HostOS) Texts.only(only("NAME=\"Arch Linux\"\nID=arch\n").runs());

        assertThat(host.version()).isEmpty();
        assertThat(host.disk()).isEmpty();
    }

    @Test
    void filesOfSeveralMachinesTogetherAreMachinesOfTheirOwn() {
        Inventory inventory = texts.read("ID=debian\n", "ID=fedora\n", LSCPU);

        assertThat(inventory.machines()).hasSize(3);
        assertThat(reasons(inventory))
                .filteredOn(reason -> reason.contains("of its own"))
                .hasSize(2);
    }

    @Test
    void equalFilesAreOne() {
        assertThat(texts.read("ID=debian\n", "ID=debian\n# again\n", LSCPU).machines())
                .hasSize(1);
    }

    private Hardware only(String... contents) {
        return Texts.only(texts.read(contents).machines());
    }

    private static String host(Hardware machine) {
        return ((HostOS) Texts.only(machine.runs())).distribution().orElse("");
    }

    private static Iterable<String> reasons(Inventory inventory) {
        return inventory.notes().stream().map(InventoryNote::reason).toList();
    }
}
