package io.virtstack.inventory.ovf;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import io.virtstack.inventory.source.Element;
import io.virtstack.layer.GuestOS;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The guest's operating system, as a descriptor names it: in the words of VMware and VirtualBox, in a description, or as a
 * number of CIM's list.
 */
final class OvfSystem {
    private static final Pattern WINDOWS = Pattern.compile("\\bwin(?:dows|xp|vista|net|longhorn|nt|2000|\\d)?");
    private static final Pattern AMD64 = Pattern.compile("64guest|guest64|_64\\b|x64\\b");
    private static final Pattern LINUX =
            Pattern.compile("linux|ubuntu|debian|centos|rhel|red ?hat|suse|sles|fedora|photon"
                    + "|coreos|flatcar|alpine|rocky|gentoo|mandr|amazon|asianux|oracle_|xandros|pardus"
                    + "|fusionos|nld9|sjds|\\boes(?:64)?guest|\\bcrx");
    private static final Pattern OTHER =
            Pattern.compile("solaris|openbsd|netbsd|dragonfly|netware|openserver|unixware|vmkernel|esxi|ecomstation"
                    + "|\\bos/?2|\\bdos|\\bms-?dos|qnx|haiku|beos|\\bl4\\b");
    private static final ImmutableRangeSet<Integer> WINDOWS_IDS = ImmutableRangeSet.<Integer>builder()
            .add(Range.closed(15, 19))
            .add(Range.singleton(58))
            .add(Range.singleton(63))
            .add(Range.singleton(67))
            .add(Range.closed(69, 77))
            .add(Range.singleton(103))
            .add(Range.singleton(105))
            .add(Range.closed(111, 116))
            .build();
    private static final ImmutableRangeSet<Integer> LINUX_IDS = ImmutableRangeSet.<Integer>builder()
            .add(Range.singleton(36))
            .add(Range.closed(79, 80))
            .add(Range.closed(82, 101))
            .add(Range.closed(106, 109))
            .build();
    private static final ImmutableRangeSet<Integer> OTHER_IDS = ImmutableRangeSet.<Integer>builder()
            .add(Range.closed(3, 14))
            .add(Range.closed(20, 35))
            .add(Range.closed(37, 41))
            .add(Range.closed(43, 57))
            .add(Range.closed(60, 62))
            .add(Range.closed(64, 65))
            .add(Range.singleton(68))
            .add(Range.singleton(81))
            .add(Range.singleton(104))
            .add(Range.singleton(110))
            .build();

    private final Element system;

    OvfSystem(Element system) {
        this.system = system;
    }

    void describe(GuestOS.Builder guest) {
        Optional<Element> section =
                Sections.all(system, "OperatingSystemSection").stream().findFirst();
        String words = section.map(OvfSystem::words).orElse("");
        Optional<OsFamily> family = family(words).or(() -> section.flatMap(OvfSystem::familyOfId));
        family.ifPresent(guest::family);
        if (family.isEmpty()) {
            system.note("the guest's operating system is unknown");
        }
        section.flatMap(stated -> stated.attribute("version")).ifPresent(guest::version);
        if (words.contains("arm64")) {
            guest.architecture(Architecture.ARM64);
        } else if (AMD64.matcher(words).find() && !words.contains("arm")) {
            guest.architecture(Architecture.AMD64);
        }
    }

    private static String words(Element section) {
        return Stream.of(section.attribute("osType"), section.childText("OSType"), section.childText("Description"))
                .flatMap(Optional::stream)
                .map(Ascii::toLowerCase)
                .collect(Collectors.joining(" "));
    }

    private static Optional<OsFamily> family(String words) {
        if (LINUX.matcher(words).find()) {
            return Optional.of(OsFamily.LINUX);
        }
        if (words.contains("darwin") || words.contains("mac os") || words.contains("macos")) {
            return Optional.of(OsFamily.MACOS);
        }
        if (words.contains("freebsd")) {
            return Optional.of(OsFamily.FREEBSD);
        }
        if (WINDOWS.matcher(words).find()) {
            return Optional.of(OsFamily.WINDOWS);
        }
        return OTHER.matcher(words).find() ? Optional.of(OsFamily.OTHER) : Optional.empty();
    }

    private static Optional<OsFamily> familyOfId(Element section) {
        String id = section.attribute("id").orElse("");
        if (!id.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(id);
        if (LINUX_IDS.contains(number)) {
            return Optional.of(OsFamily.LINUX);
        }
        if (number == 42 || number == 78) {
            return Optional.of(OsFamily.FREEBSD);
        }
        if (number == 2) {
            return Optional.of(OsFamily.MACOS);
        }
        if (WINDOWS_IDS.contains(number)) {
            return Optional.of(OsFamily.WINDOWS);
        }
        return OTHER_IDS.contains(number) ? Optional.of(OsFamily.OTHER) : Optional.empty();
    }
}
