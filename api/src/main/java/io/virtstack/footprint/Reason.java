package io.virtstack.footprint;

/** Why something contributes to a figure. */
public enum Reason {
    /** What the layer itself states. */
    OWN("states it itself"),
    /** A copy on the disk of an operating system, where nothing is shared. */
    COPY("is copied for each copy, nothing is shared on an operating system"),
    /** An image layer, stored once for its chain. */
    IMAGE_LAYER("is stored once per chain of layers in its store"),
    /** An image layer, counted for each container as if nothing were shared. */
    UNSHARED_LAYER("is counted for each container, as if nothing were shared"),
    /** A compressed blob that a containerd image store keeps besides. */
    BLOB("is kept compressed once per digest besides the unpacked layer"),
    /** The writable bytes of a container. */
    WRITABLE("is written by each container"),
    /** A volume, stored once for its name. */
    VOLUME("is stored once per name in its store"),
    /** A volume that each copy of an application has to itself. */
    UNSHARED_VOLUME("is kept by each copy of the application"),
    /** The base disk of linked clones, stored once for its name. */
    CLONE_BASE("is stored once per name in its store"),
    /** What a linked clone stores beyond its base. */
    CLONE_DELTA("is what the clone holds beyond its base"),
    /** What a virtual disk takes beyond the layers in it. */
    DISK_SLACK("is set aside beyond what the layers in it take"),
    /** What a hypervisor takes for a running machine. */
    MACHINE_OVERHEAD("is taken by the hypervisor for each running machine"),
    /** What a daemon takes for a running container. */
    CONTAINER_OVERHEAD("is taken by the daemon for each running container"),
    /** What is set aside for an outermost machine. */
    MACHINE_ALLOCATION("is set aside for each running machine"),
    /** What is set aside for an outermost container. */
    CONTAINER_LIMIT("is set aside for each running container"),
    /** One of what is counted. */
    COUNTED("counts"),
    /** The operating system that controls a bare-metal hypervisor. */
    CONTROL_SYSTEM("is the hypervisor's control system"),
    /** The kernel of a container's own micro-VM. */
    MICRO_VM("runs in a micro-VM with a kernel of its own"),
    /** A step on the way of the slowest application. */
    ON_THE_WAY("is on the way of the slowest application");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** {@return the reason as the end of a sentence, for example {@code is written by each container}} */
    public String text() {
        return text;
    }
}
