package io.virtstack.engine;

import io.virtstack.footprint.Figure;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.quantity.DataSize;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** S10: who gets the units that an equal split leaves over. */
class LeftOverUnitsTest {
    private static final ImageLayer SHARED = layer("8", 100);
    private static final ImageLayer FIRST = layer("1", 0);
    private static final ImageLayer SECOND = layer("2", 0);
    private static final ImageLayer LAST = layer("9", 0);

    private final ColumnarEngine engine = new ColumnarEngine();

    private static ImageLayer layer(String digit, long bytes) {
        return ImageLayer.builder(Digest.of("sha256:" + digit.repeat(64)))
                .contentSize(DataSize.ofBytes(bytes))
                .build();
    }

    private static Binaries image(Application application, ImageLayer... chain) {
        return Binaries.builder("image")
                .image(Image.of(chain))
                .runs(application)
                .build();
    }

    private static Application application(String name, long bytes) {
        return Application.builder(name).disk(DataSize.ofBytes(bytes)).build();
    }

    private static HostOS.Builder host(long bytes) {
        return HostOS.builder("host").disk(DataSize.ofBytes(bytes));
    }

    private static DockerDaemon.Builder docker() {
        return DockerDaemon.builder("docker").disk(DataSize.ZERO);
    }

    private void assertShares(HostOS host, Map<String, Long> expected) {
        Hardware stack = Hardware.builder("rack").runs(host).build();
        assertThat(shares(stack)).isEqualTo(expected);
        assertThat(shares(Reversed.siblings(stack))).isEqualTo(expected);
    }

    private Map<String, Long> shares(Hardware stack) {
        Map<String, Long> shares = new TreeMap<>();
        engine.aggregate(stack)
                .byApplication(Figure.DISK)
                .rows()
                .forEach((path, share) ->
                        shares.put(path.names().get(path.names().size() - 1), share.amount()));
        return shares;
    }

    @Test
    void theContainerOfTheFirstChainIsFirstWhateverItsName() {
        DockerDaemon docker = docker().runs(image(application("a", 0), SHARED, LAST))
                .runs(image(application("b", 0), SHARED, SECOND))
                .runs(image(application("c", 0), SHARED, FIRST))
                .build();

        assertShares(host(0).runs(docker).build(), Map.of("a", 33L, "b", 33L, "c", 34L));
    }

    @Test
    void aChainIsBeforeThoseItIsTheBeginningOf() {
        DockerDaemon docker = docker().runs(image(application("a", 0), SHARED, FIRST, FIRST))
                .runs(image(application("b", 0), SHARED, FIRST))
                .runs(image(application("c", 0), SHARED))
                .build();

        assertShares(host(1).runs(docker).build(), Map.of("a", 33L, "b", 33L, "c", 35L));
    }

    @Test
    void theLayerThatAnApplicationAddsIsTheTopOfItsChain() {
        DockerDaemon docker = docker().runs(image(application("a", 3), SHARED))
                .runs(image(application("b", 0), SHARED, FIRST))
                .runs(image(application("c", 0), SHARED))
                .build();

        assertShares(host(1).runs(docker).build(), Map.of("a", 36L, "b", 33L, "c", 35L));
    }

    @Test
    void containersOfOneChainAreInTheOrderOfTheirPaths() {
        DockerDaemon docker = docker().runs(image(application("b", 0), SHARED))
                .runs(image(application("a", 0), SHARED))
                .runs(image(application("c", 0), SHARED))
                .build();

        assertShares(host(1).runs(docker).build(), Map.of("a", 35L, "b", 33L, "c", 33L));
    }

    @Test
    void whatStandsOnTheOperatingSystemIsBeforeWhatStandsOnADaemonOnIt() {
        Binaries zlib = Binaries.builder("zlib")
                .disk(DataSize.ZERO)
                .runs(application("z", 0))
                .build();
        DockerDaemon docker = docker().runs(image(application("a", 0), FIRST)).build();

        assertShares(host(101).runs(zlib).runs(docker).build(), Map.of("a", 50L, "z", 51L));
    }

    @Test
    void theDaemonIsBeforeAGuestWhosePathIsLater() {
        GuestOS guest = GuestOS.builder("guest")
                .disk(DataSize.ZERO)
                .runs(image(application("a", 0), FIRST))
                .build();
        HostedHypervisor hypervisor =
                Hypervisor.hosted("hypervisor").disk(DataSize.ZERO).runs(guest).build();
        DockerDaemon docker = docker().runs(image(application("z", 0), LAST)).build();

        assertShares(host(101).runs(hypervisor).runs(docker).build(), Map.of("a", 50L, "z", 51L));
    }

    @Test
    void onAnOperatingSystemImagesDoNotMatter() {
        HostOS host = host(101)
                .runs(image(application("a", 0), LAST))
                .runs(image(application("b", 0), FIRST))
                .build();

        assertShares(host, Map.of("a", 51L, "b", 50L));
    }
}
