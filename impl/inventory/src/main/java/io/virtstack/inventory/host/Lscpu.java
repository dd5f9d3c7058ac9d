package io.virtstack.inventory.host;

import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.assembly.HardwareFacts;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.assembly.StatedArchitecture;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Hardware;
import io.virtstack.platform.Architecture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code lscpu -J}: fields with their data, flat as old versions of util-linux print them or grouped as new ones do.
 *
 * <p>Cores are the logical processors that are online, since these are what work can be given to.
 */
public final class Lscpu implements Format {
    private static final String FIELDS = "lscpu";
    private static final String ARCHITECTURE = "Architecture";
    private static final String COUNT = "CPU(s)";

    @Override
    public String kind() {
        return "lscpu";
    }

    @Override
    public boolean oncePerMachine() {
        return true;
    }

    @Override
    public boolean recognises(Source source) {
        return TextDocuments.jsonObject(source)
                .flatMap(root -> root.find(FIELDS))
                .filter(Node::isSequence)
                .isPresent();
    }

    @Override
    public void read(Source source, Parts parts) {
        Hardware.Builder hardware = Hardware.builder(MachineAssembly.UNNAMED);
        readFields(TextDocuments.onlyJson(source).get(FIELDS), hardware);
        parts.add(new HardwareFacts(source, hardware.build()));
    }

    private static void readFields(Node list, Hardware.Builder hardware) {
        ImmutableMap<String, Node> fields = fields(list);
        if (!fields.containsKey(ARCHITECTURE) && !fields.containsKey(COUNT)) {
            throw list.refuse(
                    "neither a field '" + ARCHITECTURE + "' nor '" + COUNT + "'",
                    "if the fields are in another language, run LC_ALL=C lscpu -J");
        }
        architecture(fields).ifPresent(hardware::architecture);
        cores(list, fields).ifPresent(hardware::cores);
        noteVirtualization(fields);
    }

    private static Optional<Architecture> architecture(ImmutableMap<String, Node> fields) {
        return stated(fields, ARCHITECTURE)
                .map(field -> StatedArchitecture.named(field.text().strip(), field::note));
    }

    private static Optional<Integer> cores(Node list, ImmutableMap<String, Node> fields) {
        Optional<Integer> all = stated(fields, COUNT).map(CpuList::count);
        Optional<Integer> online = stated(fields, "On-line CPU(s) list")
                .map(CpuList::ofList)
                .or(() -> stated(fields, "On-line CPU(s) mask").map(CpuList::ofMask));
        if (online.isEmpty() && all.isEmpty()) {
            list.note(
                    "the number of processors is not stated in English; if it is in another language, run LC_ALL=C lscpu -J");
        }
        if (online.isPresent() && all.isPresent() && !online.equals(all)) {
            list.note(online.get() + " of " + all.get() + " processors are online; these are counted");
        }
        return online.filter(count -> count > 0).or(() -> all.filter(count -> count > 0));
    }

    private static void noteVirtualization(ImmutableMap<String, Node> fields) {
        boolean controls = stated(fields, "Virtualization type")
                .filter(type -> type.text().strip().equals("none"))
                .isPresent();
        stated(fields, "Hypervisor")
                .or(() -> stated(fields, "Hypervisor vendor"))
                .ifPresent(field -> field.note(
                        controls
                                ? "the system controls " + field.text()
                                        + ", which may show it but a part of the hardware"
                                : "the machine is itself virtual, on " + field.text()
                                        + ": its hardware is what that hypervisor shows it"));
    }

    private static Optional<Node> stated(ImmutableMap<String, Node> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(data -> !data.text().isBlank() && !data.text().strip().equals("-"));
    }

    /** {@return the data of each field by its name without colon; the first one counts where groups repeat a name} */
    private static ImmutableMap<String, Node> fields(Node list) {
        Map<String, Node> fields = new LinkedHashMap<>();
        Deque<Node> open = new ArrayDeque<>(list.elements());
        while (!open.isEmpty()) {
            Node entry = open.pop();
            String name = entry.get("field").text().strip();
            entry.find("data")
                    .ifPresent(data -> fields.putIfAbsent(
                            name.endsWith(":")
                                    ? name.substring(0, name.length() - 1).strip()
                                    : name,
                            data));
            entry.find("children").ifPresent(children -> open.addAll(children.elements()));
        }
        return ImmutableMap.copyOf(fields);
    }
}
