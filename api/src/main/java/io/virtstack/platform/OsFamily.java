package io.virtstack.platform;

import com.google.common.base.Ascii;

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
    OTHER;

    /**
     * {@return the family that tools call by this name, {@link #OTHER} if it is none of these}
     *
     * @param name a name as Go, OCI or {@code uname -s} write it, in any case
     */
    public static OsFamily named(String name) {
        return switch (Ascii.toLowerCase(name)) {
            case "linux" -> LINUX;
            case "windows" -> WINDOWS;
            case "darwin", "macos" -> MACOS;
            case "freebsd" -> FREEBSD;
            default -> OTHER;
        };
    }
}
