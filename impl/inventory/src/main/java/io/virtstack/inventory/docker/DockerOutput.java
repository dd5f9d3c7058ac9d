package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.DaemonFacts;
import io.virtstack.inventory.assembly.HardwareFacts;
import io.virtstack.inventory.assembly.HostFacts;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;
import java.util.Arrays;
import java.util.Optional;

/** What a Docker command, or a call of the Engine API, prints in JSON. */
public final class DockerOutput implements Format {
    /** One kind for each command. */
    public static final ImmutableList<DockerOutput> ALL =
            Arrays.stream(DockerObject.values()).map(DockerOutput::new).collect(ImmutableList.toImmutableList());

    private final DockerObject object;

    private DockerOutput(DockerObject object) {
        this.object = object;
    }

    @Override
    public String kind() {
        return object.kind();
    }

    @Override
    public boolean recognises(Source source) {
        return source.shape() == Source.Shape.JSON
                && DockerObject.flattened(TextDocuments.of(source)).stream()
                        .findFirst()
                        .flatMap(DockerObject::of)
                        .equals(Optional.of(object));
    }

    @Override
    public void read(Source source, Parts parts) {
        ImmutableList<Node> objects = DockerObject.flattened(TextDocuments.of(source));
        for (Node node : objects) {
            if (DockerObject.of(node).equals(Optional.of(DockerObject.INFO))) {
                InfoJson info = new InfoJson(node);
                parts.add(new HardwareFacts(source, info.hardware(MachineAssembly.UNNAMED)));
                parts.add(new HostFacts(source, info.host()));
                parts.add(new DaemonFacts(source, info.daemon()));
            }
        }
        parts.add(new EnginePart(source, DockerJson.state(objects)));
    }
}
