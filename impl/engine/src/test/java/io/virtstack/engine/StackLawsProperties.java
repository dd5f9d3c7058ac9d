package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.Aggregation;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Total;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

import static org.assertj.core.api.Assertions.assertThat;

/** L3, L6, L10, L11, L14: what happens to a footprint when its stack changes. */
@Domain(StackDomain.class)
@Domain(DomainContext.Global.class)
class StackLawsProperties {
    private static final ImmutableList<Figure.Sum<DataSize>> BYTES =
            ImmutableList.of(Figure.DISK, Figure.LOGICAL_DISK, Figure.MEMORY, Figure.ALLOCATED_MEMORY);

    private final ColumnarEngine engine = new ColumnarEngine();

    @Property
    void l3AddingALeafLowersNoTotal(@ForAll Hardware stack, @ForAll Random random) {
        Application leaf = Application.builder("leaf")
                .disk("7 B")
                .memory("3 B")
                .cpu("1m")
                .startup("5 ns")
                .build();
        Binaries unused = Binaries.builder("unused").disk("11 B").build();
        Hardware more = StackEdit.map(stack, layer -> {
            if (layer instanceof Binaries && random.nextBoolean()) {
                return plus(layer, leaf);
            }
            boolean takesImages = layer instanceof DockerDaemon || layer instanceof OperatingSystem;
            return takesImages && random.nextBoolean() ? plus(layer, unused) : layer;
        });
        assertNoneLower(engine.footprint(more), engine.footprint(stack));
    }

    @Property
    void l6TheOrderOfSiblingsIsIrrelevant(@ForAll Hardware stack) {
        Hardware reversed = StackEdit.reverseSiblings(stack);
        Aggregation one = engine.aggregate(stack);
        Aggregation other = engine.aggregate(reversed);

        assertThat(other.footprint()).isEqualTo(one.footprint());
        assertThat(other.images()).isEqualTo(one.images());
        for (Figure<?> figure : Figure.all()) {
            assertThat(other.explain(figure)).isEqualTo(one.explain(figure));
        }
        for (Figure.Sum<?> figure : Figure.sums()) {
            assertThat(other.byKind(figure)).isEqualTo(one.byKind(figure));
            assertThat(other.byApplication(figure)).isEqualTo(one.byApplication(figure));
        }
    }

    @Property
    void l10BytesScale(@ForAll Hardware stack, @ForAll @IntRange(min = 1, max = 1000) int factor) {
        Hardware plain = StackEdit.map(stack, Figures.all(size -> size));
        Hardware scaled = StackEdit.map(stack, Figures.all(size -> size.map(known -> known.times(factor))));
        for (Figure.Sum<DataSize> figure : BYTES) {
            Total<DataSize> expected = engine.footprint(plain).total(figure);
            assertThat(engine.footprint(scaled).total(figure))
                    .isEqualTo(new Total<>(figure, expected.amount() * factor, expected.gaps()));
        }
    }

    @Property
    void l11DiskIsAtMostLogicalDisk(@ForAll Hardware stack) {
        Footprint footprint = engine.footprint(stack);
        assertThat(footprint.disk().amount())
                .isLessThanOrEqualTo(footprint.logicalDisk().amount());
    }

    @Property
    void l14ForgettingFiguresRaisesNoTotal(@ForAll Hardware stack, @ForAll Random random) {
        Hardware vaguer = StackEdit.map(
                StackEdit.map(stack, Figures.ofLayers(size -> random.nextInt(4) == 0 ? Optional.empty() : size)),
                layer -> random.nextInt(4) == 0 ? withoutCpuAndStartup(layer) : layer);
        assertNoneLower(engine.footprint(stack), engine.footprint(vaguer));
    }

    /** S5: images times containers is all that counts. */
    @Property
    void copiesOfAnImageAndCopiesOfItsContainerAreTheSame(@ForAll Hardware stack, @ForAll Random random) {
        Application container =
                Application.builder("more").disk("7 B").memory("3 B").build();
        Binaries image = Binaries.builder("image").disk("11 B").build();
        int copies = 1 + random.nextInt(5);
        Hardware imageCopies = onEveryDaemon(stack, image.withRuns(container), copies);
        Hardware containerCopies = onEveryDaemon(stack, image.withRuns(container, copies), 1);

        assertThat(engine.footprint(imageCopies)).isEqualTo(engine.footprint(containerCopies));
    }

    private static Hardware onEveryDaemon(Hardware stack, Binaries image, int copies) {
        return StackEdit.map(
                stack,
                layer -> layer instanceof DockerDaemon
                        ? StackEdit.withRuns(
                                layer,
                                ImmutableMultiset.<Layer>builder()
                                        .addAll(layer.runs())
                                        .addCopies(image, copies)
                                        .build())
                        : layer);
    }

    private static Layer withoutCpuAndStartup(Layer layer) {
        Layer vague = layer instanceof Demanding<?> demanding
                ? (Layer) ((Demanding<?>) demanding.withCpu(Optional.empty())).withStartup(Optional.empty())
                : layer;
        if (vague instanceof Application application) {
            return application.withCpuLimit(Optional.empty());
        }
        if (vague instanceof GuestOS guest && guest.machine().isPresent()) {
            return guest.withMachine(VirtualHardware.builder()
                    .disksAll(guest.machine().get().disks())
                    .build());
        }
        return vague;
    }

    private static void assertNoneLower(Footprint more, Footprint less) {
        for (Figure<?> figure : Figure.all()) {
            long before = less.find(figure).map(Total::amount).orElse(0L);
            assertThat(more.find(figure).map(Total::amount).orElse(0L))
                    .as("%s", figure)
                    .isGreaterThanOrEqualTo(before);
        }
    }

    private static Layer plus(Layer layer, Layer more) {
        return StackEdit.withRuns(
                layer,
                ImmutableMultiset.<Layer>builder()
                        .addAll(layer.runs())
                        .add(more)
                        .build());
    }
}
