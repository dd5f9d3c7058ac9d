package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Utilisation;
import io.virtstack.engine.ColumnarEngine;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.Grouping;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Storage;
import io.virtstack.quantity.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Many machines without columns: asked by all processors, and a sum of each only once. */
class SinglesTest {
    private static final int HOSTS = 200;
    private static final int COPIES = 3;

    private final AggregationEngine engine = new ColumnarEngine();
    private final ImmutableList<Hardware> machines =
            IntStream.range(0, HOSTS).mapToObj(SinglesTest::machine).collect(ImmutableList.toImmutableList());
    private final Fleet fleet = fleet();

    private Fleet fleet() {
        Fleet.Builder builder = engine.fleet("fleet");
        machines.forEach(machine -> builder.add(machine, COPIES));
        return builder.build();
    }

    /** With the image store of containerd, whose compressed blobs are shared across chains. */
    private static Hardware machine(int number) {
        DockerDaemon daemon = DockerDaemon.builder("docker")
                .imageStore(ImageStore.CONTAINERD)
                .runs(image("base", "left " + number % 7))
                .runs(image("base " + number % 5, "left " + number % 7))
                .build();
        HostOS.Builder system = HostOS.builder("os").runs(daemon);
        if (number % 2 == 0) {
            system.disk(DataSize.ofBytes(number)).memory("1 GB");
        }
        return Hardware.builder("machine " + number)
                .storage(Storage.ssd("1 TB"))
                .runs(system.build())
                .build();
    }

    private static Binaries image(String base, String top) {
        return Binaries.builder(base + top)
                .image(Image.of(layer(base), layer(top)))
                .runs(Application.builder("app").disk("0 B").memory("1 MB").build(), 2)
                .build();
    }

    private static ImageLayer layer(String name) {
        return ImageLayer.builder(Digest.sha256(name))
                .contentSize(DataSize.ofBytes(1_000 + name.length()))
                .compressedSize(DataSize.ofBytes(100 + name.length()))
                .build();
    }

    @Test
    void eachSumIsWhatTheOracleSaysWheneverItIsAsked() {
        List<Hardware> all = new ArrayList<>();
        for (int copy = 0; copy < COPIES; copy++) {
            all.addAll(machines);
        }
        for (Figure.Sum<?> figure : Figure.sums()) {
            Total<?> expected = Oracle.footprint(all).find(figure).orElseThrow();
            Total<?> first = fleet.total(figure);

            assertThat(first.amount()).as("%s", figure).isEqualTo(expected.amount());
            assertThat(first.gapCount()).as("%s", figure).isEqualTo(expected.gapCount());
            assertThat((Object) fleet.total(figure)).isEqualTo(first);
        }
    }

    @Test
    void eachMachineHasItsOwn() {
        for (Hardware machine : machines) {
            Total<DataSize> alone = engine.footprint(machine).disk();
            Total<DataSize> row = fleet.by(Grouping.HOST, Figure.DISK).row(machine.name());

            assertThat(row.amount()).isEqualTo(COPIES * alone.amount());
            assertThat(row.gapCount()).isEqualTo(COPIES * alone.gapCount());
        }
    }

    @Test
    void eachMachineIsUsedAsTheEngineSays() {
        List<String> used = new ArrayList<>();
        fleet.utilisation(AdmissionRule.standard(), (use, copies) -> used.add(copies + " " + brief(use)));

        assertThat(used)
                .containsExactlyElementsOf(machines.stream()
                        .map(machine -> COPIES + " " + brief(engine.utilisation(machine, AdmissionRule.standard())))
                        .toList());
    }

    private static String brief(Utilisation utilisation) {
        return utilisation.machine() + " " + utilisation.binding() + " "
                + utilisation.uses().values().stream()
                        .map(use -> use.used().amount() + " with " + use.used().gapCount() + " of " + use.limit())
                        .toList();
    }

    @Test
    void sharesAddUp() {
        long all = fleet.total(Figure.DISK).amount();

        for (Grouping grouping : Grouping.values()) {
            assertThat(fleet.by(grouping, Figure.DISK).total().amount()).isEqualTo(all);
        }
    }

    @Test
    void aQuestionThatWasEndedCanBeAskedAgain() {
        Fleet impatient = fleet.watchedBy((done, all) -> done < HOSTS / 2);

        assertThatThrownBy(() -> impatient.total(Figure.DISK)).isInstanceOf(CancellationException.class);
        assertThat(fleet.total(Figure.DISK)).isEqualTo(fleet().total(Figure.DISK));
    }

    @Test
    void progressIsToldOfEachQuestion() {
        List<Long> told = new ArrayList<>();
        Fleet watched = fleet.watchedBy((done, all) -> {
            told.add(done);
            return true;
        });

        watched.total(Figure.DISK);
        watched.total(Figure.DISK);

        assertThat(told).hasSize(HOSTS + 1).endsWith((long) HOSTS, (long) HOSTS);
    }
}
