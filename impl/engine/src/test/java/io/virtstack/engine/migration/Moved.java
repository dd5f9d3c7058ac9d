package io.virtstack.engine.migration;

import io.virtstack.engine.Standing;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.machine.Volume;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a stack a migration must carry over, counted by walking over all places. */
final class Moved {
    private Moved() {}

    /** Application copies by name and version. */
    static Map<String, Long> applications(Hardware machine) {
        return count(machine, Application.class, standing -> {
            Application application = (Application) standing.layer();
            return application.name() + " " + application.version();
        });
    }

    /** Application copies by all they state but whose volumes are shared; what is in a stopped machine counts as stopped. */
    static Map<Application, Long> asTheyRun(Hardware machine) {
        return count(machine, Application.class, standing -> {
            Application application = (Application) standing.layer();
            Application plain = application.withVolumes(application.volumes().stream()
                    .map(volume -> new Volume(volume.name().replaceFirst("@.*", ""), volume.size(), true))
                    .toList());
            return standing.running() ? plain : plain.withRunning(false);
        });
    }

    /** Copies of binaries by all they state but the family, which follows from where they stood; what runs on them is no part. */
    static Map<Binaries, Long> binaries(Hardware machine) {
        return count(machine, Binaries.class, standing -> {
            Binaries binaries = (Binaries) standing.layer();
            Binaries.Builder plain = Binaries.builder(binaries.name());
            binaries.version().ifPresent(plain::version);
            binaries.disk().ifPresent(plain::disk);
            binaries.image().ifPresent(plain::image);
            return plain.build();
        });
    }

    static long copies(Hardware machine, Class<? extends Layer> kind) {
        return all(machine, kind).mapToLong(Standing::copies).sum();
    }

    static Stream<Standing> all(Hardware machine, Class<? extends Layer> kind) {
        return Standing.all(machine).filter(standing -> kind.isInstance(standing.layer()));
    }

    private static <K> Map<K, Long> count(Hardware machine, Class<? extends Layer> kind, Function<Standing, K> key) {
        return all(machine, kind).collect(Collectors.groupingBy(key, Collectors.summingLong(Standing::copies)));
    }
}
