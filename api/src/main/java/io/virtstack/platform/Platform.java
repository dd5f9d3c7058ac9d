package io.virtstack.platform;

import com.google.common.base.Ascii;

/**
 * An operating-system family and an architecture, as an image or a guest is made for.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param family the operating-system family
 * @param architecture the processor architecture
 */
public record Platform(OsFamily family, Architecture architecture) {
    /** Linux on 64-bit x86. */
    public static final Platform LINUX_AMD64 = new Platform(OsFamily.LINUX, Architecture.AMD64);

    /** Linux on 64-bit ARM. */
    public static final Platform LINUX_ARM64 = new Platform(OsFamily.LINUX, Architecture.ARM64);

    /** {@return the two names with a slash, for example {@code linux/amd64}} */
    @Override
    public String toString() {
        return Ascii.toLowerCase(family.name() + "/" + architecture.name());
    }
}
