package io.virtstack.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.examples.ArticleComparison;
import io.virtstack.examples.Printed;
import io.virtstack.footprint.Footprint;
import io.virtstack.inventory.ImageReader;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.quantity.DataSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar as users run it. */
class RunnableJarIT {
    @TempDir
    private Path folder;

    @Test
    void comparesLikeTheProgramEvenWithoutALocale() throws Exception {
        Outcome outcome = run("compare");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(Printed.lines(outcome.out())).isEqualTo(Printed.linesOf(ArticleComparison::print));
    }

    @Test
    void saysInOneLineThatMemoryIsTooSmall() throws Exception {
        Path large = Files.writeString(folder.resolve("large"), "[" + "{\"a\": [1, 2, 3]},\n".repeat(150_000) + "1]");

        Outcome outcome = Outcome.ofJar(folder, List.of("-Xmx16m"), "inventory", large.toString());

        assertThat(outcome.exitCode()).isEqualTo(70);
        assertThat(outcome.out()).isEmpty();
        assertThat(Printed.lines(outcome.err())).singleElement().asString().contains("memory", "-Xmx");
    }

    @Test
    void tellsTheVersionOfTheBuild() throws Exception {
        assertThat(run("--version").out().strip())
                .isEqualTo("virtstack " + System.getProperty("virtstack.version", ""));
    }

    @Test
    void answersAboutAFileWhatTheEngineAnswers() throws Exception {
        try (SampleArchive sample = SampleArchive.create()) {
            Outcome outcome = run("footprint", "--json", sample.path().toString());

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err()).isEmpty();
            JsonNode containers = new ObjectMapper().readTree(outcome.out()).get("containers");
            Footprint expected = onOneDaemon(ImageReader.create().read(sample.path()));
            assertThat(containers.get("diskBytes").longValue())
                    .isEqualTo(expected.disk().amount());
            assertThat(containers.get("logicalDiskBytes").longValue())
                    .isEqualTo(expected.logicalDisk().amount());
            assertThat(containers.get("applications").longValue()).isEqualTo(expected.applications());
            assertThat(containers.at("/unknown/memory").longValue())
                    .isEqualTo(expected.memory().gapCount());
        }
    }

    @Test
    void drawsAndReports() throws Exception {
        Path picture = folder.resolve("picture.png");
        Path page = folder.resolve("page.html");

        assertThat(run("diagram", "--sample", "comparison").out()).contains("│", "orders");
        assertThat(run("diagram", "--sample", "comparison", "-o", picture.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(run("report", "--sample", "comparison", "-o", page.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readString(page)).contains("<figure>", "</html>");
    }

    @Test
    void keepsTheRemarkAboutTheSampleOutOfTheJson() throws Exception {
        Outcome outcome = run("footprint", "--json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("no PATH given");
        assertThat(new ObjectMapper().readTree(outcome.out()).get("images")).hasSize(2);
    }

    @Test
    void asksAnEngineAndSaysNothingBesides() throws Exception {
        try (EngineOnLoopback engine = EngineOnLoopback.start()) {
            Outcome outcome = run("docker", "--json", "--host", engine.uri());

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err()).isEmpty();
            assertThat(new ObjectMapper()
                            .readTree(outcome.out())
                            .get("imagesDiskBytes")
                            .longValue())
                    .isEqualTo(EngineOnLoopback.LAYERS);
        }
    }

    @Test
    void readsTheMachineThatItRunsOn() throws Exception {
        Outcome outcome = run("inventory", "--json", "--this-machine");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(outcome.out())
                        .at("/files/0/kind")
                        .textValue())
                .isEqualTo("this-machine");
    }

    @Test
    void hasTheLicencesAndNoticesOfWhatIsInIt() throws Exception {
        try (JarFile jar = new JarFile(System.getProperty("virtstack.jar", ""))) {
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "Version 2.0");
            assertThat(text(jar, "META-INF/LICENSE.txt"))
                    .contains("Apache License", "QOS.ch", "Permission is hereby granted");
            assertThat(text(jar, "META-INF/NOTICE"))
                    .contains("Jackson", "Apache Commons Compress", "Apache HttpClient");
        }
    }

    private static String text(JarFile jar, String entry) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getJarEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void endsWith1OnBadInput() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.tar"), "no archive at all");

        Outcome outcome = run("footprint", nonsense.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(Printed.lines(outcome.err())).hasSize(1).first().asString().contains("nonsense.tar");
    }

    @Test
    void endsWith2OnWrongUsage() throws Exception {
        Outcome outcome = run("footprint", "--guest-disk", "700");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("--guest-disk", "700", "Usage: virtstack footprint");
    }

    @Test
    void endsWith70AndOneLineWhenSomethingElseFails() throws Exception {
        Outcome outcome = Outcome.ofJar(folder, List.of("-Djava.io.tmpdir=" + folder.resolve("missing")), "footprint");

        assertThat(outcome.exitCode()).isEqualTo(70);
        assertThat(outcome.out()).isEmpty();
        // Newer Java itself warns about such a folder, too.
        assertThat(Printed.lines(outcome.err()))
                .filteredOn(line -> !line.startsWith("WARNING: java.io.tmpdir"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("virtstack: ")
                .contains("missing");
    }

    private Outcome run(String... arguments) throws Exception {
        return Outcome.ofJar(folder, List.of(), arguments);
    }

    private static Footprint onOneDaemon(ImmutableList<Binaries> images) {
        DockerDaemon.Builder daemon = DockerDaemon.builder("docker");
        Application program = Application.builder("program").disk(DataSize.ZERO).build();
        images.forEach(image -> daemon.runs(image.withRuns(List.of(program))));
        return AggregationEngine.create()
                .footprint(Hardware.builder("machine")
                        .runs(HostOS.builder("host").runs(daemon.build()).build())
                        .build());
    }
}
