package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.format.Formats;
import io.virtstack.inventory.source.Source;
import io.virtstack.inventory.source.Texts;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Volume;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.platform.Platform;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.virtstack.inventory.source.Texts.expectRefusal;
import static io.virtstack.inventory.source.Texts.only;
import static org.assertj.core.api.Assertions.assertThat;

class DockerOutputTest {
    private static final String A = Digest.sha256("a").value();
    private static final String B = Digest.sha256("b").value();
    private static final String ID = Digest.sha256("image").value();

    private static final String IMAGES =
            """
            [{"Id": "%s", "RepoTags": ["shop/web:1"], "RepoDigests": [], "Architecture": "amd64", "Os": "linux",
              "Size": 300, "RootFS": {"Type": "layers", "Layers": ["%s", "%s"]}},
             {"Id": "%s", "RepoTags": ["base:1"], "Architecture": "amd64", "Os": "linux",
              "Size": 100, "RootFS": {"Type": "layers", "Layers": ["%s"]}}]
            """.formatted(ID, A, B, Digest.sha256("base").value(), A);
    private static final String CONTAINERS = """
            [{"Id": "c1", "Name": "/front", "Image": "%s", "Config": {"Image": "shop/web:1"},
              "State": {"Status": "running", "Running": true},
              "HostConfig": {"Memory": 1048576, "NanoCpus": 1500000000, "CpuQuota": 0},
              "Mounts": [{"Type": "volume", "Name": "data", "Source": "/x"}, {"Type": "bind", "Source": "/y"}]},
             {"Id": "c2", "Name": "/old", "Image": "%s", "State": {"Status": "exited", "Running": false},
              "HostConfig": {"Memory": 0, "CpuQuota": 50000, "CpuPeriod": 0}}]
            """.formatted(ID, ID);

    @Test
    void readsImagesWithWhatFollowsOfTheirLayers() {
        DockerDaemon daemon = daemon(IMAGES);
        Image web = image(daemon, "shop/web:1");
        assertThat(web.layers()).extracting(layer -> layer.diffId().value()).containsExactly(A, B);
        assertThat(web.layers())
                .extracting(layer -> layer.storedSize().orElseThrow().bytes())
                .containsExactly(100L, 200L);
        assertThat(web.id()).hasValue(Digest.of(ID));
        assertThat(web.platform()).hasValue(Platform.LINUX_AMD64);
    }

    @Test
    void readsContainersOnTheirImages() {
        DockerDaemon daemon = daemon(IMAGES, CONTAINERS);
        assertThat(daemon.runs()).hasSize(2);
        assertThat(binaries(daemon, "shop/web:1").runs())
                .containsExactlyInAnyOrder(
                        Application.builder("front")
                                .disk(DataSize.ZERO)
                                .memoryLimit("1 MiB")
                                .cpuLimit("1500m")
                                .writable(Optional.empty())
                                .volume(Volume.ofUnknownSize("data"))
                                .build(),
                        Application.builder("old")
                                .disk(DataSize.ZERO)
                                .cpuLimit("500m")
                                .writable(Optional.empty())
                                .running(false)
                                .build());
    }

    @Test
    void takesWhatContainersWroteFromDiskUsage() {
        String usage = """
                {"LayersSize": 300, "Images": [
                   {"Id": "%s", "RepoTags": ["shop/web:1"], "Size": 300, "SharedSize": 100, "Containers": 2}],
                 "Containers": [
                   {"Id": "c1", "Names": ["/front"], "Image": "shop/web:1", "ImageID": "%s", "SizeRw": 42, "State": "running"},
                   {"Id": "c2", "Names": ["/old"], "Image": "shop/web:1", "ImageID": "%s", "SizeRootFs": 300, "State": "exited"},
                   {"Id": "c3", "Names": ["/bad"], "Image": "gone", "ImageID": "sha256:99", "SizeRw": -1, "State": "paused"}],
                 "Volumes": [{"Name": "data", "UsageData": {"Size": 7, "RefCount": 1}}], "BuildCache": [{"ID": "x"}]}
                """.formatted(ID, ID, ID);
        DockerDaemon daemon = daemon(CONTAINERS, IMAGES, usage);

        assertThat(binaries(daemon, "shop/web:1").runs())
                .extracting(Application::writable)
                .containsExactlyInAnyOrder(bytes(42), bytes(0));
        Application front = binaries(daemon, "shop/web:1").runs().stream()
                .filter(Application::running)
                .findFirst()
                .orElseThrow();
        assertThat(front.volumes()).containsExactly(new Volume("data", bytes(7), true));
        assertThat(front.memoryLimit()).hasValue(DataSize.parse("1 MiB"));
        Application bad = only(binaries(daemon, "gone:latest").runs());
        assertThat(bad.writable()).isEmpty();
        assertThat(bad.running()).isTrue();
        assertThat(binaries(daemon, "gone:latest").disk()).isEmpty();
    }

    @Test
    void readsDiskUsageOfLaterEngines() {
        Source source = Texts.source("""
                {"ImageUsage": {"TotalCount": 1, "TotalSize": 300, "Items": [
                   {"Id": "%s", "RepoTags": ["shop/web:1"], "Size": 300, "SharedSize": 100}]},
                 "ContainerUsage": {"TotalCount": 1, "Items": [
                   {"Id": "c1", "Names": ["/front"], "Image": "shop/web:1", "ImageID": "%s", "State": "running"}]},
                 "VolumeUsage": {"TotalCount": 2, "TotalSize": 7}}
                """.formatted(ID, ID));
        EngineState state = DockerJson.state(source);

        assertThat(only(state.images()).sharedSize()).hasValue(100L);
        assertThat(only(state.containers()).writable()).isEqualTo(bytes(0));
        assertThat(state.layersSize()).hasValue(300L);
        assertThat(Texts.notes(source)).singleElement().asString().contains("2 are counted");
        assertThat(kind(source)).isEqualTo("docker-system-df");
        Image image = image(daemon(source), "shop/web:1");
        assertThat(image.layers())
                .extracting(layer -> layer.storedSize())
                .containsExactly(Optional.empty(), bytes(200));
    }

    @Test
    void imagesWhoseWholeIdsOnlyBeginAlikeAreTwo() {
        String start = "sha256:0123456789ab";
        EngineState state =
                DockerJson.state(Texts.source("""
                [{"Id": "%s", "RepoTags": ["a:1"], "Size": 1, "RootFS": {}},
                 {"Id": "%s", "RepoTags": ["b:1"], "Size": 2, "RootFS": {}},
                 {"Id": "0123456789ab", "RepoTags": ["c:1"], "RootFS": {}}]
                """.formatted(start + "1".repeat(52), start + "2".repeat(52))));

        assertThat(state.images()).extracting(EngineImage::size).containsExactly(Optional.of(1L), Optional.of(2L));
        assertThat(state.images().get(0).tags()).containsExactly("a:1", "c:1");
    }

    @Test
    @Timeout(60)
    void manyDescriptionsOfOneImageTakeNoTimeByTheirSquare() {
        int many = 20_000;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append("{\"Id\": \"x\", \"RepoTags\": [\"a:").append(i).append("\"], \"RootFS\": {}}\n");
        }

        assertThat(only(DockerJson.state(Texts.source(text.toString())).images())
                        .tags())
                .hasSize(many);
    }

    @Test
    void takesRoundedSizesForUnknown() {
        Source source = Texts.source("""
                {"Images": [{"ID": "0123456789ab", "Repository": "nginx", "Tag": "1", "Size": "1.24GB", "SharedSize": "0B",
                             "UniqueSize": "1.24GB", "Containers": "1"},
                            {"ID": "1123456789ab", "Repository": "tiny", "Tag": "<none>", "Size": "12B", "SharedSize": "0B"}],
                 "Containers": [{"ID": "c1", "Names": "a,b", "Image": "nginx:1", "Size": "212B", "State": "running",
                                 "Status": "Up 2 hours", "Mounts": "", "LocalVolumes": "0"},
                                {"ID": "c2", "Names": "d", "Image": "nginx:1", "Size": "3.1kB", "Status": "Exited (0)"}],
                 "Volumes": [{"Name": "v", "Size": "4.2MB"}], "BuildCache": []}
                """);
        EngineState state = DockerJson.state(source);

        assertThat(state.images()).extracting(EngineImage::size).containsExactly(Optional.empty(), Optional.of(12L));
        assertThat(state.images().get(0).tags()).containsExactly("nginx:1");
        assertThat(state.containers())
                .extracting(EngineContainer::writable)
                .containsExactly(bytes(212), Optional.empty());
        assertThat(state.containers()).extracting(EngineContainer::name).containsExactly("a", "d");
        assertThat(state.containers()).extracting(EngineContainer::running).containsExactly(true, false);
        assertThat(state.volumes()).containsEntry("v", Optional.empty());
        assertThat(Texts.notes(source))
                .filteredOn(note -> note.contains("rounded"))
                .hasSize(3);
    }

    @Test
    void readsLinesOfTheCommandLine() {
        Source source = Texts.source("""
                {"ID":"c1","Names":"front","Image":"nginx","State":"running","Size":"0B (virtual 187MB)","Mounts":"data"}
                {"ID":"c2","Names":"back","Image":"nginx","State":"created","Mounts":""}
                """);
        assertThat(kind(source)).isEqualTo("docker-container-list");
        Binaries nginx = binaries(daemon(source), "nginx:latest");
        assertThat(nginx.runs()).hasSize(2);
        assertThat(nginx.runs())
                .extracting(Application::writable)
                .containsExactlyInAnyOrder(bytes(0), Optional.empty());
    }

    @Test
    void sizesThatNobodyAskedForAreUnknown() {
        Source source = Texts.source("""
                {"ID":"c1","Names":"front","Image":"nginx","State":"running","Size":"0B","Mounts":""}
                """);

        assertThat(only(binaries(daemon(source), "nginx:latest").runs()).writable())
                .isEmpty();
        assertThat(Texts.notes(source)).singleElement().asString().contains("--size");
    }

    @Test
    void theCommandLineNamesVolumesToo() {
        Source source = Texts.source("""
                {"ID":"c1","Names":"front","Image":"nginx","State":"running","Mounts":"data,/srv/www,a-very-long-na…"}
                """);

        assertThat(only(binaries(daemon(source), "nginx:latest").runs()).volumes())
                .containsExactly(Volume.ofUnknownSize("data"));
        assertThat(Texts.notes(source)).singleElement().asString().contains("--no-trunc");
    }

    @Test
    void volumesThatNothingMountsAreNoted() {
        Source source = Texts.source("""
                {"Images": [], "Containers": [{"ID": "c1", "Names": "a", "Image": "i", "Size": "0B", "Mounts": "used"}],
                 "Volumes": [{"Name": "used", "Size": "7B"}, {"Name": "orphan", "Size": "9B"}]}
                """);

        assertThat(only(binaries(daemon(source), "i:latest").runs()).volumes())
                .containsExactly(new Volume("used", bytes(7), true));
        assertThat(Texts.notes(source)).singleElement().asString().contains("'orphan'");
    }

    @Test
    void containersOfOneImageByTwoNamesAreOnOneImage() {
        DockerDaemon daemon = daemon("""
                [{"Id": "c1", "Name": "/a", "Image": "%s", "Config": {"Image": "web:1"}, "State": {"Running": true}},
                 {"Id": "c2", "Name": "/b", "Image": "%s", "Config": {"Image": "web:2"}, "State": {"Running": true}}]
                """.formatted(ID, ID));

        assertThat(only(daemon.runs()).runs()).hasSize(2);
    }

    @Test
    void aNameThatMovedOnIsNotTheContainersImage() {
        String older = Digest.sha256("older").value();
        DockerDaemon daemon = daemon(IMAGES, """
                [{"Id": "c1", "Name": "/a", "Image": "%s", "Config": {"Image": "shop/web:1"}, "State": {"Running": true}}]
                """.formatted(older));

        assertThat(daemon.runs())
                .filteredOn(binaries -> !binaries.runs().isEmpty())
                .singleElement()
                .matches(binaries -> binaries.image().isEmpty());
    }

    @Test
    void readsTheDaemonAndItsHost() {
        String info = """
                {"Name": "build-1", "NCPU": 8, "MemTotal": 16000000000, "OperatingSystem": "Debian GNU/Linux 12 (bookworm)",
                 "OSType": "linux", "OSVersion": "12", "Architecture": "x86_64", "KernelVersion": "6.1", "Driver": "%s",
                 "DriverStatus": [["%s", "%s"]], "Images": 3, "Containers": 2}
                """;
        Hardware machine = only(machines(Texts.source(info.formatted("overlay2", "Supports d_type", "true"))));
        assertThat(machine.name()).isEqualTo("build-1");
        assertThat(machine.cores()).hasValue(8);
        assertThat(machine.memoryCapacity()).hasValue(DataSize.parse("16 GB"));
        assertThat(machine.architecture()).hasValue(Architecture.AMD64);
        HostOS host = (HostOS) only(machine.runs());
        assertThat(host.family()).hasValue(OsFamily.LINUX);
        assertThat(((DockerDaemon) only(host.runs())).imageStore()).isEqualTo(ImageStore.OVERLAY2);

        Source snapshots = Texts.source(info.formatted("overlayfs", "driver-type", "io.containerd.snapshotter.v1"));
        DockerDaemon daemon = daemon(snapshots, Texts.source(IMAGES));
        assertThat(daemon.imageStore()).isEqualTo(ImageStore.CONTAINERD);
        assertThat(image(daemon, "base:1").layers())
                .allMatch(layer -> layer.storedSize().isEmpty());

        Source old = Texts.source(info.formatted("aufs", "Dirs", "31"));
        assertThat(daemon(old).imageStore()).isEqualTo(ImageStore.OVERLAY2);
        assertThat(Texts.notes(old))
                .hasSize(2)
                .anyMatch(note -> note.contains("aufs"))
                .anyMatch(note -> note.startsWith("2 containers and 3 images are counted, not listed"));
    }

    @Test
    void anEngineThatDidNotAnswerIsNoMachine() {
        String errors = "\n\"ServerErrors\": [\"Cannot connect\"], \"ClientInfo\": {\"Debug\": false}}";
        expectRefusal(
                () -> machines(Texts.source("{\"ID\": \"\", \"Driver\": \"\", \"NCPU\": 0, \"MemTotal\": 0," + errors)),
                InventoryRule.DOCUMENT_FORM,
                2);
        expectRefusal(() -> machines(Texts.source("{" + errors)), InventoryRule.DOCUMENT_FORM, 2);
    }

    @Test
    void listsBesideTotalsAreWhatTheTotalsCount() {
        Source source = Texts.source("""
                {"LayersSize": 300, "Images": [{"Id": "%s", "RepoTags": ["shop/web:1"], "Size": 300, "SharedSize": 0}],
                 "Containers": [{"Id": "c1", "Names": ["/a"], "Image": "shop/web:1", "ImageID": "%s", "SizeRw": 4}], "Volumes": [],
                 "ImageUsage": {"TotalCount": 1, "TotalSize": 300}, "ContainerUsage": {"TotalCount": 1}, "VolumeUsage": {}}
                """.formatted(ID, ID));

        assertThat(only(binaries(daemon(source), "shop/web:1").runs()).writable())
                .isEqualTo(bytes(4));
        assertThat(Texts.notes(source)).isEmpty();
    }

    @Test
    void sizesOfAContainerdStoreAreNotThoseOfLayers() {
        Source source = Texts.source(
                IMAGES.replace("\"Architecture\"", "\"GraphDriver\": {\"Name\": \"overlayfs\"}, \"Architecture\""));

        assertThat(DockerJson.state(source).images())
                .extracting(EngineImage::size)
                .containsExactly(Optional.empty(), Optional.empty());
        assertThat(Texts.notes(source)).hasSize(2).allMatch(note -> note.contains("containerd"));
    }

    @Test
    void aNameWithoutTagMovesOnToo() {
        String older = Digest.sha256("older").value();
        DockerDaemon daemon = daemon(IMAGES.replace("base:1", "base:latest"), """
                [{"Id": "c1", "Name": "/a", "Image": "%s", "Config": {"Image": "base"}, "State": {"Running": true}}]
                """.formatted(older));

        assertThat(daemon.runs())
                .filteredOn(binaries -> !binaries.runs().isEmpty())
                .singleElement()
                .matches(binaries -> binaries.image().isEmpty());
    }

    @Test
    void whatIsReservedIsDemanded() {
        Source source = Texts.source("""
                [{"Id": "c1", "Name": "/a", "State": {"Status": "running"}, "HostConfig": {"MemoryReservation": 4096, "Memory": 8192}}]
                """);

        assertThat(only(DockerJson.state(source).containers()).memory()).isEqualTo(bytes(4096));
    }

    @Test
    void roundsLimitsUpToThousandths() {
        Source source = Texts.source(
                CONTAINERS.replace("1500000000", "1500000001").replace("\"CpuQuota\": 50000", "\"CpuQuota\": 33333"));
        assertThat(DockerJson.state(source).containers())
                .extracting(EngineContainer::cpuLimit)
                .containsExactly(Optional.of(Cpu.ofMillis(1501)), Optional.of(Cpu.ofMillis(334)));
        assertThat(Texts.notes(source)).hasSize(2).allMatch(note -> note.contains("rounded up"));
    }

    @Test
    void refusesWhatIsMalformed() {
        expectRefusal(
                () -> machines(Texts.source("[{\"Id\": \"x\", \"RootFS\": {\"Layers\": [\"sha1:1\"]}}]")),
                InventoryRule.DIGEST_FORM,
                1);
        expectRefusal(
                () -> machines(Texts.source("[{\"Id\": \"x\", \"RootFS\": {}, \"Size\": \"big\"}]")),
                InventoryRule.DOCUMENT_FORM,
                1);
        expectRefusal(
                () -> machines(Texts.source("[{\"Id\": \"x\", \"RootFS\": {}, \"Size\": -2}]")),
                InventoryRule.DOCUMENT_FORM,
                1);
        expectRefusal(
                () -> machines(Texts.source("[{\"Id\": \"x\", \"RootFS\": {}},\n{\"What\": 1}]")),
                InventoryRule.DOCUMENT_FORM,
                2);
        expectRefusal(() -> Formats.of(Texts.source("[]")), InventoryRule.FILE_UNRECOGNISED, 0);
    }

    private static Optional<DataSize> bytes(long bytes) {
        return Optional.of(DataSize.ofBytes(bytes));
    }

    private static String kind(Source source) {
        return Formats.of(source).kind();
    }

    private static Binaries binaries(DockerDaemon daemon, String name) {
        return daemon.runs().stream()
                .filter(binaries -> binaries.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Image image(DockerDaemon daemon, String name) {
        return binaries(daemon, name).image().orElseThrow();
    }

    private static DockerDaemon daemon(String... texts) {
        Source[] sources = new Source[texts.length];
        for (int i = 0; i < texts.length; i++) {
            sources[i] = Texts.source(texts[i]);
        }
        return daemon(sources);
    }

    private static DockerDaemon daemon(Source... sources) {
        HostOS host = (HostOS) only(only(machines(sources)).runs());
        return (DockerDaemon) only(host.runs());
    }

    private static ImmutableList<Hardware> machines(Source... sources) {
        Parts parts = new Parts();
        for (Source source : sources) {
            Format format = Formats.of(source);
            format.read(source, parts);
        }
        return new MachineAssembly(parts).assemble();
    }
}
