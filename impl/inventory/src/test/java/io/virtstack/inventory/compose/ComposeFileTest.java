package io.virtstack.inventory.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.Inventory;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.inventory.InventoryOptions;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static io.virtstack.inventory.source.Texts.expectRefusal;
import static io.virtstack.inventory.source.Texts.only;
import static org.assertj.core.api.Assertions.assertThat;

class ComposeFileTest {
    @TempDir
    Path folder;

    @Test
    void readsServicesAsContainers() throws IOException {
        write("compose.yaml", """
                name: shop
                services:
                  web:
                    image: nginx
                    deploy:
                      replicas: 3
                      resources:
                        limits: {cpus: '0.50', memory: 50M}
                        reservations: {cpus: 0.25, memory: 20M}
                    volumes: ['data:/data', './here:/there', '/anonymous', {type: volume, source: more, target: /m}]
                  db:
                    build: .
                    mem_limit: 1gb
                    cpus: 1.5
                    container_name: the-db
                """);

        ImmutableList<Application> containers = read("compose.yaml");

        assertThat(containers).hasSize(4);
        assertThat(containers.get(0))
                .isEqualTo(Application.builder("shop-web")
                        .memoryLimit("50 MiB")
                        .cpuLimit("500m")
                        .memory("20 MiB")
                        .cpu("250m")
                        .volume(Volume.ofUnknownSize("shop_data"))
                        .volume(Volume.ofUnknownSize("/anonymous").unshared())
                        .volume(Volume.ofUnknownSize("shop_more"))
                        .build());
        assertThat(containers.get(3).name()).isEqualTo("the-db");
        assertThat(containers.get(3).memoryLimit()).hasValue(DataSize.parse("1 GiB"));
        assertThat(containers.get(3).cpuLimit()).hasValue(Cpu.parse("1500m"));
        assertThat(daemon("compose.yaml").runs())
                .extracting(Binaries::name)
                .containsExactlyInAnyOrder("nginx:latest", "shop-db:latest");
        assertThat(daemon("compose.yaml").runs()).allMatch(image -> image.disk().isEmpty());
    }

    @Test
    void volumesWithNamesOfTheirOwnAreNotCalledAfterTheProject() throws IOException {
        write("compose.yaml", """
                name: shop
                include: [other.yaml]
                services:
                  web: {image: nginx, volumes: ['plain:/a', 'named:/b', 'external:/c', 'old:/d', 'included:/e']}
                volumes:
                  plain:
                  named: {name: 'shop-${STAGE:-test}'}
                  external: {external: true}
                  old: {external: {name: elsewhere}}
                """);
        write("other.yaml", "services: {}\nvolumes: {included: {name: theirs}}\n");

        assertThat(only(read("compose.yaml")).volumes())
                .extracting(Volume::name)
                .containsExactly("shop_plain", "shop-test", "external", "elsewhere", "theirs");
    }

    @Test
    void eachContainerHasItsOwnNamelessVolumes() throws IOException {
        write("_Shop/compose.yaml", """
                services:
                  web:
                    image: nginx
                    volumes:
                    - /cache/
                    - {type: volume, target: /more}
                    - {type: tmpfs, target: /tmp}
                    - {type: bind, source: ., target: /here}
                    - 'C:/Users/me:/home'
                    - 'C:\\Users\\me:D:\\data'
                    - 'data:C:\\data:ro'
                    - 'v:/v:ro'
                """);

        assertThat(only(read("_Shop/compose.yaml")).volumes())
                .containsExactly(
                        Volume.ofUnknownSize("/cache").unshared(),
                        Volume.ofUnknownSize("/more").unshared(),
                        Volume.ofUnknownSize("shop_data"),
                        Volume.ofUnknownSize("shop_v"));
    }

    @Test
    void whatIsMountedAtOnePlaceTwiceIsWhatIsStatedLast() throws IOException {
        write("compose.yaml", """
                name: shop
                services: {web: {image: nginx, volumes: ['old:/data', 'logs:/logs', 'cache:/cache']}}
                """);
        write(
                "compose.override.yaml",
                "services: {web: {volumes: ['new:/data/', {type: bind, source: ./logs, target: /logs}]}}\n");

        assertThat(only(read("compose.yaml")).volumes())
                .extracting(Volume::name)
                .containsExactly("shop_new", "shop_cache");
    }

    @Test
    void placeholdersOfTemplatesAreRefusedWhereTheyMatter() throws IOException {
        write("a.yaml", "services:\n  a:\n    image: '{{ image }}'\n");
        expectRefusal(() -> read("a.yaml"), InventoryRule.TEMPLATE_UNRENDERED, 3);
        write("b.yaml", "services:\n  a:\n    image: i\n    mem_limit: '{{ memory }}'\n");
        expectRefusal(() -> read("b.yaml"), InventoryRule.TEMPLATE_UNRENDERED, 4);
        write("c.yaml", "services:\n  a: {image: i, hostname: '{{.Node.Hostname}}', scale: 2}\n");
        assertThat(read("c.yaml")).hasSize(2);
    }

    @Test
    void putsVariablesIn() throws IOException {
        write(".env", "# versions\nexport TAG=1.27\nQUOTED='a $b'\nEMPTY=\nCOPY=\"${TAG}-x\"\n");
        write("c.yaml", """
                services:
                  a: {image: "nginx:${TAG}"}
                  b: {image: "nginx:${MISSING:-1}"}
                  c: {image: "nginx:${EMPTY:-2}${EMPTY-3}"}
                  d: {image: "nginx:4${TAG:+-alt}${MISSING+x}"}
                  e: {image: "nginx:${MISSING:-${TAG}}"}
                  f: {image: "nginx:$TAG"}
                  g: {image: "nginx:$$5"}
                  h: {image: "nginx:${COPY}"}
                  i: {image: "nginx:${TAG:?must be there}"}
                  j: {image: i, mem_limit: "${MEM:-64m}", command: "sh -c 'echo $(date)'"}
                """);
        assertThat(daemon("c.yaml").runs())
                .extracting(Binaries::name)
                .containsExactlyInAnyOrder(
                        "nginx:1.27", "nginx:1", "nginx:2", "nginx:4-alt", "nginx:1.27-x", "nginx:$5", "i:latest");
    }

    @Test
    void refusesVariablesThatAreMissingOrMalformed() throws IOException {
        write("a.yaml", "services:\n  a:\n    image: i\n    environment:\n      P: ${SECRET:?set it}\n");
        expectRefusal(() -> read("a.yaml"), InventoryRule.VARIABLE_REQUIRED, 5);
        write("b.yaml", "services:\n  a:\n    image: i:${TAG\n");
        expectRefusal(() -> read("b.yaml"), InventoryRule.VARIABLE_FORM, 3);
        write("c.yaml", "services:\n  a:\n    image: i:${TAG!x}\n");
        expectRefusal(() -> read("c.yaml"), InventoryRule.VARIABLE_FORM, 3);
        write("d.yaml", "services:\n  a:\n    image: " + "${A:-".repeat(100) + "}".repeat(100) + "\n");
        expectRefusal(() -> read("d.yaml"), InventoryRule.VARIABLE_FORM, 3);
        write("e.yaml", "services:\n  a:\n    image: ${IMAGE}\n");
        expectRefusal(() -> read("e.yaml"), InventoryRule.DOCUMENT_FORM, 3);

        InventoryOptions given = InventoryOptions.defaults().withVariables(ImmutableMap.of("SECRET", "s"));
        assertThat(Inventory.read(given, folder.resolve("a.yaml")).machines()).hasSize(1);
    }

    @Test
    void startsServicesOfActiveProfiles() throws IOException {
        write("c.yaml", """
                services:
                  always: {image: a}
                  debug: {image: b, profiles: [debug]}
                  test: {image: c, profiles: [test, debug]}
                """);
        assertThat(read("c.yaml")).hasSize(1);
        assertThat(read("c.yaml", InventoryOptions.defaults().withProfiles(ImmutableList.of("test"))))
                .hasSize(2);
        assertThat(read("c.yaml", InventoryOptions.defaults().withProfiles(ImmutableList.of("*"))))
                .hasSize(3);
        write(".env", "COMPOSE_PROFILES=debug,other\n");
        assertThat(read("c.yaml")).hasSize(3);
    }

    @Test
    void extendsServicesOfThisFileAndOfOthers() throws IOException {
        write("c.yaml", """
                services:
                  base: {image: a, mem_limit: 1m, cpus: 1}
                  one: {extends: base, mem_limit: 2m}
                  two: {extends: {service: one}, cpus: 2}
                  three: {extends: {file: sub/other.yaml, service: far}, image: c}
                """);
        write("sub/other.yaml", "services:\n  far: {extends: {file: ../third.yaml, service: x}, cpus: 3}\n");
        write("third.yaml", "services:\n  x: {image: b, mem_limit: 5m}\n");

        ImmutableList<Application> containers = read("c.yaml");

        assertThat(containers)
                .extracting(Application::memoryLimit)
                .containsExactlyInAnyOrder(size("1 MiB"), size("2 MiB"), size("2 MiB"), size("5 MiB"));
        assertThat(containers)
                .extracting(Application::cpuLimit)
                .containsExactlyInAnyOrder(
                        Optional.of(Cpu.parse("1")),
                        Optional.of(Cpu.parse("1")),
                        Optional.of(Cpu.parse("2")),
                        Optional.of(Cpu.parse("3")));
        assertThat(daemon("c.yaml").runs())
                .extracting(Binaries::name)
                .contains("c:latest")
                .doesNotContain("b:latest");
    }

    @Test
    void includesOtherFiles() throws IOException {
        write(
                "c.yaml",
                "include:\n- sub/one.yaml\n- path: [sub/two.yaml, sub/over.yaml]\nservices:\n  a: {image: a}\n");
        write("sub/one.yaml", "include: [one-more.yaml]\nservices:\n  b: {image: 'b:${TAG}'}\n");
        write("sub/one-more.yaml", "services:\n  d: {image: d}\n");
        write("sub/two.yaml", "services:\n  c: {image: c, scale: 2}\n");
        write("sub/over.yaml", "services:\n  c: {scale: 4}\n");
        write("sub/.env", "TAG=7\n");

        assertThat(read("c.yaml")).hasSize(7);
        assertThat(daemon("c.yaml").runs())
                .extracting(Binaries::name)
                .containsExactlyInAnyOrder("a:latest", "b:7", "c:latest", "d:latest");
    }

    @Test
    void refusesCirclesAndWhatIsElsewhere() throws IOException {
        write("a.yaml", "services:\n  a: {extends: b}\n  b: {extends: a}\n");
        expectRefusal(() -> read("a.yaml"), InventoryRule.REFERENCE_LOOP, 2);
        write("b.yaml", "include: [c.yaml]\nservices: {}\n");
        write("c.yaml", "include: [b.yaml]\nservices:\n  x: {image: i}\n");
        expectRefusal(() -> read("b.yaml"), InventoryRule.REFERENCE_LOOP, 1);
        write("self.yaml", "services: {}\ninclude:\n- ./self.yaml\n");
        expectRefusal(() -> read("self.yaml"), InventoryRule.REFERENCE_LOOP, 3);
        write("twice.yaml", "include: [left.yaml, right.yaml]\n");
        write("left.yaml", "include: [common.yaml]\n");
        write("right.yaml", "include: [common.yaml]\n");
        write("common.yaml", "services: {x: {image: i}}\n");
        assertThat(read("twice.yaml")).hasSize(1);
        write("d.yaml", "include:\n- /etc/passwd\n");
        expectRefusal(() -> read("d.yaml"), InventoryRule.REFERENCE_REMOTE, 2);
        write("e.yaml", "include:\n- https://example.org/compose.yaml\n");
        expectRefusal(() -> read("e.yaml"), InventoryRule.REFERENCE_REMOTE, 2);
        write("f.yaml", "include:\n- none.yaml\n");
        expectRefusal(() -> read("f.yaml"), InventoryRule.FILE_MISSING, 2);
        write("g.yaml", "services:\n  a: {extends: none}\n");
        expectRefusal(() -> read("g.yaml"), InventoryRule.ENTRY_MISSING, 2);
        write("h.yaml", "include: [a.yaml, a2.yaml]\n");
        write("a.yaml", "services:\n  a: {image: i}\n");
        write("a2.yaml", "services:\n  a: {image: j}\n");
        expectRefusal(() -> read("h.yaml"), InventoryRule.DOCUMENT_FORM, 1);
        write("i.yaml", "include:\n- .\n");
        expectRefusal(() -> read("i.yaml"), InventoryRule.FILE_KIND, 2);
    }

    @Test
    void refusesFilesThatAreNoComposeFiles() throws IOException {
        write("passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:1:1::/:/bin/false\n");
        write("sub/a.yaml", "include:\n- ../passwd\n");
        expectRefusal(() -> read("sub/a.yaml"), InventoryRule.DOCUMENT_FORM, 2);
        write("sub/b.yaml", "services:\n  a: {image: i, extends: {file: ../passwd, service: root}}\n");
        expectRefusal(() -> read("sub/b.yaml"), InventoryRule.DOCUMENT_FORM, 2);
        write("environ", "A=1\0B=2\0");
        write("sub/c.yaml", "include:\n- {path: d.yaml, env_file: ../environ}\n");
        write("sub/d.yaml", "services: {a: {image: '${A}'}}\n");
        expectRefusal(() -> read("sub/c.yaml"), InventoryRule.TEXT_FORM, 1);
    }

    @Test
    @Timeout(60)
    void extendingAServiceOfAnotherDocumentTakesNoTimeByTheSquareOfTheirNumber() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append("---\nservices: {a").append(i).append(": {extends: z}}\n");
        }
        write("many.yaml", text + "---\nservices: {z: {image: i}}\n");

        assertThat(read("many.yaml")).hasSize(40_001);
    }

    @Test
    void mergesTheOverrideBeside() throws IOException {
        write("compose.yaml", "services:\n  a: {image: a, mem_limit: 1m, profiles: [x]}\n  b: {image: b}\n");
        write(
                "compose.override.yaml",
                "services:\n  a: {mem_limit: 2m, profiles: !reset [], scale: 2}\n  b: !reset null\n  c: {image: c}\n");

        assertThat(read("compose.yaml"))
                .extracting(Application::memoryLimit)
                .containsExactlyInAnyOrder(size("2 MiB"), size("2 MiB"), Optional.empty());
        Inventory both = Inventory.read(folder.resolve("compose.yaml"), folder.resolve("compose.override.yaml"));
        assertThat(containers(both)).hasSize(3);
        assertThat(both.notes()).extracting(InventoryNote::reason).anyMatch(note -> note.contains("override"));
    }

    @Test
    void readsMergeKeysAndExtensions() throws IOException {
        write("c.yaml", """
                x-common: &common
                  image: a
                  deploy: &deploy {replicas: 2}
                services:
                  one: {<<: *common, mem_limit: 512}
                  two:
                    <<: *common
                    deploy: {<<: *deploy, replicas: 3}
                """);
        assertThat(read("c.yaml")).hasSize(5);
        assertThat(read("c.yaml").get(0).memoryLimit()).hasValue(DataSize.ofBytes(512));
        write("twice.yaml", "x-a: &a {image: a}\nx-b: &b {scale: 2}\nservices:\n  one:\n    <<: *a\n    <<: *b\n");
        expectRefusal(() -> read("twice.yaml"), InventoryRule.YAML_DUPLICATE_KEY, 6);
    }

    @Test
    void filesThatTheEnvironmentNamesAreNoted() throws IOException {
        write(".env", "COMPOSE_FILE=compose.yaml:production.yaml\n");
        write("compose.yaml", "services: {a: {image: a}}\n");

        assertThat(Inventory.read(folder.resolve("compose.yaml")).notes())
                .extracting(InventoryNote::reason)
                .contains("'compose.yaml:production.yaml', as COMPOSE_FILE says, is not read instead of this file");
    }

    @Test
    void refusesContradictionsAndNonsense() throws IOException {
        write("g.yaml", "services:\n  a:\n    image: i\n    deploy:\n      resources: [1]\n");
        expectRefusal(() -> read("g.yaml"), InventoryRule.DOCUMENT_FORM, 5);
        write("a.yaml", "services:\n  a:\n    image: i\n    scale: 2\n    deploy: {replicas: 3}\n");
        expectRefusal(() -> read("a.yaml"), InventoryRule.DOCUMENT_FORM, 5);
        write("b.yaml", "services:\n  a:\n    image: i\n    mem_limit: much\n");
        expectRefusal(() -> read("b.yaml"), InventoryRule.QUANTITY_FORM, 4);
        write("c.yaml", "services:\n  a: 5\n");
        expectRefusal(() -> read("c.yaml"), InventoryRule.DOCUMENT_FORM, 2);
        write("d.yaml", "services:\n  a: {}\n");
        expectRefusal(() -> read("d.yaml"), InventoryRule.DOCUMENT_FORM, 2);
        write("e.yaml", "services:\n  a: {image: i, scale: 2147483648}\n");
        expectRefusal(() -> read("e.yaml"), InventoryRule.QUANTITY_FORM, 2);
        write("f.yaml", "services:\n  a: {image: i}\n");
        write(".env", "1=2\n");
        expectRefusal(() -> read("f.yaml"), InventoryRule.TEXT_FORM, 1);
    }

    private static Optional<DataSize> size(String text) {
        return Optional.of(DataSize.parse(text));
    }

    private ImmutableList<Application> read(String name) {
        return read(name, InventoryOptions.defaults());
    }

    private ImmutableList<Application> read(String name, InventoryOptions options) {
        return containers(Inventory.read(options, folder.resolve(name)));
    }

    private static ImmutableList<Application> containers(Inventory inventory) {
        return daemon(only(inventory.machines())).runs().stream()
                .flatMap(image -> image.runs().stream())
                .collect(ImmutableList.toImmutableList());
    }

    private DockerDaemon daemon(String name) {
        return daemon(only(Inventory.read(folder.resolve(name)).machines()));
    }

    private static DockerDaemon daemon(Hardware machine) {
        HostOS host = (HostOS) only(machine.runs());
        return (DockerDaemon) only(host.runs());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
