package io.virtstack.inventory;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That a domain of libvirt's built-in test driver is read as libvirt itself sees it. Run by the profile {@code real}, with
 * Debian's package {@code libvirt-clients} installed.
 */
class LibvirtTestDriverIT {
    private static final long LONGEST_SECONDS = 60;
    private static final long KIBI = 1_024;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Inventory inventory;

    @BeforeAll
    static void thereIsLibvirt() {
        assertThat(Stream.of("/usr/bin", "/usr/local/bin", "/bin")
                        .map(place -> Path.of(place, "virsh"))
                        .anyMatch(Files::isExecutable))
                .as("the profile 'real' needs virsh: apt-get install libvirt-clients")
                .isTrue();
    }

    @BeforeEach
    void read() throws IOException, InterruptedException {
        inventory = Inventory.read(virsh("dumpxml", "test"));
    }

    @Test
    void aDomainIsOneVirtualMachine() {
        assertThat(inventory.files())
                .singleElement()
                .satisfies(file -> assertThat(file.kind()).contains("libvirt-domain"));
        assertThat(guests())
                .singleElement()
                .satisfies(guest -> assertThat(guest.name()).isEqualTo("test"));
    }

    @Test
    void itHasTheMemoryAndProcessorsThatLibvirtSays() throws IOException, InterruptedException {
        String info = Files.readString(virsh("dominfo", "test"));
        VirtualHardware machine = guests().get(0).machine().orElseThrow();

        assertThat(machine.memory()).contains(DataSize.ofBytes(number(info, "Max memory: +(\\d+) KiB") * KIBI));
        assertThat(machine.vcpus().orElseThrow())
                .isEqualTo((int) number(info, "CPU\\(s\\): +(\\d+)"))
                .isEqualTo((int) number(Files.readString(virsh("vcpucount", "test")), "current +live +(\\d+)"));
    }

    @Test
    void itRunsWhileLibvirtRunsIt() throws IOException, InterruptedException {
        assertThat(guests().get(0).running())
                .isEqualTo(Files.readString(virsh("domstate", "test")).strip().equals("running"));
    }

    private ImmutableList<GuestOS> guests() {
        ImmutableList.Builder<GuestOS> guests = ImmutableList.builder();
        for (Hardware machine : inventory.machines()) {
            below(machine)
                    .flatMap(layer -> layer instanceof GuestOS guest ? Stream.of(guest) : Stream.empty())
                    .forEach(guests::add);
        }
        return guests.build();
    }

    private static Stream<Layer> below(Layer layer) {
        return Stream.concat(
                Stream.of(layer), layer.runs().elementSet().stream().flatMap(LibvirtTestDriverIT::below));
    }

    private static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    /** A file with what a command of virsh prints; it must succeed. */
    private Path virsh(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("virsh", "--connect", "test:///default"));
        command.addAll(List.of(arguments));
        Path output = folder.resolve(String.join("-", arguments));
        Path errors = folder.resolve(String.join("-", arguments) + ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " takes too long");
        }
        assertThat(process.exitValue())
                .as(command + ": " + Files.readString(errors, StandardCharsets.UTF_8))
                .isZero();
        return output;
    }
}
