package io.virtstack.inventory.libvirt;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import io.virtstack.inventory.source.Element;
import io.virtstack.layer.GuestOS;
import io.virtstack.platform.OsFamily;
import java.util.List;
import java.util.Optional;

/**
 * The operating system of a domain, where its metadata name one in libosinfo's way ({@code http://debian.org/debian/12}), or
 * where it is booted as a paravirtual Linux.
 */
final class DomainSystem {
    private final Element domain;

    DomainSystem(Element domain) {
        this.domain = domain;
    }

    void describe(GuestOS.Builder guest) {
        Optional<Element> named = domain.child("metadata").stream()
                .flatMap(metadata -> metadata.children("libosinfo").stream())
                .flatMap(info -> info.children("os").stream())
                .findFirst();
        List<String> path = named.flatMap(os -> os.attribute("id"))
                .map(id -> Splitter.on('/').omitEmptyStrings().splitToList(id))
                .orElse(List.of());
        if (path.size() >= 3) {
            String distribution = path.get(path.size() - 2);
            guest.family(family(distribution)).distribution(distribution).version(path.get(path.size() - 1));
        } else if (domain.child("os")
                .flatMap(os -> os.childText("type"))
                .filter("linux"::equals)
                .isPresent()) {
            guest.family(OsFamily.LINUX);
        } else {
            domain.note("the guest's operating system is unknown: no metadata name it");
        }
    }

    private static OsFamily family(String distribution) {
        return switch (Ascii.toLowerCase(distribution)) {
            case "win" -> OsFamily.WINDOWS;
            case "macosx", "macos" -> OsFamily.MACOS;
            case "freebsd" -> OsFamily.FREEBSD;
            case "openbsd",
                    "netbsd",
                    "dragonflybsd",
                    "solaris",
                    "opensolaris",
                    "openindiana",
                    "smartos",
                    "haiku",
                    "msdos",
                    "freedos",
                    "netware",
                    "android-x86",
                    "gnu-hurd",
                    "hurd" -> OsFamily.OTHER;
            default -> OsFamily.LINUX;
        };
    }
}
