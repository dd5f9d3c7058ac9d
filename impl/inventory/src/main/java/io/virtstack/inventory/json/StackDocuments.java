package io.virtstack.inventory.json;

import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.assembly.WholeMachine;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;
import io.virtstack.inventory.source.Tree;

/** Stacks and fleets as VirtStack itself writes them: JSON values one after the other, each a machine. */
public final class StackDocuments implements Format {
    @Override
    public String kind() {
        return "virtstack";
    }

    @Override
    public boolean recognises(Source source) {
        return source.object()
                .filter(root -> root.has(StackReader.VERSION_FIELD))
                .isPresent();
    }

    @Override
    public void read(Source source, Parts parts) {
        for (Tree root : source.json()) {
            parts.add(new WholeMachine(source, StackReader.read(root)));
        }
    }
}
