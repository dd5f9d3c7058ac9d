package io.virtstack.inventory.image;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;

/** What a file is called, without what only says how it is packed. */
final class FileName {
    private static final ImmutableList<String> SUFFIXES = ImmutableList.of(".gz", ".zst", ".tgz", ".tar", ".oci");

    private FileName() {}

    static String withoutSuffix(Path file) {
        Path last = file.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "image" : last.toString();
        for (String suffix : SUFFIXES) {
            if (Ascii.toLowerCase(name).endsWith(suffix) && name.length() > suffix.length()) {
                name = name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }
}
