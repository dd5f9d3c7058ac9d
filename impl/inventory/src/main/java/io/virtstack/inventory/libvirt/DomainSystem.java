package io.virtstack.inventory.libvirt;

import com.google.common.base.Splitter;
import io.virtstack.inventory.assembly.StatedFamily;
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
    /** Behind the scheme and the vendor. */
    private static final int DISTRIBUTION = 2;

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
        if (path.size() > DISTRIBUTION) {
            String distribution = path.get(DISTRIBUTION);
            guest.family(StatedFamily.of(distribution)).distribution(distribution);
            path.stream().skip(DISTRIBUTION + 1L).findFirst().ifPresent(guest::version);
        } else if (domain.child("os")
                .flatMap(os -> os.childText("type"))
                .filter("linux"::equals)
                .isPresent()) {
            guest.family(OsFamily.LINUX);
        } else {
            domain.note("the guest's operating system is unknown: no metadata name it");
        }
    }
}
