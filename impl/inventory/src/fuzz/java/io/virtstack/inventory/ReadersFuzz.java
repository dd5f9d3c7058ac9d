package io.virtstack.inventory;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.layer.Hardware;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a file holds, it is read or refused, its parts combine to machines, and these can be written and read again. Each
 * reader has a target of its own, started from a file of its kind.
 */
class ReadersFuzz {
    private static final String LONGEST = "10m";
    private static final ImmutableMap<String, String> STARTS = ImmutableMap.<String, String>builder()
            .put(
                    "lscpu",
                    """
                    {"lscpu": [{"field": "Architecture:", "data": "x86_64", "children": [
                      {"field": "On-line CPU(s) list:", "data": "0-3,5:2"}, {"field": "On-line CPU(s) mask:", "data": "0xf"}]},
                      {"field": "CPU(s):", "data": "4"}, {"field": "Hypervisor vendor:", "data": "KVM"}]}
                    """)
            .put(
                    "lsblk",
                    """
                    {"blockdevices": [{"name": "sda", "kname": "sda", "size": 100, "rota": false, "type": "disk", "rm": "0",
                      "tran": "sata", "children": [{"name": "mpatha", "size": "1.5G", "type": "mpath"}]}]}
                    """)
            .put(
                    "qemuImg",
                    """
                    [{"filename": "a", "format": "qcow2", "virtual-size": 100, "actual-size": 1, "backing-filename": "b"}]
                    """)
            .put(
                    "osRelease",
                    "# c\nNAME=\"Debian \\\"x\\\"\"\nID='debian'\nVERSION_ID=12 # x\nBUILD_ID=rolling\n")
            .put(
                    "libvirt",
                    """
                    <domstatus state='shutoff'><domain type='kvm' id='1'><name>n</name><uuid>u</uuid>
                    <metadata><libosinfo><os id='http://debian.org/debian/12'/></libosinfo></metadata>
                    <memory unit='KiB'>1024</memory><currentMemory>512</currentMemory><maxMemory>1</maxMemory>
                    <vcpu current='1'>2</vcpu><vcpus><vcpu enabled='no'/></vcpus>
                    <cpu><topology sockets='1' cores='2' threads='1'/><numa><cell memory='1' unit='MiB'/></numa></cpu>
                    <os><type arch='x86_64'>hvm</type></os><devices><disk type='file' device='disk'>
                    <driver type='qcow2'/><source file='a'/><backingStore><source file='b'/></backingStore></disk>
                    <memory><target><size>1</size></target></memory></devices></domain></domstatus>
                    """)
            .put(
                    "ovf",
                    """
                    <ovf:Envelope xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"><DiskSection>
                    <Disk ovf:diskId="d" ovf:fileRef="f" ovf:capacity="${k}" ovf:capacityAllocationUnits="byte * 2^30"
                    ovf:populatedSize="1" ovf:parentRef="e"/><Disk ovf:diskId="e" ovf:capacity="1"/></DiskSection>
                    <DeploymentOptionSection><Configuration ovf:id="c" ovf:default="true"/></DeploymentOptionSection>
                    <VirtualSystem ovf:id="v"><ProductSection><Property ovf:key="k" ovf:value="3"/></ProductSection>
                    <OperatingSystemSection ovf:id="96" osType="debian12_64Guest"/><VirtualHardwareSection>
                    <System><VirtualSystemType>vmx-13</VirtualSystemType></System>
                    <Item ovf:configuration="c"><InstanceID>1</InstanceID><ResourceType>3</ResourceType>
                    <VirtualQuantity>2</VirtualQuantity></Item><Item><InstanceID>2</InstanceID><ResourceType>4</ResourceType>
                    <AllocationUnits>MegaBytes</AllocationUnits><VirtualQuantity>2</VirtualQuantity></Item>
                    <Item ovf:bound="normal"><InstanceID>3</InstanceID><ResourceType>17</ResourceType>
                    <HostResource>ovf:/disk/d</HostResource></Item></VirtualHardwareSection></VirtualSystem></ovf:Envelope>
                    """)
            .put(
                    "stack",
                    """
                    {"virtstack": 1, "kind": "hardware", "name": "m", "cores": 4, "architecture": "amd64", "memoryBytes": 1,
                     "storage": [{"kind": "ssd", "bytes": 1}], "runs": [{"kind": "host-os", "name": "h", "copies": 2,
                     "diskBytes": 1, "startup": "PT1.5S", "runs": [{"kind": "docker-daemon", "name": "d", "runs":
                     [{"kind": "binaries", "name": "b", "image": {"layers": []}, "runs": [{"kind": "application",
                     "name": "a", "writableBytes": null, "running": false, "volumes": [{"name": "v", "shared": false}]}]}]},
                     {"kind": "hosted-hypervisor", "name": "k", "overhead": {"memoryBytes": 1}, "runs": [{"kind":
                     "guest-os", "name": "g", "machine": {"vcpus": 1, "disks": [{"kind": "linked-clone", "base": "b"}]}}]}]}]}
                    """)
            .buildOrThrow();

    static Stream<byte[]> start(String name) {
        return Stream.of(STARTS.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
    }

    static Stream<byte[]> lscpuStart() {
        return start("lscpu");
    }

    static Stream<byte[]> lsblkStart() {
        return start("lsblk");
    }

    static Stream<byte[]> qemuImgStart() {
        return start("qemuImg");
    }

    static Stream<byte[]> osReleaseStart() {
        return start("osRelease");
    }

    static Stream<byte[]> libvirtStart() {
        return start("libvirt");
    }

    static Stream<byte[]> ovfStart() {
        return start("ovf");
    }

    static Stream<byte[]> stackStart() {
        return start("stack");
    }

    @MethodSource("lscpuStart")
    @FuzzTest(maxDuration = LONGEST)
    void lscpu(byte[] bytes) {
        readOrRefuse(bytes);
    }

    @MethodSource("lsblkStart")
    @FuzzTest(maxDuration = LONGEST)
    void lsblk(byte[] bytes) {
        readOrRefuse(bytes);
    }

    @MethodSource("qemuImgStart")
    @FuzzTest(maxDuration = LONGEST)
    void qemuImg(byte[] bytes) {
        readOrRefuse(bytes);
    }

    @MethodSource("osReleaseStart")
    @FuzzTest(maxDuration = LONGEST)
    void osRelease(byte[] bytes) {
        readOrRefuse(bytes);
    }

    @MethodSource("libvirtStart")
    @FuzzTest(maxDuration = LONGEST)
    void libvirt(byte[] bytes) {
        readOrRefuse(bytes);
    }

    @MethodSource("ovfStart")
    @FuzzTest(maxDuration = LONGEST)
    void ovf(byte[] bytes) {
        readOrRefuse(bytes);
    }

    @MethodSource("stackStart")
    @FuzzTest(maxDuration = LONGEST)
    void stack(byte[] bytes) {
        readOrRefuse(bytes);
    }

    static void readOrRefuse(byte[] bytes) {
        FileReading reading = new FileReading(Path.of("fuzz"), InventoryOptions.defaults());
        InventoryFile file = reading.read(bytes);
        Parts parts = file.isRead() ? reading.parts() : new Parts();
        for (Hardware machine : new MachineAssembly(parts).assemble()) {
            if (!StackJson.fromJson(StackJson.toJson(machine)).equals(machine)) {
                throw new IllegalStateException("not the machine that was written: " + StackJson.toJson(machine));
            }
        }
    }
}
