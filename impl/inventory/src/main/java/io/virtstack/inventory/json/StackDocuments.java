package io.virtstack.inventory.json;

import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.assembly.WholeMachine;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;

/** Stacks and fleets as VirtStack itself writes them: JSON values one after the other, each a machine. */
public final class StackDocuments implements Format {
    @Override
    public String kind() {
        return "virtstack";
    }

    @Override
    public boolean recognises(Source source) {
        return TextDocuments.jsonObject(source)
                .filter(root -> root.has(StackReader.VERSION_FIELD))
                .isPresent();
    }

    @Override
    public void read(Source source, Parts parts) {
        for (Node root : TextDocuments.json(source)) {
            parts.add(new WholeMachine(source, StackReader.read(root)));
        }
    }
}
