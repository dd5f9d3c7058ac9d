package io.virtstack.diagram.block;

import com.google.common.base.Ascii;
import io.virtstack.footprint.Category;
import io.virtstack.layer.LayerKind;

/** What a block stands for; each kind has a colour of its own. */
public enum BlockKind {
    /** A machine. */
    HARDWARE("hardware", "machines"),
    /** An operating system on a machine. */
    HOST_OS("host OS", "host OSes"),
    /** A hypervisor. */
    HYPERVISOR("hypervisor", "hypervisors"),
    /** A container daemon. */
    DOCKER_DAEMON("Docker daemon", "Docker daemons"),
    /** An operating system in a virtual machine. */
    GUEST_OS("guest OS", "guest OSes"),
    /** Libraries, or an image. */
    BINARIES("binaries", "binaries"),
    /** Layers that several images share. */
    IMAGE_LAYERS("image layers", "image layers"),
    /** What the user wants to run. */
    APPLICATION("application", "applications"),
    /** What a machine takes beyond its layers: allocation slack and overhead. */
    BEYOND_LAYERS("beyond layers", "beyond layers"),
    /** Layers that are summarised. */
    MORE("more", "more");

    private final String label;
    private final String plural;

    BlockKind(String label, String plural) {
        this.label = label;
        this.plural = plural;
    }

    /** {@return the kind of block that a kind of layer is drawn as} */
    public static BlockKind of(LayerKind kind) {
        return valueOf(kind.name());
    }

    /** {@return the kind of block that a row of a breakdown is drawn as} */
    public static BlockKind of(Category category) {
        return switch (category) {
            case ALLOCATION_SLACK, OVERHEAD -> BEYOND_LAYERS;
            default -> valueOf(category.name());
        };
    }

    /** {@return what people call it} */
    public String label() {
        return label;
    }

    /** {@return what people call several of them} */
    public String plural() {
        return plural;
    }

    /** {@return the name of its class in style sheets} */
    public String styleName() {
        return Ascii.toLowerCase(name()).replace('_', '-');
    }
}
