package io.virtstack.inventory.libvirt;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.DiskSource;
import io.virtstack.inventory.assembly.HypervisorKind;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.assembly.PlacedMachine;
import io.virtstack.inventory.assembly.StatedArchitecture;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Element;
import io.virtstack.inventory.source.Source;
import io.virtstack.inventory.source.Xml;
import io.virtstack.inventory.source.XmlName;
import io.virtstack.layer.GuestOS;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.platform.Architecture;
import java.util.Optional;
import java.util.Set;

/**
 * A domain of libvirt, as {@code virsh dumpxml} prints it or as libvirt keeps it with its state: a virtual machine on the
 * hypervisor that its type names.
 *
 * <p>It sets aside the memory that it may use at most without further devices being plugged in, and the processors that are
 * plugged in. Where the balloon stands is outside the model. Machines that state an id run, those that state a state are as
 * stated; others are taken as running.
 */
public final class LibvirtDomain implements Format {
    private static final String DOMAIN = "domain";
    private static final String STATUS = "domstatus";
    private static final Set<String> STOPPED = Set.of("shutoff", "crashed");

    @Override
    public String kind() {
        return "libvirt-domain";
    }

    @Override
    public boolean recognises(Source source) {
        return source.root()
                .filter(root -> root.equals(new XmlName("", DOMAIN)) || root.equals(new XmlName("", STATUS)))
                .isPresent();
    }

    @Override
    public void read(Source source, Parts parts) {
        Element root = new Xml(source).parse();
        Element domain = root.is(DOMAIN)
                ? root
                : root.child(DOMAIN).orElseThrow(() -> root.refuse("no <domain>", "have libvirt write the file again"));
        String type = domain.attribute("type")
                .orElseThrow(() -> domain.refuse("no attribute type", "name the hypervisor, for example type='kvm'"));
        refuseContainers(domain, type);
        String name = domain.childText("name")
                .or(() -> domain.childText("uuid"))
                .orElseThrow(() -> domain.refuse("neither <name> nor <uuid>", "have virsh dumpxml print it again"));
        ImmutableList<DiskSource> disks = new DomainDisks(domain, type).read();
        GuestOS.Builder guest =
                GuestOS.builder(name).machine(machine(domain, disks)).running(isRunning(root, domain));
        architecture(domain).ifPresent(guest::architecture);
        new DomainSystem(domain).describe(guest);
        parts.add(new PlacedMachine(
                source,
                domain.childText("uuid").map(uuid -> uuid + " " + name),
                hypervisor(domain, type, disks),
                guest.build(),
                disks,
                1));
    }

    /** The type of machines on ESXi is the same as of those on VMware Workstation, but only they are in datastores. */
    private static HypervisorKind hypervisor(Element domain, String type, ImmutableList<DiskSource> disks) {
        if (!type.equals("vmware")) {
            return HypervisorKind.named(type);
        }
        boolean inDatastore =
                disks.stream().flatMap(disk -> disk.chain().stream()).anyMatch(file -> file.startsWith("["));
        domain.note(
                inDatastore
                        ? "the hypervisor is taken to be ESXi: a disk is in a datastore"
                        : "the hypervisor is taken to be VMware Workstation or Fusion: no disk is in a datastore");
        return inDatastore ? HypervisorKind.ESXI : HypervisorKind.named(type);
    }

    private static VirtualHardware machine(Element domain, ImmutableList<DiskSource> disks) {
        VirtualHardware.Builder machine = VirtualHardware.builder().vcpus(new DomainProcessors(domain).count());
        new DomainMemory(domain).read().ifPresent(machine::memory);
        disks.forEach(disk -> machine.disk(disk.disk()));
        return machine.build();
    }

    /** Containers of LXC or OpenVZ share their host's kernel and are neither virtual machines nor containers of a daemon. */
    private static void refuseContainers(Element domain, String type) {
        boolean container = Ascii.toLowerCase(type).equals("lxc")
                || Ascii.toLowerCase(type).equals("openvz")
                || domain.child("os")
                        .flatMap(os -> os.childText("type"))
                        .filter("exe"::equals)
                        .isPresent();
        if (container) {
            throw domain.refuse(
                    "a container of type '" + type + "'",
                    "only virtual machines can be read: leave containers of LXC and OpenVZ out");
        }
    }

    private static Optional<Architecture> architecture(Element domain) {
        return domain.child("os")
                .flatMap(os -> os.child("type"))
                .flatMap(type -> type.attribute("arch").map(arch -> StatedArchitecture.named(arch, type::note)));
    }

    private static boolean isRunning(Element root, Element domain) {
        Optional<String> state = root.is(STATUS) ? root.attribute("state") : Optional.empty();
        if (state.isPresent()) {
            return !STOPPED.contains(state.get());
        }
        if (domain.attribute("id").isEmpty()) {
            domain.note("no id, as of a machine that is defined: whether it runs is not stated, taken as running");
        }
        return true;
    }
}
