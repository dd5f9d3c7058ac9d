package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/** What files say of one machine, in their order. Parts become machines through {@link MachineAssembly}. */
public final class Parts {
    private final List<Part> parts = new ArrayList<>();

    /** Adds what a file says. */
    public void add(Part part) {
        parts.add(part);
    }

    /** Adds all parts of another file. */
    public void addAll(Parts others) {
        parts.addAll(others.parts);
    }

    /** {@return the parts of one class, in the order of the files} */
    public <P extends Part> ImmutableList<P> all(Class<P> type) {
        return parts.stream().filter(type::isInstance).map(type::cast).collect(ImmutableList.toImmutableList());
    }

    /** {@return whether there is no part} */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** {@return what would stand on a daemon that these parts alone describe} */
    public ImmutableList<Layer> daemonContents() {
        return ImmutableList.copyOf(new DaemonAssembly(this).images());
    }

    /** {@return all parts as layers, each as it is without the others} */
    public ImmutableList<Layer> layers() {
        return parts.stream().flatMap(part -> part.layers().stream()).collect(ImmutableList.toImmutableList());
    }
}
