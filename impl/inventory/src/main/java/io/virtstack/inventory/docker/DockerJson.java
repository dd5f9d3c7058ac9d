package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.source.Source;
import java.util.Optional;

/**
 * Reads what Docker's command line and the Engine API print in JSON: one object, a list of them, or one to a line.
 *
 * <p>Figures that the engine did not compute, and those that the command line rounds, are unknown. All methods are pure but for
 * the notes that they leave in the source.
 */
public final class DockerJson {
    private DockerJson() {}

    /**
     * {@return what a document says of images, containers, volumes and their sizes}
     *
     * @param source the document
     * @throws InventoryException if it is malformed
     */
    public static EngineState state(Source source) {
        return state(DockerObject.flattened(TextDocuments.of(source)));
    }

    static EngineState state(ImmutableList<Node> objects) {
        ImmutableList.Builder<EngineState> states = ImmutableList.builder();
        ImmutableList.Builder<EngineImage> images = ImmutableList.builder();
        ImmutableList.Builder<EngineContainer> containers = ImmutableList.builder();
        for (Node object : objects) {
            Optional<DockerObject> kind = DockerObject.of(object);
            switch (kind.orElseThrow(() -> unknown(object))) {
                case IMAGE -> images.add(ImageJson.inspected(object));
                case LISTED_IMAGE -> images.add(ImageJson.listed(object));
                case CONTAINER -> containers.add(ContainerJson.inspected(object));
                case LISTED_CONTAINER -> containers.add(ContainerJson.listed(object, false));
                case DISK_USAGE -> states.add(new DiskUsageJson(object).state());
                case INFO -> states.add(storeOnly(object));
            }
        }
        return EngineState.together(
                states.add(EngineState.ofImages(images.build()), EngineState.ofContainers(containers.build()))
                        .build());
    }

    private static EngineState storeOnly(Node info) {
        return new EngineState(
                ImmutableList.of(),
                ImmutableList.of(),
                EngineState.EMPTY.volumes(),
                Optional.of(new InfoJson(info).store()),
                Optional.empty(),
                false);
    }

    private static InventoryException unknown(Node object) {
        return object.refuse(
                "something else than an image, a container, 'docker info' or 'docker system df'",
                "write what one command prints into one file");
    }
}
