package io.virtstack.machine;

/** How a Docker daemon separates its containers. */
public enum Isolation {
    /** Containers share the kernel of the operating system that the daemon stands on. */
    SHARED_KERNEL,
    /** Each container runs in a small virtual machine of its own (Kata Containers), which brings one kernel each. */
    MICRO_VM
}
