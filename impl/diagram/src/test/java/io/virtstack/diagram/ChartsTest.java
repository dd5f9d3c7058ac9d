package io.virtstack.diagram;

import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.comparison.Comparison;
import io.virtstack.fleet.Fleet;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.Storage;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.violation.InvalidModelException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChartsTest {
    private static final AggregationEngine ENGINE = AggregationEngine.create();

    @Test
    void diskBeforeAndAfterHasAllFigures() {
        Comparison comparison = ENGINE.compare(CanonicalStacks.virtualMachines(), CanonicalStacks.containers());

        String text = Diagram.diskByKind(comparison).text(100);

        assertThat(text).contains("all disk", "host OS +700 MB", "hypervisor −1 GB", "guest OS −2.1 GB", "3259 MB");
        assertThat(text).doesNotContain("hardware", "overhead", "unknown");
    }

    @Test
    void unknownDiskIsNoBarOfNothing() {
        Hardware unknown = Hardware.builder("new")
                .runs(HostOS.builder("os")
                        .runs(Binaries.builder("stated").disk("1 GB").build())
                        .runs(Binaries.builder("unstated").build(), 2)
                        .build())
                .build();
        Hardware known = Hardware.builder("old")
                .runs(HostOS.builder("os").disk("1 GB").build())
                .build();

        String text = Diagram.diskByKind(ENGINE.compare(known, unknown)).text(100);

        assertThat(text).contains("+ ? ≥ 1 GB (3 unknown)", "+ ? ≥ 1 GB (2 unknown)", " unknown (1)");
        assertThat(text).contains("all disk difference unknown", "upper bar: old", "lower bar: new");
    }

    @Test
    void imageLayersAreUnderAllTheirImages() {
        String text = Diagram.imageLayers(machine("128 MB", "64 MB", "32 MB")).text(103);

        assertThat(text)
                .contains(
                        "2 images · disk 224 MB · 352 MB if nothing were shared · sharing saves 128 MB",
                        "128 MB of its own · 224 MB in all · shared by 2 images");
        assertThat(text.lines().filter(line -> line.contains("left") && line.contains("right")))
                .hasSize(1);
    }

    @Test
    void layersOfUnknownSizeAreNotToScale() {
        ImageLayer unknown = ImageLayer.builder(Digest.sha256("unknown")).build();
        DockerDaemon daemon = DockerDaemon.builder("docker")
                .runs(image("half", layer("base", "100 MB"), unknown))
                .build();
        Hardware machine = Hardware.builder("m")
                .runs(HostOS.builder("os").runs(daemon).build())
                .build();

        assertThat(Diagram.imageLayers(machine).text(100))
                .contains(
                        "disk ≥ 100 MB", "what sharing saves is unknown", "size unknown, not to scale", "1 of 2 layers")
                .doesNotContain("sharing saves 0");
    }

    @Test
    void aLayerOfTwoSizesIsAnError() {
        DockerDaemon daemon = DockerDaemon.builder("docker")
                .runs(image("one", layer("base", "1 MB")))
                .runs(image("other", layer("base", "2 MB")))
                .build();
        Hardware machine = Hardware.builder("m")
                .runs(HostOS.builder("os").runs(daemon).build())
                .build();

        assertThatThrownBy(() -> Diagram.imageLayers(machine)).isInstanceOf(InvalidModelException.class);
    }

    @Test
    void icicleOfManyImagesIsAsLargeAsThatOfFew() {
        assertThat(Diagram.imageLayers(images(5_000)).svg().length())
                .isLessThan(Diagram.imageLayers(images(400)).svg().length() * 11 / 10);
    }

    @Test
    void machinesAreCountedByTheirMostUsedResource() {
        Fleet fleet = ENGINE.fleet("fleet")
                .add(used("quarter", "25 GB", 100, "1 GB"))
                .add(used("less", "24 GB", 100, "1 GB"), 2)
                .add(used("full", "1 GB", 10_000, "1 GB"))
                .add(used("over", "1 GB", 10_000, "1001 GB"))
                .add(used("tie", "75 GB", 7500, "1 GB"))
                .add(Hardware.builder("nothing stated").build(), 3)
                .build();

        String text = Diagram.utilisation(fleet, AdmissionRule.standard()).text(100);

        assertThat(text).contains("9 machines", "1 machine a cell");
        assertThat(text).containsPattern("< 25 % +2 +0\n");
        assertThat(text).containsPattern("< 50 % +1 +0\n");
        assertThat(text).containsPattern("< 75 % +0 +0\n");
        assertThat(text).containsPattern("≤ 100 % +2 +0\n");
        assertThat(text).containsPattern("over 100 % +1 +0\n");
        assertThat(text).containsPattern("unknown +3\n");
        assertThat(text).containsPattern("memory +3 +0\n");
        assertThat(text).containsPattern("CPU +1 +0\n");
        assertThat(text).containsPattern("disk +1 +0\n");
        assertThat(text).containsPattern("several +1 +0\n");
        assertThat(text).contains("M 24", "M 25", "MC 75", "C 100", "D >100");
    }

    @Test
    void whatIsUnknownMayBeMore() {
        Hardware machine = Hardware.builder("m")
                .cores(10)
                .memoryCapacity("100 GB")
                .runs(HostOS.builder("os").cpu("5").disk("0 B").build())
                .build();
        Fleet fleet = ENGINE.fleet("fleet").add(machine).build();

        String text = Diagram.utilisation(fleet, AdmissionRule.standard()).text(100);

        assertThat(text).contains("C 50?", "? and ≥: or more");
        assertThat(text).containsPattern("< 75 % +0 +1\n");
    }

    @Test
    void aFleetOfManyMachinesHasAPictureOfAHundred() {
        Hardware used = used("machine", "25 GB", 100, "1 GB");
        String few = Diagram.utilisation(ENGINE.fleet("fleet").add(used, 100).build(), AdmissionRule.standard())
                .svg();
        String many = Diagram.utilisation(
                        ENGINE.fleet("fleet").add(used, 10_000_000).build(), AdmissionRule.standard())
                .svg();

        assertThat(many).contains("100,000 machines a cell").hasSizeLessThan(few.length() * 3 / 2);
    }

    @Test
    void noMachinesAndNoImages() {
        assertThat(Diagram.utilisation(ENGINE.fleet("none").build(), AdmissionRule.standard())
                        .text(100))
                .contains("0 machines");
        assertThat(Diagram.imageLayers(Hardware.builder("empty").build()).text(100))
                .contains("0 images · disk 0 B", "no daemon");
    }

    private static Hardware used(String name, String memory, int millicores, String disk) {
        return Hardware.builder(name)
                .cores(10)
                .memoryCapacity("100 GB")
                .storage(Storage.ssd("1 TB"))
                .runs(HostOS.builder("os")
                        .memory(memory)
                        .cpu(new Cpu(millicores))
                        .disk(disk)
                        .build())
                .build();
    }

    private static Hardware machine(String base, String left, String right) {
        DockerDaemon daemon = DockerDaemon.builder("docker")
                .runs(image("left", layer("base", base), layer("left", left)))
                .runs(image("right", layer("base", base), layer("right", right)))
                .build();
        return Hardware.builder("m")
                .runs(HostOS.builder("os").runs(daemon).build())
                .build();
    }

    private static Hardware images(int count) {
        DockerDaemon.Builder daemon = DockerDaemon.builder("docker");
        for (int i = 0; i < count; i++) {
            daemon.runs(Binaries.builder("image " + i)
                    .disk("1 MB")
                    .runs(Application.builder("application " + i).disk("0 B").build())
                    .build());
        }
        return Hardware.builder("machine")
                .runs(HostOS.builder("os").runs(daemon.build()).build())
                .build();
    }

    private static Binaries image(String name, ImageLayer... layers) {
        return Binaries.builder(name).image(Image.of(layers)).build();
    }

    private static ImageLayer layer(String content, String size) {
        return ImageLayer.builder(Digest.sha256(content))
                .contentSize(DataSize.parse(size))
                .build();
    }
}
