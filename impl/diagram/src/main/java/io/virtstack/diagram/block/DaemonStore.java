package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.machine.ImageStore;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where daemons keep their images: each layer once on its parents. What an application adds is a layer on those of its image. */
final class DaemonStore {
    private final long copies;
    private final StoredLayer ground = StoredLayer.ground();
    private final Set<String> daemons = new LinkedHashSet<>();
    private boolean keepsBlobs;

    /** @param copies how many such stores there are */
    DaemonStore(long copies) {
        this.copies = copies;
    }

    void add(DockerDaemon daemon) {
        daemons.add(daemon.name());
        keepsBlobs |= daemon.imageStore() == ImageStore.CONTAINERD;
        for (Binaries image : daemon.runs().elementSet()) {
            StoredLayer top = ground.add(image.withRuns(ImmutableList.of()));
            if (image.runs().isEmpty()) {
                top.addUnused();
            }
            image.runs().elementSet().forEach(top::add);
        }
    }

    long copies() {
        return copies;
    }

    StoredLayer ground() {
        return ground;
    }

    /** {@return whose images it holds} */
    String name() {
        return String.join(", ", daemons);
    }

    /** {@return whether it has each layer a second time, compressed} */
    boolean keepsBlobs() {
        return keepsBlobs;
    }
}
