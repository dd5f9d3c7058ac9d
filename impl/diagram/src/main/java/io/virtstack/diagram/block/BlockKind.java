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
    MORE("more", "more"),
    /** What is not known; it has no size. */
    UNKNOWN("unknown", "unknown"),
    /** A figure before a change; the length of its block is the figure. */
    BEFORE("before", "before"),
    /** A figure after a change; the length of its block is the figure. */
    AFTER("after", "after"),
    /** Machines that are used by less than a quarter. */
    UNDER_QUARTER("< 25 %", "< 25 %"),
    /** Machines that are used by less than a half, and not by less than a quarter. */
    UNDER_HALF("< 50 %", "< 50 %"),
    /** Machines that are used by less than three quarters, and not by less than a half. */
    UNDER_THREE_QUARTERS("< 75 %", "< 75 %"),
    /** Machines of which at least three quarters are used, and no more than there is. */
    UP_TO_FULL("≤ 100 %", "≤ 100 %"),
    /** Machines of which more is used than there is. */
    OVER_FULL("over 100 %", "over 100 %");

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

    /** {@return whether the length of such a block is a figure, of which nothing may be left out for the looks} */
    public boolean isBar() {
        return this == BEFORE || this == AFTER;
    }

    /** {@return the name of its class in style sheets} */
    public String styleName() {
        return Ascii.toLowerCase(name()).replace('_', '-');
    }
}
