package io.virtstack.generators;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerKind;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.VirtualDisk;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

import static org.assertj.core.api.Assertions.assertThat;

@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class StacksProperties {
    @Property(tries = 1000)
    @Domain(StackDomain.class)
    void coversWhatTheModelKnows(@ForAll Hardware stack) {
        List<Layer> layers = layers(stack).toList();
        covers("empty", stack.runs().isEmpty(), 1);
        covers("height of 6 or more", stack.height() >= 6, 10);
        for (LayerKind kind : LayerKind.values()) {
            covers(kind.name(), layers.stream().anyMatch(layer -> layer.kind() == kind), 30);
        }
        covers("nested machines", any(layers, GuestOS.class, StacksProperties::hasHypervisor), 10);
        covers(
                "containerd",
                any(layers, DockerDaemon.class, daemon -> daemon.imageStore() == ImageStore.CONTAINERD),
                10);
        covers(
                "named image store",
                any(layers, DockerDaemon.class, daemon -> daemon.store().isPresent()),
                10);
        covers(
                "named disk store",
                any(layers, Hypervisor.class, hypervisor -> hypervisor.store().isPresent()),
                10);
        covers("stopped machine", any(layers, GuestOS.class, guest -> !guest.running()), 10);
        covers("stopped container", any(layers, Application.class, application -> !application.running()), 10);
        covers("linked clone", any(layers, GuestOS.class, guest -> hasDisk(guest, VirtualDisk.LinkedClone.class)), 10);
        covers("thin disk", any(layers, GuestOS.class, guest -> hasDisk(guest, VirtualDisk.Thin.class)), 10);
        covers("no machine", any(layers, GuestOS.class, guest -> guest.machine().isEmpty()), 10);
        covers("unused image", any(layers, DockerDaemon.class, StacksProperties::hasUnusedImage), 20);
        covers("shared layers", sharesLayers(stack), 6);
        covers("repeated layer", any(layers, Binaries.class, StacksProperties::repeatsLayer), 10);
        covers(
                "unknown memory",
                any(
                        layers,
                        Application.class,
                        application -> application.memory().isEmpty()),
                10);
        covers(
                "volume",
                any(
                        layers,
                        Application.class,
                        application -> !application.volumes().isEmpty()),
                10);
        covers("equal siblings", layers.stream().anyMatch(StacksProperties::hasCopies), 30);
        covers("same-named siblings", layers.stream().anyMatch(StacksProperties::hasNamesakes), 10);
    }

    @Property(tries = 300)
    @Domain(StackDomain.Known.class)
    void knownStacksStateEverything(@ForAll Hardware stack) {
        assertThat(layers(stack))
                .allSatisfy(layer ->
                        assertThat(statesAll(layer)).as(layer.toString()).isTrue());
    }

    @Property(tries = 300)
    @Domain(StackDomain.ContainersOnHost.class)
    void containersStandOnHosts(@ForAll Hardware stack) {
        assertThat(layers(stack).map(Layer::kind)).doesNotContain(LayerKind.HYPERVISOR, LayerKind.GUEST_OS);
        covers(
                "several images",
                layers(stack).filter(Binaries.class::isInstance).count() > 1,
                50);
        covers("shared layers", sharesLayers(stack), 15);
    }

    @Property(tries = 100)
    @Domain(StackDomain.NearOverflow.class)
    void figuresReachTheLimits(@ForAll Hardware stack) {
        covers("most copies", Outline.of(stack).contains(" x " + Integer.MAX_VALUE), 20);
        covers("largest size", Outline.of(stack).contains(Long.MAX_VALUE + " B"), 50);
    }

    @Property(tries = 300)
    @Domain(StackDomain.Conflicting.class)
    void conflictsOccur(@ForAll Hardware stack) {
        covers("one key with two sizes", hasConflict(stack), 20);
    }

    @Property(tries = 300)
    @Domain(StackDomain.class)
    void nothingConflictsUnlessAskedFor(@ForAll Hardware stack) {
        assertThat(hasConflict(stack)).isFalse();
    }

    @Property(tries = 300)
    @Domain(StackDomain.class)
    void fleetsHoldEqualMachines(@ForAll List<Hardware> fleet) {
        covers("equal machines", ImmutableSet.copyOf(fleet).size() < fleet.size(), 30);
        covers("no machine", fleet.isEmpty(), 3);
    }

    @Example
    void tinyStacksAreAllDifferent() {
        List<Hardware> tiny = Stacks.tiny().toList();
        assertThat(tiny.size()).isEqualTo(644);
        assertThat(Stacks.tiny(5).count()).isEqualTo(4786);
        assertThat(ImmutableSet.copyOf(tiny)).hasSameSizeAs(tiny);
        assertThat(tiny).allMatch(stack -> layers(stack).count() <= 5);
    }

    /** From any seed, a container ends as the four layers it needs: no more can be left out. */
    @Example
    void stacksShrinkToWhatMatters() {
        Predicate<Hardware> holdsContainer = stack -> any(
                layers(stack).toList(),
                DockerDaemon.class,
                daemon -> daemon.runs().elementSet().stream()
                        .anyMatch(image -> !image.runs().isEmpty()));
        Random random = new Random(20_261_124);
        for (int tries = 0; tries < 5; tries++) {
            Shrinkable<Hardware> found = Stream.generate(
                            () -> Stacks.any().generator(1000).next(random))
                    .filter(candidate -> holdsContainer.test(candidate.value()))
                    .findFirst()
                    .orElseThrow();
            assertThat(layers(shrunk(found, holdsContainer)).map(Layer::kind))
                    .containsExactly(
                            LayerKind.HARDWARE,
                            LayerKind.HOST_OS,
                            LayerKind.DOCKER_DAEMON,
                            LayerKind.BINARIES,
                            LayerKind.APPLICATION);
        }
    }

    private static Hardware shrunk(Shrinkable<Hardware> from, Predicate<Hardware> falsifies) {
        Shrinkable<Hardware> best = from;
        Optional<Shrinkable<Hardware>> better = Optional.of(from);
        while (better.isPresent()) {
            best = better.orElseThrow();
            better = best.shrink()
                    .filter(smaller -> falsifies.test(smaller.value()))
                    .findFirst();
        }
        return best.value();
    }

    private static void covers(String what, boolean met, int percent) {
        Statistics.label(what).collect(met);
        Statistics.label(what).coverage(coverage -> coverage.check(true).percentage(share -> share >= percent));
    }

    private static Stream<Layer> layers(Layer layer) {
        return Stream.concat(
                Stream.of(layer), layer.runs().elementSet().stream().flatMap(StacksProperties::layers));
    }

    private static <L> boolean any(List<Layer> layers, Class<L> type, Predicate<L> property) {
        return layers.stream().filter(type::isInstance).map(type::cast).anyMatch(property);
    }

    private static boolean hasHypervisor(GuestOS guest) {
        return guest.runs().elementSet().stream().anyMatch(HostedHypervisor.class::isInstance);
    }

    private static boolean hasDisk(GuestOS guest, Class<? extends VirtualDisk> kind) {
        return guest.machine().stream()
                .flatMap(machine -> machine.disks().stream())
                .anyMatch(kind::isInstance);
    }

    private static boolean hasUnusedImage(DockerDaemon daemon) {
        return daemon.runs().elementSet().stream()
                .anyMatch(image -> image.runs().isEmpty());
    }

    private static boolean repeatsLayer(Binaries binaries) {
        return binaries.image()
                .filter(image ->
                        new HashSet<>(image.layers()).size() < image.layers().size())
                .isPresent();
    }

    private static boolean sharesLayers(Hardware stack) {
        return any(layers(stack).toList(), DockerDaemon.class, daemon -> {
            Set<Object> seen = new HashSet<>();
            return daemon.runs().elementSet().stream()
                    .flatMap(binaries -> binaries.image().stream())
                    .distinct()
                    .flatMap(image -> image.chainIds().stream())
                    .anyMatch(id -> !seen.add(id));
        });
    }

    private static boolean hasCopies(Layer layer) {
        return layer.runs().entrySet().stream().anyMatch(entry -> entry.getCount() > 1);
    }

    private static boolean hasNamesakes(Layer layer) {
        List<String> names = layer.runs().elementSet().stream().map(Layer::name).toList();
        return new HashSet<>(names).size() < names.size();
    }

    private static boolean hasConflict(Hardware stack) {
        ImmutableSetMultimap<Object, Object> sizes = layers(stack)
                .flatMap(StacksProperties::stored)
                .collect(ImmutableSetMultimap.toImmutableSetMultimap(Map.Entry::getKey, Map.Entry::getValue));
        return sizes.size() > sizes.keySet().size();
    }

    /** What has one size, or one kind, wherever it is stated. */
    private static Stream<Map.Entry<Object, Object>> stored(Layer layer) {
        if (layer instanceof Binaries binaries) {
            return binaries.image().stream()
                    .flatMap(image -> image.layers().stream())
                    .flatMap(part -> Stream.concat(
                            Stream.of(Map.entry((Object) part.diffId(), (Object) part.diskSize())),
                            part.blob().stream().map(blob -> Map.entry(blob, part.compressedSize()))));
        } else if (layer instanceof Application application) {
            return application.volumes().stream().map(volume -> Map.entry(volume.name(), volume.size()));
        } else if (layer instanceof DockerDaemon daemon) {
            return daemon.store().stream().map(store -> Map.entry(store, daemon.imageStore()));
        } else if (layer instanceof GuestOS guest) {
            return guest.machine().stream()
                    .flatMap(machine -> machine.disks().stream())
                    .filter(VirtualDisk.LinkedClone.class::isInstance)
                    .map(VirtualDisk.LinkedClone.class::cast)
                    .map(clone -> Map.entry(clone.base(), clone.baseSize()));
        }
        return Stream.empty();
    }

    private static boolean statesAll(Layer layer) {
        return layer instanceof Application application
                ? application.memory().isPresent()
                        && application.memoryLimit().isPresent()
                        && application.writable().isPresent()
                : !(layer instanceof GuestOS guest) || guest.machine().isPresent();
    }
}
