package io.virtstack.diagram.block;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerKind;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Blocks are the layers of the model, each once. */
class BlocksProperties {
    private static final int ROOM_FOR_ALL = 100_000;

    /** What identifies a block for this test. */
    private record Shown(BlockKind kind, String name, long copies) {}

    @Provide
    Arbitrary<Hardware> stacks() {
        return Stacks.any();
    }

    @Property
    void eachLayerAppearsOnce(@ForAll("stacks") Hardware machine) {
        Multiset<Shown> expected = HashMultiset.create();
        expect(machine, 1, expected);

        Multiset<Shown> shown = HashMultiset.create();
        StackBlocks.of(ImmutableList.of(machine), ROOM_FOR_ALL).forEach(block -> collect(block, shown));

        assertThat(shown).isEqualTo(expected);
    }

    @Property
    void noMoreColumnsThanThereAre(
            @ForAll("stacks") Hardware machine, @ForAll @IntRange(min = 1, max = 30) int columns) {
        int used = StackBlocks.of(ImmutableList.of(machine), columns).stream()
                .mapToInt(Block::columns)
                .sum();

        assertThat(used).isLessThanOrEqualTo(columns);
    }

    @Property
    void whatIsSummarisedIsCounted(
            @ForAll("stacks") Hardware machine, @ForAll @IntRange(min = 1, max = 6) int columns) {
        Multiset<Shown> all = HashMultiset.create();
        expect(machine, 1, all);
        Multiset<Shown> shown = HashMultiset.create();
        StackBlocks.of(ImmutableList.of(machine), columns).forEach(block -> collect(block, shown));

        Multiset<Shown> drawn = HashMultiset.create(shown);
        boolean summarised = drawn.removeIf(block -> block.kind() == BlockKind.MORE);

        assertThat(all.containsAll(drawn)).isTrue();
        assertThat(summarised).isEqualTo(drawn.size() < all.size());
    }

    private static void collect(Block block, Multiset<Shown> shown) {
        if (block.kind() != BlockKind.IMAGE_LAYERS) {
            shown.add(new Shown(block.kind(), block.name(), block.copies()));
        }
        block.above().forEach(above -> collect(above, shown));
    }

    private static void expect(Layer layer, long copies, Multiset<Shown> expected) {
        expected.add(new Shown(BlockKind.of(layer.kind()), layer.name(), copies));
        if (layer instanceof DockerDaemon daemon) {
            expectImages(daemon, copies, expected);
        } else {
            layer.runs().forEachEntry((above, count) -> expect(above, copies * count, expected));
        }
    }

    /** Images are stored once, whatever runs on them; equal containers of one image are copies of one another. */
    private static void expectImages(DockerDaemon daemon, long daemons, Multiset<Shown> expected) {
        Map<Binaries, Map<Application, Long>> images = new HashMap<>();
        daemon.runs().forEachEntry((binaries, count) -> {
            Map<Application, Long> containers =
                    images.computeIfAbsent(binaries.withRuns(ImmutableList.of()), none -> new HashMap<>());
            binaries.runs()
                    .forEachEntry(
                            (application, each) -> containers.merge(application, daemons * count * each, Long::sum));
        });
        images.forEach((image, containers) -> {
            expected.add(new Shown(BlockKind.of(LayerKind.BINARIES), image.name(), daemons));
            containers.forEach((application, copies) ->
                    expected.add(new Shown(BlockKind.of(LayerKind.APPLICATION), application.name(), copies)));
        });
    }
}
