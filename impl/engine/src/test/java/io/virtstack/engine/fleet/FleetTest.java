package io.virtstack.engine.fleet;

import io.virtstack.AggregationEngine;
import io.virtstack.comparison.Comparison;
import io.virtstack.engine.ColumnarEngine;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.Grouping;
import io.virtstack.fleet.Progress;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.OverflowException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FleetTest {
    private final AggregationEngine engine = new ColumnarEngine();

    @Test
    void countsMachines() {
        Fleet fleet = engine.fleet("all")
                .add(host("a", "1 kB"), 1_000_000_000_000L)
                .add(host("b", "2 kB"), 0)
                .addAll(Stream.of(host("c", "3 kB")))
                .build();

        assertThat(fleet.hosts()).isEqualTo(1_000_000_000_001L);
        assertThat(fleet.name()).isEqualTo("all");
        assertThat(fleet).hasToString("Fleet all of 1000000000001 hosts");
        assertThat(fleet.total(Figure.DISK).value()).isEqualTo(DataSize.ofBytes(1_000_000_000_003_000L));
    }

    @Test
    void ofNothing() {
        Fleet fleet = engine.fleet("none").build();

        assertThat(fleet.hosts()).isZero();
        assertThat(fleet.footprint()).isEqualTo(engine.aggregate(List.of()).footprint());
        assertThat(fleet.by(Grouping.HOST, Figure.DISK).rows()).isEmpty();
    }

    @Test
    void ranksTheLargestFirstAndEqualsByName() {
        Fleet fleet = engine.fleet("all")
                .add(host("small", "1 kB"))
                .add(host("b-large", "2 kB"))
                .add(host("a-large", "2 kB"))
                .add(host("twice", "900 B"))
                .add(host("twice", "900 B"))
                .build();

        assertThat(fleet.top(3, Grouping.HOST, Figure.DISK))
                .extracting(ranked -> ranked.name() + " " + ranked.total().value())
                .containsExactly("a-large 2 kB", "b-large 2 kB", "twice 1.8 kB");
        assertThat(fleet.top(99, Grouping.HOST, Figure.DISK)).hasSize(4);
        assertThat(fleet.top(0, Grouping.HOST, Figure.DISK)).isEmpty();
        assertThatThrownBy(() -> fleet.top(-1, Grouping.HOST, Figure.DISK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count -1 is negative");
    }

    @Test
    void comparesAsStacksAreCompared() {
        Hardware before = host("rack", "1 kB");
        Hardware after = host("rack", "5 kB");

        Comparison comparison = fleet(before).compare(fleet(after));

        assertThat(comparison.toString())
                .isEqualTo(engine.compare(before, after).toString());
    }

    @Test
    void refusesToCompareWithAFleetOfAnotherEngine() {
        Fleet other = (Fleet) Proxy.newProxyInstance(
                Fleet.class.getClassLoader(), new Class<?>[] {Fleet.class}, (proxy, method, arguments) -> "theirs");

        assertThatThrownBy(() -> fleet(host("rack", "1 kB")).compare(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'theirs' is of another engine");
    }

    @Test
    void refusesWhatItCannotCount() {
        Fleet.Builder builder = engine.fleet("all").add(host("rack", "1 kB"), Long.MAX_VALUE - 1);

        assertThatThrownBy(() -> builder.add(host("more", "0 B"), 2)).isInstanceOf(OverflowException.class);
        assertThatThrownBy(() -> builder.add(host("less", "0 B"), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("copies -1 is negative");
        assertThat(builder.add(host("last", "0 B")).build().hosts()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aMachineThatCannotBeAddedLeavesNoTrace() {
        Application often = Application.builder("often").disk("1 B").build();
        Binaries binaries =
                Binaries.builder("b").disk("0 B").runs(often, 1 << 30).build();
        DockerDaemon daemon =
                DockerDaemon.builder("docker").runs(binaries, 1 << 30).build();
        Hardware tooMany = Hardware.builder("rack")
                .runs(HostOS.builder("os").runs(daemon, 1 << 30).build())
                .build();
        Fleet.Builder builder = engine.fleet("all").add(host("rack", "1 kB"));

        assertThatThrownBy(() -> builder.add(tooMany)).isInstanceOf(OverflowException.class);

        assertThat(builder.build().footprint())
                .isEqualTo(fleet(host("rack", "1 kB")).footprint());
    }

    @Test
    void isBuiltOnce() {
        Fleet.Builder builder = engine.fleet("all");
        builder.build();

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("built already");
        assertThatThrownBy(() -> builder.add(host("rack", "0 B"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.fleet(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name the fleet");
    }

    @Test
    void reportsAdditionsAndEndsThemWhenTold() {
        List<Long> seen = new ArrayList<>();
        Progress upTo8192 = (done, all) -> {
            assertThat(all).isEmpty();
            seen.add(done);
            return done < 8192;
        };
        Fleet.Builder builder = engine.fleet("all").watchedBy(upTo8192);

        assertThatThrownBy(() -> builder.addAll(IntStream.range(0, 20_000).mapToObj(at -> host("h-" + at, "1 B"))))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cancelled after 8192 machines were added");
        assertThat(seen).containsExactly(4096L, 8192L);
    }

    @Test
    void reportsQuestionsAndEndsThemWhenTold() {
        Fleet fleet = engine.fleet("all")
                .addAll(IntStream.range(0, 100_000).mapToObj(at -> host("h-" + at, "1 B")))
                .build();
        List<Long> seen = new ArrayList<>();
        Fleet watched = fleet.watchedBy((done, all) -> {
            assertThat(all).isEqualTo(OptionalLong.of(100_000));
            return seen.add(done);
        });

        assertThat(watched.total(Figure.DISK)).isEqualTo(fleet.total(Figure.DISK));

        assertThat(seen).hasSizeGreaterThan(1).isSorted().endsWith(100_000L);
        Fleet impatient = fleet.watchedBy((done, all) -> false);
        assertThatThrownBy(() -> impatient.by(Grouping.APPLICATION, Figure.DISK))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> impatient.attribute(Figure.DISK, share -> {}))
                .isInstanceOf(CancellationException.class);
    }

    private Fleet fleet(Hardware host) {
        return engine.fleet(host.name()).add(host).build();
    }

    private static Hardware host(String name, String disk) {
        return Hardware.builder(name)
                .runs(HostOS.builder("debian")
                        .disk(disk)
                        .memory("1 kB")
                        .cpu("1m")
                        .build())
                .build();
    }
}
