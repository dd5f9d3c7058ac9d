package io.virtstack.platform;

/** A family of operating systems that share a kernel interface. Containers need the family of their host's kernel. */
public enum OsFamily {
    /** Linux. */
    LINUX,
    /** Windows. */
    WINDOWS,
    /** macOS. */
    MACOS,
    /** FreeBSD. */
    FREEBSD,
    /** Any other family. */
    OTHER
}
