package io.virtstack.inventory.host;

import io.virtstack.inventory.assembly.HardwareFacts;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Hardware;

/** {@code lscpu -J -e}: a row for each logical processor, of which those count that are online. */
public final class LscpuTable implements Format {
    private static final String ROWS = "cpus";

    @Override
    public String kind() {
        return "lscpu-table";
    }

    @Override
    public boolean oncePerMachine() {
        return true;
    }

    @Override
    public boolean recognises(Source source) {
        return TextDocuments.jsonObject(source)
                .flatMap(root -> root.find(ROWS))
                .filter(Node::isSequence)
                .filter(rows -> rows.elements().stream().allMatch(row -> row.has("cpu")))
                .isPresent();
    }

    @Override
    public void read(Source source, Parts parts) {
        Node rows = TextDocuments.onlyJson(source).get(ROWS);
        Hardware.Builder hardware = Hardware.builder(MachineAssembly.UNNAMED);
        int online = 0;
        for (Node row : rows.elements()) {
            if (row.find("online").map(Flag::isSet).orElse(true)) {
                online++;
            } else {
                row.note("this processor is offline and not counted");
            }
        }
        if (online > 0) {
            hardware.cores(online);
        }
        rows.note("the table of processors does not state the architecture");
        parts.add(new HardwareFacts(source, hardware.build()));
    }
}
