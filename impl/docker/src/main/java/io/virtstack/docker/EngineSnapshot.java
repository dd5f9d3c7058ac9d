package io.virtstack.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.assembly.DaemonFacts;
import io.virtstack.inventory.assembly.HardwareFacts;
import io.virtstack.inventory.assembly.HostFacts;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.docker.ContainerStats;
import io.virtstack.inventory.docker.DockerJson;
import io.virtstack.inventory.docker.DockerOutput;
import io.virtstack.inventory.docker.EngineContainer;
import io.virtstack.inventory.docker.EngineImage;
import io.virtstack.inventory.docker.EnginePart;
import io.virtstack.inventory.docker.EngineState;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an engine answers to one round of calls. */
final class EngineSnapshot {
    private final Api api;
    private final ReadLimits limits;
    private final List<String> notes = new ArrayList<>();
    private final List<Long> processes = new ArrayList<>();

    EngineSnapshot(Api api, ReadLimits limits) {
        this.api = api;
        this.limits = limits;
    }

    DockerReading reading() {
        Source info = api.info();
        Parts stated = facts(info);
        DockerDaemon daemon = stated.all(DaemonFacts.class).get(0).daemon();
        EngineState usage = DockerJson.state(api.diskUsage()).and(DockerJson.state(info));
        api.check(Limit.IMAGES, usage.images().size(), "images");

        ImageDetails details = new ImageDetails(api, limits, daemon.imageStore(), notes);
        EngineState listed = usage.and(EngineState.ofImages(details.of(ids(usage))));
        EngineState hidden = EngineState.ofImages(details.ofUnlisted(unlisted(listed)));
        EngineState state = completed(listed, hidden);

        Parts parts = new Parts();
        stated.all(HardwareFacts.class).forEach(parts::add);
        stated.all(HostFacts.class).forEach(parts::add);
        parts.add(new DaemonFacts(info, new EngineOverhead(api, notes).of(daemon, processes)));
        parts.add(new EnginePart(info, state));
        Hardware machine = new MachineAssembly(parts).assemble().get(0);

        EngineFigures figures = new EngineFigures(state, listed.images().size(), info);
        return new DockerReading(machine, figures.images(), figures.containers(), figures.layersSize(), allNotes());
    }

    private Parts facts(Source info) {
        Parts parts = new Parts();
        DockerOutput.ALL.stream().filter(output -> output.recognises(info)).forEach(output -> output.read(info, parts));
        if (parts.all(DaemonFacts.class).isEmpty()) {
            throw api.malformed("no engine in the answer to GET /info", null);
        }
        return parts;
    }

    private static ImmutableList<String> ids(EngineState usage) {
        return usage.images().stream().map(EngineImage::id).collect(ImmutableList.toImmutableList());
    }

    /** {@return images that have containers but are not listed: steps of a builder, and those that were removed by force} */
    private static ImmutableSet<String> unlisted(EngineState listed) {
        ImmutableSet<String> used = listed.containers().stream()
                .flatMap(container -> container.imageId().stream())
                .collect(ImmutableSet.toImmutableSet());
        return Sets.difference(used, ImmutableSet.copyOf(ids(listed))).immutableCopy();
    }

    private EngineState completed(EngineState listed, EngineState hidden) {
        EngineState images = listed.and(hidden);
        ImmutableList<EngineContainer> containers =
                listed.containers().stream().map(this::detailed).collect(ImmutableList.toImmutableList());
        return images.and(EngineState.ofContainers(containers));
    }

    private EngineContainer detailed(EngineContainer listed) {
        Source answer = api.container(listed.id());
        EngineContainer container = Iterables.getFirst(DockerJson.state(answer).containers(), null);
        if (container == null || !container.id().equals(listed.id())) {
            throw api.malformed("something else than the container " + listed.id() + " in the answer", null);
        }
        if (!container.running()) {
            return container;
        }
        pid(answer).ifPresent(processes::add);
        return container.withMemory(ContainerStats.memory(api.stats(listed.id())));
    }

    private static Optional<Long> pid(Source container) {
        return TextDocuments.of(container).stream()
                .flatMap(node -> node.path("State", "Pid").stream())
                .map(Node::wholeNumber)
                .filter(pid -> pid > 0)
                .findFirst();
    }

    private ImmutableList<String> allNotes() {
        return Stream.concat(
                        notes.stream(),
                        api.answers().stream()
                                .flatMap(answer -> answer.notes().stream())
                                .map(InventoryNote::toString))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }
}
