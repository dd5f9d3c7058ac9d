package io.virtstack.inventory.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.container.ImageReference;
import io.virtstack.layer.Application;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import java.util.function.Function;

/** A service that is complete: how many containers of which image, with which figures. */
final class ComposeService {
    private static final String LIMITS = "deploy/resources/limits/";
    private static final String RESERVATIONS = "deploy/resources/reservations/";

    private final String project;
    private final String name;
    private final ServiceDraft draft;
    private final ImmutableMap<String, String> volumes;

    /** @param volumes names of volumes by what services call them, where they are not called after the project */
    ComposeService(String project, String name, ServiceDraft draft, ImmutableMap<String, String> volumes) {
        this.project = project;
        this.volumes = volumes;
        this.name = name;
        this.draft = draft;
    }

    /** {@return whether Compose starts it without being told to by name} */
    boolean isActive(ImmutableSet<String> profiles) {
        ImmutableList<Stated> own = draft.profiles();
        return own.isEmpty()
                || profiles.contains("*")
                || own.stream().map(Stated::text).anyMatch(profiles::contains);
    }

    /** {@return whether something else than a container does what it is for} */
    boolean isProvided() {
        return draft.find("provider").isPresent();
    }

    /** {@return the image its containers run: as named, else as Compose names the one it builds} */
    ImageReference image() {
        return draft.find("image")
                .map(stated -> ImageReference.of(stated.rendered()))
                .or(() -> draft.find(ServiceDraft.BUILD).map(build -> ImageReference.of(project + "-" + name)))
                .orElseThrow(() -> draft.at()
                        .refuse(
                                "service '" + name + "' has neither an image nor a build",
                                "state one; if a variable names it, set that; if another file does, read that one"));
    }

    /** {@return how many containers it has} */
    int copies() {
        if (draft.find("deploy/mode")
                .filter(mode -> mode.text().startsWith("global"))
                .isPresent()) {
            draft.at().note("service '" + name + "' has one container on each node: one is counted");
            return 1;
        }
        return same("scale", "deploy/replicas", ComposeQuantity::count).orElse(1);
    }

    /** {@return one of its containers} */
    Application application() {
        Application.Builder application = Application.builder(draft.find("container_name")
                        .map(Stated::text)
                        .filter(text -> !text.isBlank())
                        .orElse(project + "-" + name))
                .memory(same("mem_reservation", RESERVATIONS + "memory", ComposeQuantity::size)
                        .flatMap(Function.identity()))
                .cpu(draft.find(RESERVATIONS + "cpus").flatMap(ComposeQuantity::cpus))
                .volumesAll(volumes());
        memoryLimit().ifPresent(application::memoryLimit);
        cpuLimit().ifPresent(application::cpuLimit);
        return application.build();
    }

    private Optional<DataSize> memoryLimit() {
        return same("mem_limit", LIMITS + "memory", ComposeQuantity::size).flatMap(Function.identity());
    }

    private Optional<Cpu> cpuLimit() {
        return same("cpus", LIMITS + "cpus", ComposeQuantity::cpus)
                .flatMap(Function.identity())
                .or(() -> draft.find("cpu_quota")
                        .flatMap(quota -> ComposeQuantity.share(quota, draft.find("cpu_period"))));
    }

    /** {@return what two members say that mean the same, and must not contradict each other} */
    private <T> Optional<T> same(String path, String otherPath, Function<Stated, T> reading) {
        Optional<T> one = draft.find(path).map(reading);
        Optional<T> other = draft.find(otherPath).map(reading);
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
            throw draft.find(otherPath)
                    .orElseThrow()
                    .at()
                    .refuse(
                            "'" + path + "' and '" + otherPath.replace('/', '.') + "' differ",
                            "state one of them, or the same twice");
        }
        return one.or(() -> other);
    }

    private ImmutableList<Volume> volumes() {
        return draft.mounts().values().stream()
                .filter(Mount::volume)
                .map(mount -> mount.source()
                        .map(source -> Volume.ofUnknownSize(volumes.getOrDefault(source, project + "_" + source)))
                        .orElseGet(() -> Volume.ofUnknownSize(mount.target()).unshared()))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }
}
