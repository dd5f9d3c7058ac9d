package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.format.Formats;
import io.virtstack.inventory.source.Source;
import io.virtstack.inventory.source.Texts;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.Volume;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.virtstack.inventory.source.Texts.only;
import static org.assertj.core.api.Assertions.assertThat;

/** What Podman prints where it differs from Docker: ids without their algorithm, other names, sizes as objects. */
class PodmanOutputTest {
    private static final String LAYER = Digest.sha256("layer").value();
    private static final String ID = bare("image");
    private static final String CONTAINER = bare("container");
    private static final String IMAGES = """
            [{"Id": "%s", "Digest": "%s", "RepoTags": ["docker.io/library/nginx:latest"], "Architecture": "arm64", "Os": "linux",
              "Size": 300, "VirtualSize": 300, "GraphDriver": {"Name": "overlay"}, "RootFS": {"Type": "layers", "Layers": ["%s"]},
              "NamesHistory": []}]
            """.formatted(ID, LAYER, LAYER);
    private static final String CONTAINERS = """
            [{"Id": "%s", "Name": "web", "Image": "%s", "ImageName": "docker.io/library/nginx:latest",
              "State": {"Status": "paused", "Running": false, "Paused": true}, "SizeRw": 12, "SizeRootFs": 312,
              "Mounts": [{"Type": "volume", "Name": "data", "Destination": "/data"}],
              "HostConfig": {"Memory": 4096, "NanoCpus": 500000000, "CpuQuota": 50000, "CpuPeriod": 100000}}]
            """.formatted(CONTAINER, ID);
    private static final String USAGE = """
            {"ImagesSize": 300,
             "Images": [{"Repository": "docker.io/library/nginx", "Tag": "latest", "ImageID": "%s", "Size": 300, "SharedSize": 100,
                         "UniqueSize": 200, "Containers": 1}],
             "Containers": [{"ContainerID": "%s", "Image": "%s", "LocalVolumes": 1, "Size": 342, "RWSize": 42, "Status": "running",
                             "Names": "web"}],
             "Volumes": [{"VolumeName": "data", "Links": 1, "Size": 7, "ReclaimableSize": 0}]}
            """.formatted(ID, CONTAINER, ID);

    @Test
    void readsInspectedImagesAndContainers() {
        Binaries nginx = only(daemon(IMAGES, CONTAINERS).runs());
        assertThat(nginx.name()).isEqualTo("nginx:latest");
        assertThat(nginx.image().orElseThrow().id()).hasValue(Digest.sha256("image"));
        assertThat(nginx.image().orElseThrow().layers())
                .extracting(layer -> layer.storedSize())
                .containsExactly(Optional.of(DataSize.ofBytes(300)));

        Application web = only(nginx.runs());
        assertThat(web.running()).isTrue();
        assertThat(web.writable()).hasValue(DataSize.ofBytes(12));
        assertThat(web.memoryLimit()).hasValue(DataSize.ofBytes(4096));
        assertThat(web.cpuLimit()).hasValue(Cpu.parse("500m"));
        assertThat(web.volumes()).containsExactly(Volume.ofUnknownSize("data"));
    }

    @Test
    void theApiNamesTheImageOtherwise() {
        Source source = Texts.source("""
                [{"Id": "c1", "Name": "a", "State": {"Status": "configured"}, "ImageName": "docker.io/library/nginx", "Config": {}},
                 {"Id": "c2", "Name": "b", "State": {"Status": "running"}, "Image": "docker.io/library/nginx:latest"}]
                """);

        assertThat(DockerJson.state(source).containers())
                .extracting(EngineContainer::imageId)
                .containsExactly(Optional.empty(), Optional.empty());
        Binaries nginx = only(daemon(source).runs());
        assertThat(nginx.name()).isEqualTo("nginx:latest");
        assertThat(nginx.runs()).extracting(Application::running).containsExactlyInAnyOrder(false, true);
    }

    @Test
    void readsDiskUsage() {
        EngineState state = DockerJson.state(Texts.source(USAGE));

        assertThat(only(state.images()).sharedSize()).hasValue(100L);
        assertThat(only(state.images()).id()).isEqualTo("sha256:" + ID);
        assertThat(state.layersSize()).hasValue(300L);
        EngineContainer web = only(state.containers());
        assertThat(web.writable()).hasValue(DataSize.ofBytes(42));
        assertThat(web.running()).isTrue();
        assertThat(web.imageId()).hasValue("sha256:" + ID);
        Application joined = only(only(daemon(CONTAINERS, USAGE).runs()).runs());
        assertThat(joined.volumes()).containsExactly(new Volume("data", Optional.of(DataSize.ofBytes(7)), true));
    }

    @Test
    void readsListedContainers() {
        Source source = Texts.source("""
                [{"Id": "%s", "Image": "docker.io/library/nginx:latest", "ImageID": "%s", "Names": ["web"], "Mounts": ["/data"],
                  "Size": {"rootFsSize": 312, "rwSize": 12}, "State": "running", "Status": "Up 3 minutes"},
                 {"Id": "c2", "Image": "localhost/pause:1", "ImageID": "x", "Names": ["infra"], "Mounts": [], "Size": null,
                  "State": "exited"}]
                """.formatted(CONTAINER, ID));
        EngineState state = DockerJson.state(source);

        assertThat(state.containers())
                .extracting(EngineContainer::writable)
                .containsExactly(Optional.of(DataSize.ofBytes(12)), Optional.empty());
        assertThat(state.containers().get(0).rootFs()).hasValue(DataSize.ofBytes(312));
        assertThat(state.containers()).extracting(EngineContainer::running).containsExactly(true, false);
        assertThat(Texts.notes(source)).singleElement().asString().contains("inspect the container");
    }

    @Test
    void listedImagesDoNotSayWhatTheyShare() {
        Source source = Texts.source("""
                [{"Id": "%s", "RepoTags": null, "Names": ["docker.io/library/nginx:latest"], "Digest": "%s", "Size": 300,
                  "SharedSize": 0, "VirtualSize": 300},
                 {"Id": "%s", "RepoTags": null, "Names": ["localhost/shop:1"], "Digest": "%s", "Size": 400, "SharedSize": 0}]
                """.formatted(ID, LAYER, CONTAINER, LAYER));

        assertThat(DockerJson.state(source).images())
                .extracting(EngineImage::sharedSize)
                .containsExactly(Optional.empty(), Optional.empty());
        assertThat(daemon(source).runs())
                .extracting(Binaries::name)
                .containsExactlyInAnyOrder("nginx:latest", "localhost/shop:1");
        assertThat(daemon(source).runs()).allMatch(image -> image.disk().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"host": {"arch": "arm64", "cpus": 4, "distribution": {"distribution": "debian", "version": "12"},
                          "hostname": "box", "memTotal": 2000000000, "os": "linux"},
                 "store": {"graphDriverName": "vfs", "containerStore": {"number": 3}, "imageStore": {"number": 2}}}
                """, """
                host:
                  Distribution: {distribution: debian, version: "12"}
                  MemTotal: 2000000000
                  arch: arm64
                  cpus: 4
                  hostname: box
                  os: linux
                store:
                  ContainerStore: {number: 3}
                  GraphDriverName: vfs
                  ImageStore: {number: 2}
                """})
    void readsTheMachine(String text) {
        Source source = Texts.source(text);
        assertThat(Formats.of(source).kind()).isEqualTo("podman-info");
        Hardware machine = only(machines(source));

        assertThat(machine.name()).isEqualTo("box");
        assertThat(machine.cores()).hasValue(4);
        assertThat(machine.memoryCapacity()).hasValue(DataSize.parse("2 GB"));
        assertThat(machine.architecture()).hasValue(Architecture.ARM64);
        HostOS host = (HostOS) only(machine.runs());
        assertThat(host.name()).isEqualTo("debian-12");
        assertThat(host.distribution()).hasValue("debian");
        assertThat(host.family()).hasValue(OsFamily.LINUX);
        assertThat(((DockerDaemon) only(host.runs())).name()).isEqualTo("podman");
        assertThat(Texts.notes(source))
                .containsExactlyInAnyOrder(
                        "storage driver 'vfs' is counted like overlay: each layer once per chain",
                        "3 containers and 2 images are counted, not listed: they are here as far as other files list them");
    }

    @Test
    void aSummaryIsNoted() {
        Source source = Texts.source("""
                [{"Type": "Images", "Total": 5, "Active": 1, "RawSize": 4, "RawReclaimable": 3, "TotalCount": 5, "Size": "4B",
                  "Reclaimable": "3B (75%)"}]
                """);

        assertThat(machines(source)).isEmpty();
        assertThat(Texts.notes(source)).singleElement().asString().contains("with --size");
    }

    private static String bare(String content) {
        return Digest.sha256(content).value().substring("sha256:".length());
    }

    private static DockerDaemon daemon(String... texts) {
        return daemon(ImmutableList.copyOf(texts).stream().map(Texts::source).toArray(Source[]::new));
    }

    private static DockerDaemon daemon(Source... sources) {
        HostOS host = (HostOS) only(only(machines(sources)).runs());
        return (DockerDaemon) only(host.runs());
    }

    private static ImmutableList<Hardware> machines(Source... sources) {
        Parts parts = new Parts();
        for (Source source : sources) {
            Formats.of(source).read(source, parts);
        }
        return new MachineAssembly(parts).assemble();
    }
}
