package io.virtstack.layer;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a single layer can know to be wrong is refused when it is built, all of it at once. */
class BuildCheckTest {
    private static final DataSize NEGATIVE = DataSize.ofBytes(-1);
    private static final Duration TOO_LONG = Duration.ofNanos(Long.MAX_VALUE).plusNanos(1);
    private static final String FROM_ZERO = "state a figure from 0, or leave it unknown";

    @Test
    void reportsAllViolationsOfALayerAtOnce() {
        ImmutableList<Violation> violations = violations(() -> GuestOS.builder(" ")
                .disk(NEGATIVE)
                .memory(NEGATIVE)
                .startup(TOO_LONG)
                .build());
        assertThat(violations)
                .containsExactly(
                        new Violation("unnamed GUEST_OS, name", Rule.NAME, "' '", "give the layer a name"),
                        new Violation("unnamed GUEST_OS, disk", Rule.NON_NEGATIVE, "-1 B", FROM_ZERO),
                        new Violation("unnamed GUEST_OS, memory", Rule.NON_NEGATIVE, "-1 B", FROM_ZERO),
                        new Violation(
                                "unnamed GUEST_OS, startup",
                                Rule.STARTUP_RANGE,
                                "PT2562047H47M16.854775808S",
                                "state at most PT2562047H47M16.854775807S, or leave it unknown"));
    }

    @Test
    void messageHoldsEachViolationOnALineOfItsOwn() {
        assertThatThrownBy(
                        () -> HostOS.builder("debian").disk(NEGATIVE).cpu("-1m").build())
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("debian, disk: layer.non-negative: -1 B; " + FROM_ZERO + "\n"
                        + "debian, cpu: layer.non-negative: -1m; " + FROM_ZERO);
    }

    @ParameterizedTest
    @MethodSource("demandingBuilders")
    <B extends Demanding.Builder<B>> void eachDemandIsChecked(B builder) {
        builder.disk(NEGATIVE).memory(NEGATIVE).cpu(Cpu.ofMillis(-1)).startup(Duration.ofNanos(-1));
        assertThat(violations(() -> build(builder)))
                .extracting(Violation::place, Violation::rule)
                .containsExactly(tuple("x, disk"), tuple("x, memory"), tuple("x, cpu"), tuple("x, startup"));
    }

    @Test
    void limitsAndWritableBytesAreChecked() {
        assertThat(violations(() -> Application.builder("x")
                        .memoryLimit(NEGATIVE)
                        .cpuLimit("-1m")
                        .writable(Optional.of(NEGATIVE))
                        .build()))
                .extracting(Violation::place, Violation::rule)
                .containsExactly(tuple("x, memoryLimit"), tuple("x, cpuLimit"), tuple("x, writable"));
    }

    @Test
    void countsStartAtOne() {
        assertThat(violations(() ->
                        Hardware.builder("x").cores(0).memoryCapacity(NEGATIVE).build()))
                .containsExactly(
                        new Violation("x, cores", Rule.COUNT, "0", "state a number from 1"),
                        new Violation("x, memoryCapacity", Rule.NON_NEGATIVE, "-1 B", FROM_ZERO));
        assertThat(violations(() ->
                        VirtualHardware.builder().vcpus(0).memory(NEGATIVE).build()))
                .extracting(Violation::rule)
                .containsExactly(Rule.COUNT, Rule.NON_NEGATIVE);
    }

    @Test
    void binariesAreASizeOrAnImage() {
        assertThat(violations(() -> Binaries.builder("python")
                        .disk("48 MB")
                        .image(Image.of())
                        .build()))
                .containsExactly(new Violation(
                        "python, disk and image",
                        Rule.DISK_OR_IMAGE,
                        "48 MB and an image",
                        "state one of them: the layers of an image have sizes of their own"));
    }

    @Test
    void sizesOfImageLayersAreChecked() {
        assertThat(violations(() -> ImageLayer.builder(Digest.sha256("x"))
                        .contentSize(NEGATIVE)
                        .tarSize(NEGATIVE)
                        .compressedSize(NEGATIVE)
                        .storedSize(NEGATIVE)
                        .build()))
                .hasSize(4);
    }

    @Test
    void withersCheckToo() {
        Application application = Application.builder("x").build();
        Binaries binaries = Binaries.builder("x").image(Image.of()).build();
        Stream.<ThrowingCallable>of(
                        () -> application.withDisk("-1 B"),
                        () -> application.withMemoryLimit("-1 B"),
                        () -> application.withName(""),
                        () -> application.withStartup(TOO_LONG),
                        () -> binaries.withDisk("1 B"),
                        () -> Hardware.builder("x").build().withCores(0),
                        () -> HostOS.builder("x").build().withName("\t"),
                        () -> GuestOS.builder("x").build().withCpu("-1m"),
                        () -> Hypervisor.hosted("x").build().withMemory("-1 B"),
                        () -> Hypervisor.bareMetal("x").build().withStartup("-1 s"),
                        () -> DockerDaemon.builder("x").build().withDisk(Optional.of(NEGATIVE)),
                        () -> VirtualHardware.of(1, "1 GB", "1 GB").withVcpus(0),
                        () -> ImageLayer.builder(Digest.sha256("x")).build().withStoredSize(Optional.of(NEGATIVE)))
                .forEach(change -> assertThat(violations(change)).hasSize(1));
    }

    static Stream<Demanding.Builder<?>> demandingBuilders() {
        return Stream.of(
                HostOS.builder("x"),
                Hypervisor.bareMetal("x"),
                Hypervisor.hosted("x"),
                DockerDaemon.builder("x"),
                GuestOS.builder("x"),
                Application.builder("x"));
    }

    private static Layer build(Demanding.Builder<?> builder) {
        if (builder instanceof HostOS.Builder hostOS) {
            return hostOS.build();
        } else if (builder instanceof BareMetalHypervisor.Builder hypervisor) {
            return hypervisor.build();
        } else if (builder instanceof HostedHypervisor.Builder hypervisor) {
            return hypervisor.build();
        } else if (builder instanceof DockerDaemon.Builder daemon) {
            return daemon.build();
        } else if (builder instanceof GuestOS.Builder guestOS) {
            return guestOS.build();
        } else {
            return ((Application.Builder) builder).build();
        }
    }

    private static Tuple tuple(String place) {
        return Tuple.tuple(place, Rule.NON_NEGATIVE);
    }

    private static ImmutableList<Violation> violations(ThrowingCallable refused) {
        return catchThrowableOfType(InvalidModelException.class, refused).violations();
    }
}
