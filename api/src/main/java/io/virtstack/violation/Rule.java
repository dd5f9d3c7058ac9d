package io.virtstack.violation;

/**
 * The rules that values must obey. Orders of layers need none: an illegal order does not compile.
 *
 * <p>{@link #id()} is stable across releases and is what to store or filter by.
 */
public enum Rule {
    /** A name is present and not blank. */
    NAME("layer.name"),
    /** A figure of a layer is not negative. */
    NON_NEGATIVE("layer.non-negative"),
    /** Counts (cores, virtual CPUs) are at least one. */
    COUNT("layer.count"),
    /** At most 32 layers stand on one another. */
    DEPTH("layer.depth"),
    /** Binaries state either a size or an image, not both. */
    DISK_OR_IMAGE("binaries.disk-or-image"),
    /** A start-up time is at most 2⁶³ − 1 nanoseconds. */
    STARTUP_RANGE("layer.startup-range"),
    /** A guest has the architecture of the hardware it stands on. */
    GUEST_ARCHITECTURE("guest.architecture"),
    /** A container has the operating-system family of the kernel it shares. */
    CONTAINER_FAMILY("container.family"),
    /** A hypervisor in a guest needs nested virtualization from the hypervisor below. */
    NESTED_VIRTUALIZATION("hypervisor.nested"),
    /** What is demanded or set aside fits the memory under the admission rule. */
    MEMORY_CAPACITY("capacity.memory"),
    /** What is demanded or set aside fits the processors under the admission rule. */
    CPU_CAPACITY("capacity.cpu"),
    /** What is stored fits the storage under the admission rule. */
    DISK_CAPACITY("capacity.disk"),
    /** What runs in a machine or container demands no more memory than is set aside for it. */
    MEMORY_DEMAND("demand.memory"),
    /** What runs in a machine or container demands no more CPU than is set aside for it. */
    CPU_DEMAND("demand.cpu"),
    /** What a machine holds fits its virtual disk. */
    CONTENTS("disk.contents"),
    /** A stored item has one size: the same layer, blob, volume or base is not stated with two. */
    ONE_SIZE("store.one-size"),
    /** A shared store is of one kind. */
    ONE_STORE_KIND("store.one-kind"),
    /** A migrated guest has the operating-system family of its new host. */
    MIGRATION_FAMILY("migration.family"),
    /** A migrated guest has the architecture of its new host. */
    MIGRATION_ARCHITECTURE("migration.architecture"),
    /** What a migration removes holds nothing that the result could not place. */
    MIGRATION_PLACE("migration.place");

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    /** {@return the stable identifier, for example {@code guest.architecture}} */
    public String id() {
        return id;
    }
}
