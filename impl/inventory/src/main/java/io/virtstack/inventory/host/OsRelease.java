package io.virtstack.inventory.host;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.assembly.HostFacts;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.assembly.StatedFamily;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;
import io.virtstack.inventory.source.Source.Shape;
import io.virtstack.layer.HostOS;
import io.virtstack.platform.OsFamily;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code /etc/os-release}: shell assignments that name the distribution and its version.
 *
 * <p>The name becomes the distribution's {@code ID} and the version, so that the same distribution always has the same name.
 * Of a variable that is assigned twice the last assignment counts, as in a shell.
 */
public final class OsRelease implements Format {
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)", Pattern.DOTALL);
    private static final Pattern TELLING = Pattern.compile("ID|ID_LIKE|PRETTY_NAME|VERSION_ID|CPE_NAME");

    /** What settings of applications are called, too, so that one alone tells nothing. */
    private static final Pattern USUAL = Pattern.compile(
            "NAME|VERSION(?:_CODENAME)?|VARIANT(?:_ID)?|BUILD_ID|LOGO|ANSI_COLOR|VENDOR_NAME|RELEASE_TYPE|\\w+_URL");

    @Override
    public String kind() {
        return "os-release";
    }

    @Override
    public boolean oncePerMachine() {
        return true;
    }

    /** It is told by an assignment that nearly every such file has, or by none that no such file has. */
    @Override
    public boolean recognises(Source source) {
        if (source.shape() != Shape.PLAIN) {
            return false;
        }
        boolean telling = false;
        boolean usual = true;
        boolean named = false;
        for (String line : source.lines()) {
            String content = line.strip();
            if (isBlank(content)) {
                continue;
            }
            Matcher assignment = ASSIGNMENT.matcher(content);
            if (!assignment.matches()) {
                return telling && content.indexOf(':') < 0;
            }
            telling |= TELLING.matcher(assignment.group(1)).matches();
            usual &= USUAL.matcher(assignment.group(1)).matches();
            named |= assignment.group(1).equals("NAME");
        }
        return telling || (usual && named);
    }

    @Override
    public void read(Source source, Parts parts) {
        Map<String, String> values = assignments(source);
        Optional<String> id = value(values, "ID");
        Optional<String> name = id.or(() -> value(values, "NAME")).or(() -> value(values, "PRETTY_NAME"));
        if (id.isEmpty()) {
            source.note(
                    0,
                    "no ID: the specification's default 'linux' says nothing, so the name is taken where there is one");
        }
        Optional<String> version = value(values, "VERSION_ID").or(() -> value(values, "BUILD_ID"));
        if (version.isEmpty()) {
            source.note(0, "no VERSION_ID: the version is unknown, as it is of distributions without releases");
        }
        String distribution = name.orElse("linux");
        HostOS.Builder host = HostOS.builder(
                        version.map(known -> distribution + "-" + known).orElse(distribution))
                .distribution(distribution)
                .family(family(distribution, value(values, "ID_LIKE").orElse("")));
        version.ifPresent(host::version);
        parts.add(new HostFacts(source, host.build()));
    }

    /** A derived distribution has the kernel of what it is like. */
    private static OsFamily family(String id, String idLike) {
        return Stream.concat(Stream.of(id), Splitter.on(' ').splitToStream(idLike))
                .map(StatedFamily::of)
                .filter(family -> family != OsFamily.LINUX)
                .findFirst()
                .orElse(OsFamily.LINUX);
    }

    private static Optional<String> value(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    private static Map<String, String> assignments(Source source) {
        ImmutableList<String> lines = source.lines();
        source.check(Limit.TEXT_VALUES, lines.size(), 0);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (isBlank(line)) {
                continue;
            }
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (!assignment.matches()) {
                throw source.refuse(
                        i + 1,
                        InventoryRule.TEXT_FORM,
                        "'" + line + "'",
                        "each line is an assignment such as ID=debian, or a comment that starts with #");
            }
            String value = new ShellWord(assignment.group(2), i + 1, source).value();
            if (values.put(assignment.group(1), value) != null) {
                source.note(i + 1, assignment.group(1) + " is assigned again; the last assignment counts");
            }
        }
        return values;
    }

    private static boolean isBlank(String line) {
        return line.isEmpty() || line.startsWith("#");
    }
}
