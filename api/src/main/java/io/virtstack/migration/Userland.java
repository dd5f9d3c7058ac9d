package io.virtstack.migration;

import io.virtstack.layer.OperatingSystem;
import java.util.Optional;

/** What identifies the files that a distribution brings besides its kernel. */
record Userland(String distribution, String version) {
    static Optional<Userland> of(OperatingSystem system) {
        return system.distribution()
                .map(distribution -> new Userland(distribution, system.version().orElse("")));
    }
}
