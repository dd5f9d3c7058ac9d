package io.virtstack.inventory.ovf;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.HypervisorKind;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.assembly.PlacedMachine;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Element;
import io.virtstack.inventory.source.Source;
import io.virtstack.inventory.source.Xml;
import io.virtstack.layer.GuestOS;
import java.util.Optional;

/**
 * An OVF descriptor of version 0.9, 1 or 2: each virtual system becomes a virtual machine with the processors, memory and
 * disks of one deployment option.
 *
 * <p>A descriptor does not say whether disks are set aside when it is deployed: they are taken as thin, with the populated
 * size as what they take.
 */
public final class OvfDescriptor implements Format {
    private static final String ENVELOPE = "Envelope";

    @Override
    public String kind() {
        return "ovf";
    }

    @Override
    public boolean recognises(Source source) {
        return source.root()
                .filter(root -> root.local().equals(ENVELOPE))
                .filter(root -> root.namespace().isEmpty() || root.namespace().contains("ovf"))
                .isPresent();
    }

    @Override
    public void read(Source source, Parts parts) {
        Element envelope = new Xml(source).parse();
        ImmutableList<Element> systems = Sections.virtualSystems(envelope);
        if (systems.isEmpty()) {
            envelope.note("no virtual system: nothing to run");
        }
        Configuration configuration = Configuration.of(envelope, source.options());
        OvfDisks disks = new OvfDisks(envelope, new Properties(envelope, configuration));
        for (Element system : systems) {
            parts.add(machine(system, source, configuration, disks));
        }
        disks.noteUnused();
    }

    private static PlacedMachine machine(Element system, Source source, Configuration configuration, OvfDisks disks) {
        ImmutableList<Element> alternatives = Sections.all(system, "VirtualHardwareSection");
        if (alternatives.size() > 1) {
            alternatives.get(1).note("an alternative to the virtual hardware above; left out");
        }
        GuestOS.Builder guest = GuestOS.builder(name(system));
        new OvfSystem(system).describe(guest);
        if (alternatives.isEmpty()) {
            system.note("no virtual hardware: what the machine sets aside is unknown");
        } else {
            guest.machine(new VirtualHardwareSection(alternatives.get(0), configuration, disks).read());
        }
        return new PlacedMachine(
                source, Optional.empty(), hypervisor(system, alternatives), guest.build(), ImmutableList.of(), 1);
    }

    private static String name(Element system) {
        return system.childText("Name")
                .or(() -> system.attribute("id"))
                .orElseThrow(() -> system.refuse("neither an id nor a <Name>", "give the virtual system an ovf:id"));
    }

    private static HypervisorKind hypervisor(Element system, ImmutableList<Element> sections) {
        Optional<String> type = sections.stream()
                .flatMap(section -> section.children("System").stream())
                .flatMap(settings -> settings.childText("VirtualSystemType").stream())
                .findFirst();
        HypervisorKind kind = VirtualSystemType.hypervisor(type.orElse(""));
        system.note("the hypervisor is assumed to be " + kind.name() + ": a descriptor states "
                + type.map(stated -> "only for which it was made, " + stated).orElse("none"));
        return kind;
    }
}
