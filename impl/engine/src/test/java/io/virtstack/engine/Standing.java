package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Application;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.stream.Stream;

/** A layer where it stands: the layers from the machine up to it. */
public record Standing(ImmutableList<Layer> layers) {
    public static Stream<Standing> all(Hardware machine) {
        return new Standing(ImmutableList.of(machine)).andAbove();
    }

    private Stream<Standing> andAbove() {
        return Stream.concat(Stream.of(this), above().flatMap(Standing::andAbove));
    }

    public Stream<Standing> above() {
        return layer().runs().elementSet().stream()
                .map(child -> new Standing(
                        ImmutableList.<Layer>builder().addAll(layers).add(child).build()));
    }

    public Layer layer() {
        return below(0);
    }

    public Layer below(int steps) {
        return layers.get(layers.size() - 1 - steps);
    }

    public LayerPath path() {
        return new LayerPath(layers.stream().map(Layer::name).collect(ImmutableList.toImmutableList()));
    }

    public boolean running() {
        return layers.stream()
                .noneMatch(layer -> (layer instanceof GuestOS guest && !guest.running())
                        || (layer instanceof Application application && !application.running()));
    }

    /** The layers of the machine it lies in, virtual or not; a guest lies on the disk of the machine around it. */
    public ImmutableList<Layer> machineAround() {
        int length = layers.size() - 1;
        while (length > 1 && !(layers.get(length - 1) instanceof GuestOS)) {
            length--;
        }
        return layers.subList(0, Math.max(1, length));
    }

    /** How many copies there are in all. */
    public long copies() {
        long copies = 1;
        for (int below = layers.size() - 1; below > 0; below--) {
            copies = Math.multiplyExact(copies, (long) below(below).runs().count(below(below - 1)));
        }
        return copies;
    }
}
