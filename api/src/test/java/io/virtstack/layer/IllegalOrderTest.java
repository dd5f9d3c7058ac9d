package io.virtstack.layer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.compiling.Compilation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Of the 64 ways to put one layer on another, 12 compile; each of the others is one error that says what may stand there. */
class IllegalOrderTest {
    private static final Kind HOSTED =
            new Kind("HostedHypervisor", "Hypervisor.hosted", Optional.of("GuestOS"), ImmutableList.of("GuestOS"));
    private static final ImmutableList<String> ON_OPERATING_SYSTEM =
            ImmutableList.of("HostedHypervisor", "DockerDaemon", "Binaries");
    private static final ImmutableList<Kind> KINDS = ImmutableList.of(
            kind("Hardware", "RunsOnHardware", "HostOS", "BareMetalHypervisor"),
            new Kind("HostOS", "HostOS.builder", Optional.of("RunsOnOperatingSystem"), ON_OPERATING_SYSTEM),
            new Kind(
                    "BareMetalHypervisor", "Hypervisor.bareMetal", Optional.of("GuestOS"), ImmutableList.of("GuestOS")),
            HOSTED,
            new Kind("GuestOS", "GuestOS.builder", Optional.of("RunsOnOperatingSystem"), ON_OPERATING_SYSTEM),
            kind("DockerDaemon", "Binaries", "Binaries"),
            kind("Binaries", "Application", "Application"),
            new Kind("Application", "Application.builder", Optional.empty(), ImmutableList.of()));
    private static final Compilation ALL = compile(pairs().toList());

    @ParameterizedTest
    @MethodSource("pairs")
    void compilesExactlyWhenTheOrderIsLegal(Pair pair) {
        List<Diagnostic<? extends JavaFileObject>> errors = ALL.errors(pair.className());
        if (pair.isLegal()) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors).hasSize(1);
            Diagnostic<?> error = errors.get(0);
            assertThat(error.getCode()).isEqualTo(pair.expectedCode());
            assertThat(error.getMessage(Locale.ENGLISH).replace("io.virtstack.layer.", ""))
                    .contains(pair.expectedText());
        }
    }

    @Test
    void twelveOrdersAreLegalAndEachOtherIsOneError() {
        assertThat(pairs()).hasSize(64);
        assertThat(pairs().filter(Pair::isLegal)).hasSize(12);
        assertThat(ALL.errorCount()).isEqualTo(52);
    }

    @Test
    void legalOrdersCompileToClasses() throws ClassNotFoundException {
        List<Pair> legal = pairs().filter(Pair::isLegal).toList();
        Compilation compilation = compile(legal);
        for (Pair pair : legal) {
            assertThat(compilation.load(pair.className())).hasDeclaredMethods("stack");
        }
    }

    static Stream<Pair> pairs() {
        return KINDS.stream().flatMap(lower -> KINDS.stream().map(upper -> new Pair(lower, upper)));
    }

    private static Compilation compile(List<Pair> pairs) {
        return Compilation.of(pairs.stream().collect(ImmutableMap.toImmutableMap(Pair::className, Pair::source)));
    }

    private static Kind kind(String name, String position, String... legal) {
        return new Kind(name, name + ".builder", Optional.of(position), ImmutableList.copyOf(legal));
    }

    private record Kind(String name, String factory, Optional<String> position, ImmutableList<String> above) {}

    private record Pair(Kind lower, Kind upper) {
        String className() {
            return upper.name() + "On" + lower.name();
        }

        String source() {
            return """
                    import io.virtstack.layer.*;

                    class %s {
                        Object stack(%s upper) {
                            return %s("lower").runs(upper);
                        }
                    }
                    """.formatted(className(), upper.name(), lower.factory());
        }

        boolean isLegal() {
            return lower.above().contains(upper.name());
        }

        String expectedCode() {
            return lower.position().isPresent()
                    ? "compiler.err.prob.found.req"
                    : "compiler.err.cant.resolve.location.args";
        }

        String expectedText() {
            return lower.position()
                    .map(position -> upper.name() + " cannot be converted to " + position)
                    .orElse("method runs(" + upper.name() + ")");
        }

        @Override
        public String toString() {
            return upper.name() + " on " + lower.name();
        }
    }
}
