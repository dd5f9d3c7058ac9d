package io.virtstack.layer;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.virtstack.compiling.Compilation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The seven kinds are all there is: for a visitor, for {@code kind()}, and for a {@code switch} where Java has one. */
class LayerDispatchTest {
    private static final int FIRST_WITH_PATTERN_SWITCH = 21;
    private static final String SWITCH = "Switch";
    private static final ImmutableList<String> KINDS =
            ImmutableList.of("Hardware", "HostOS", "Hypervisor", "DockerDaemon", "GuestOS", "Binaries", "Application");
    private static final ImmutableList<Layer> LAYERS = ImmutableList.of(
            Hardware.builder("x").build(),
            HostOS.builder("x").build(),
            Hypervisor.bareMetal("x").build(),
            Hypervisor.hosted("x").build(),
            DockerDaemon.builder("x").build(),
            GuestOS.builder("x").build(),
            Binaries.builder("x").build(),
            Application.builder("x").build());

    @Test
    void switchOverSevenKindsIsExhaustive() throws ReflectiveOperationException {
        if (hasPatternSwitch()) {
            Method name = compiledSwitch(KINDS).load(SWITCH).getDeclaredMethod("name", Layer.class);
            for (Layer layer : LAYERS) {
                assertThat(name.invoke(null, layer)).isEqualTo(visited(layer));
            }
        } else {
            assertThat(compiledSwitch(KINDS).errorCount()).isPositive();
        }
    }

    @Test
    void switchWithoutOneOfThemDoesNotCompile() {
        if (hasPatternSwitch()) {
            for (String left : KINDS) {
                ImmutableList<String> others =
                        ImmutableList.copyOf(Iterables.filter(KINDS, kind -> !kind.equals(left)));
                assertThat(compiledSwitch(others).errors(SWITCH))
                        .as("without " + left)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getCode()).isEqualTo("compiler.err.not.exhaustive"));
            }
        }
        assertThat(KINDS).hasSameSizeAs(LayerKind.values());
    }

    @Test
    void kindAndVisitorAgree() {
        for (Layer layer : LAYERS) {
            assertThat(CaseFormat.UPPER_UNDERSCORE.to(
                            CaseFormat.UPPER_CAMEL, layer.kind().name()))
                    .isEqualToIgnoringCase(visited(layer));
        }
        assertThat(LAYERS).extracting(Layer::kind).containsOnly(LayerKind.values());
    }

    @Test
    void visitorHasOneMethodForEachKind() {
        assertThat(Arrays.stream(LayerVisitor.class.getDeclaredMethods()).map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(Iterables.transform(KINDS, kind -> "visit" + kind));
    }

    private static boolean hasPatternSwitch() {
        return Runtime.version().feature() >= FIRST_WITH_PATTERN_SWITCH;
    }

    private static Compilation compiledSwitch(ImmutableList<String> kinds) {
        String cases = kinds.stream()
                .map(kind -> "case %s it -> \"%s\";".formatted(kind, kind))
                .collect(Collectors.joining(" "));
        return Compilation.of(ImmutableMap.of(SWITCH, """
                import io.virtstack.layer.*;

                public class %s {
                    public static String name(Layer layer) {
                        return switch (layer) { %s };
                    }
                }
                """.formatted(SWITCH, cases)));
    }

    private static String visited(Layer layer) {
        return layer.accept(new LayerVisitor<>() {
            @Override
            public String visitHardware(Hardware hardware) {
                return "Hardware";
            }

            @Override
            public String visitHostOS(HostOS hostOS) {
                return "HostOS";
            }

            @Override
            public String visitHypervisor(Hypervisor hypervisor) {
                return "Hypervisor";
            }

            @Override
            public String visitDockerDaemon(DockerDaemon daemon) {
                return "DockerDaemon";
            }

            @Override
            public String visitGuestOS(GuestOS guestOS) {
                return "GuestOS";
            }

            @Override
            public String visitBinaries(Binaries binaries) {
                return "Binaries";
            }

            @Override
            public String visitApplication(Application application) {
                return "Application";
            }
        });
    }
}
