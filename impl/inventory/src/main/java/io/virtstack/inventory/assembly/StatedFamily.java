package io.virtstack.inventory.assembly;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import io.virtstack.platform.OsFamily;

/** The families of distributions, by the names that {@code os-release} and libosinfo give them. */
public final class StatedFamily {
    private static final ImmutableSet<String> WINDOWS = ImmutableSet.of("win", "windows");
    private static final ImmutableSet<String> MACOS = ImmutableSet.of("macosx", "macos", "darwin");

    /** FreeBSD, and what has its kernel. */
    private static final ImmutableSet<String> FREEBSD =
            ImmutableSet.of("freebsd", "ghostbsd", "nomadbsd", "hardenedbsd", "hellosystem", "pfsense", "opnsense");

    /** Kernels of their own. */
    private static final ImmutableSet<String> OTHER = ImmutableSet.of(
            "openbsd",
            "netbsd",
            "dragonfly",
            "dragonflybsd",
            "midnightbsd",
            "solaris",
            "sunos",
            "opensolaris",
            "illumos",
            "openindiana",
            "omnios",
            "smartos",
            "tribblix",
            "aix",
            "haiku",
            "hurd",
            "gnu-hurd",
            "guix-hurd",
            "minix",
            "plan9",
            "qnx",
            "reactos",
            "redox",
            "redox-os",
            "serenity",
            "esx",
            "esxi",
            "msdos",
            "freedos",
            "os2",
            "netware");

    private StatedFamily() {}

    /**
     * {@return the family of a distribution: Linux, unless it is known to have another kernel}
     *
     * @param distribution for example {@code debian} or {@code win}
     */
    public static OsFamily of(String distribution) {
        String name = Ascii.toLowerCase(distribution);
        if (WINDOWS.contains(name)) {
            return OsFamily.WINDOWS;
        }
        if (MACOS.contains(name)) {
            return OsFamily.MACOS;
        }
        if (FREEBSD.contains(name)) {
            return OsFamily.FREEBSD;
        }
        return OTHER.contains(name) ? OsFamily.OTHER : OsFamily.LINUX;
    }
}
