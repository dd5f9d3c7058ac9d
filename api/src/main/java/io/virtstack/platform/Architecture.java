package io.virtstack.platform;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** A processor architecture, under the names that Go and OCI use. */
public enum Architecture {
    /** 64-bit x86. */
    AMD64,
    /** 32-bit x86. */
    I386,
    /** 64-bit ARM. */
    ARM64,
    /** 32-bit ARM. */
    ARM,
    /** 64-bit RISC-V. */
    RISCV64,
    /** 64-bit POWER, little-endian. */
    PPC64LE,
    /** IBM Z. */
    S390X,
    /** 64-bit LoongArch. */
    LOONG64,
    /** 64-bit MIPS, little-endian. */
    MIPS64LE,
    /** Any other architecture. */
    OTHER;

    private static final ImmutableMap<String, Architecture> NAMES = ImmutableMap.<String, Architecture>builder()
            .put("amd64", AMD64)
            .put("x86_64", AMD64)
            .put("x86-64", AMD64)
            .put("386", I386)
            .put("i386", I386)
            .put("i486", I386)
            .put("i586", I386)
            .put("i686", I386)
            .put("arm64", ARM64)
            .put("aarch64", ARM64)
            .put("arm", ARM)
            .put("armv6l", ARM)
            .put("armv7l", ARM)
            .put("armhf", ARM)
            .put("riscv64", RISCV64)
            .put("ppc64le", PPC64LE)
            .put("s390x", S390X)
            .put("loong64", LOONG64)
            .put("loongarch64", LOONG64)
            .put("mips64le", MIPS64LE)
            .buildOrThrow();

    /**
     * {@return the architecture that tools call by this name, empty if it is none of these}
     *
     * @param name a name as Go, OCI, {@code uname -m} or Debian write it, in any case
     */
    public static Optional<Architecture> named(String name) {
        return Optional.ofNullable(NAMES.get(Ascii.toLowerCase(name)));
    }
}
