package io.virtstack.layer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.Volume;
import io.virtstack.platform.OsFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BuilderTest {
    private static final Application ORDERS = Application.builder("orders").build();
    private static final Application PAYMENTS = Application.builder("payments").build();

    @Test
    void singleAttributesAreSetOnce() {
        Stream.<ThrowingCallable>of(
                        () -> HostOS.builder("x").disk("1 B").disk("1 B"),
                        () -> HostOS.builder("x").family(OsFamily.LINUX).family(OsFamily.LINUX),
                        () -> GuestOS.builder("x").running(true).running(true),
                        () -> Hypervisor.hosted("x").store("a").store("a"),
                        () -> Hypervisor.bareMetal("x").controlSystem("a").controlSystem("a"),
                        () -> DockerDaemon.builder("x").startup("1 s").startup("1 s"),
                        () -> Binaries.builder("x").version("1").version("1"),
                        () -> Application.builder("x").writable("1 B").writable(Optional.empty()),
                        () -> Hardware.builder("x").cores(1).cores(1),
                        () -> VirtualHardware.builder().vcpus(1).vcpus(1),
                        () -> Image.builder().id(Digest.sha256("x")).id(Digest.sha256("x")),
                        () -> ImageLayer.builder(Digest.sha256("x"))
                                .blob(Digest.sha256("x"))
                                .blob(Digest.sha256("x")))
                .forEach(twice -> assertThatThrownBy(twice).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void buildersDoNotAliasWhatTheyBuilt() {
        Binaries.Builder builder = Binaries.builder("python").runs(ORDERS);
        Binaries first = builder.build();
        Binaries second = builder.runs(PAYMENTS).build();
        assertThat(first.runs()).containsExactly(ORDERS);
        assertThat(second.runs()).containsExactlyInAnyOrder(ORDERS, PAYMENTS);
        assertThat(builder.build()).isEqualTo(second);
    }

    @Test
    void listsThatWerePassedMayChangeLater() {
        List<Application> applications = new ArrayList<>(List.of(ORDERS));
        List<Volume> volumes = new ArrayList<>(List.of(Volume.of("data", "1 GB")));
        List<Storage> storage = new ArrayList<>(List.of(Storage.ssd("1 TB")));
        List<VirtualDisk> disks = new ArrayList<>(List.of(VirtualDisk.thick("1 GB")));
        List<ImageLayer> layers =
                new ArrayList<>(List.of(ImageLayer.builder(Digest.sha256("x")).build()));
        List<String> tags = new ArrayList<>(List.of("x:1"));

        Binaries binaries = Binaries.builder("x").runsAll(applications).build();
        Binaries changed = Binaries.builder("x").build().withRuns(applications);
        Application application = Application.builder("x").volumesAll(volumes).build();
        Hardware hardware = Hardware.builder("x").storageAll(storage).build();
        VirtualHardware machine = VirtualHardware.builder().disksAll(disks).build();
        Image image = Image.builder().layersAll(layers).tagsAll(tags).build();
        ImmutableList.of(applications, volumes, storage, disks, layers, tags).forEach(List::clear);

        assertThat(binaries.runs()).hasSize(1);
        assertThat(changed).isEqualTo(binaries);
        assertThat(application.volumes()).hasSize(1);
        assertThat(hardware.storage()).hasSize(1);
        assertThat(machine.disks()).hasSize(1);
        assertThat(image.layers()).hasSize(1);
        assertThat(image.tags()).hasSize(1);
    }

    @Test
    void noCopiesAreNothing() {
        assertThat(Binaries.builder("x").runs(ORDERS, 0).build())
                .isEqualTo(Binaries.builder("x").build());
    }

    @Test
    void negativeCopiesAreRefused() {
        assertThatThrownBy(() -> Binaries.builder("x").runs(ORDERS, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void copiesAddUp() {
        Binaries binaries = Binaries.builder("x")
                .runs(ORDERS, 2)
                .runs(ORDERS)
                .runsAll(List.of(ORDERS, PAYMENTS))
                .build();
        assertThat(binaries.runs().count(ORDERS)).isEqualTo(4);
        assertThat(binaries.runs().count(PAYMENTS)).isEqualTo(1);
    }

    @Test
    void manyCopiesCostNoMoreThanOne() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            Binaries binaries =
                    Binaries.builder("x").runs(ORDERS, Integer.MAX_VALUE).build();
            assertThat(binaries.runs().count(ORDERS)).isEqualTo(Integer.MAX_VALUE);
            assertThat(binaries.runs().entrySet()).hasSize(1);
            assertThat(Binaries.builder("x").build().withRuns(binaries.runs())).isEqualTo(binaries);
        });
    }

    @Test
    void moreCopiesThanAnIntHoldsAreRefused() {
        assertThatThrownBy(() -> Binaries.builder("x")
                        .runs(ORDERS, Integer.MAX_VALUE)
                        .runs(ORDERS)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void orderOfSiblingsDoesNotMatter() {
        Binaries one = Binaries.builder("x").runs(ORDERS, 2).runs(PAYMENTS).build();
        Binaries other =
                Binaries.builder("x").runs(PAYMENTS).runs(ORDERS).runs(ORDERS).build();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(HostOS.builder("y").runs(one).build())
                .isEqualTo(HostOS.builder("y").runs(other).build());
    }

    @Test
    void withersChangeOneAttributeAndKeepTheOthers() {
        GuestOS debian = GuestOS.builder("debian")
                .disk("700 MB")
                .memory("180 MB")
                .runs(Binaries.builder("x").runs(ORDERS).build())
                .build();
        GuestOS bigger = debian.withMachine(VirtualHardware.of(2, "4 GiB", "40 GB"));
        assertThat(bigger.machine()).isPresent();
        assertThat(debian.machine()).isEmpty();
        assertThat(bigger.runs()).isEqualTo(debian.runs());
        assertThat(bigger.memory()).isEqualTo(debian.memory());
        assertThat(debian.withRuns(ImmutableMultiset.of()).runs()).isEmpty();
    }
}
