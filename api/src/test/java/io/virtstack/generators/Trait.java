package io.virtstack.generators;

/** What sets a row apart from the plainest layer of its shape. A trait that means nothing to a shape is ignored there. */
enum Trait {
    UNKNOWN_DISK,
    UNKNOWN_MEMORY,
    UNKNOWN_CPU,
    UNKNOWN_STARTUP,
    UNKNOWN_SYSTEM,
    UNKNOWN_MACHINE,
    UNKNOWN_VCPUS,
    UNKNOWN_ALLOCATION,
    UNKNOWN_DISK_SIZE,
    UNKNOWN_ACTUAL,
    UNKNOWN_LIMITS,
    UNKNOWN_WRITABLE,
    WRITABLE,
    STOPPED,
    VERSIONED,
    VOLUME,
    SECOND_VOLUME,
    NAMED_STORE,
    CONTAINERD,
    MICRO_VM,
    OVERHEAD,
    CONTROL_SYSTEM;

    boolean saysUnknown() {
        return name().startsWith("UNKNOWN");
    }
}
