package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableSet;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.List;
import java.util.Optional;

/**
 * A container as an engine describes it.
 *
 * @param id what identifies it; possibly cut short
 * @param name what it is called
 * @param imageId the image it runs; empty if only a name is stated
 * @param imageName what the image was called when the container was made
 * @param memoryLimit the most memory it may take; empty for no limit, or if that is not stated
 * @param cpuLimit the most processor time it may take; empty for no limit, or if that is not stated
 * @param writable what it has written on top of its image; empty if that is unknown
 * @param running whether it has a process, which may be paused
 * @param volumes the named volumes it uses
 * @param memory what it takes now, or what is reserved for it as long as nobody measured that; empty if that is unknown
 * @param rootFs its image and what it has written, together; empty if that is not stated
 */
public record EngineContainer(
        String id,
        String name,
        Optional<String> imageId,
        Optional<String> imageName,
        Optional<DataSize> memoryLimit,
        Optional<Cpu> cpuLimit,
        Optional<DataSize> writable,
        boolean running,
        ImmutableSet<String> volumes,
        Optional<DataSize> memory,
        Optional<DataSize> rootFs) {
    /** {@return what all descriptions say of one container; where several state something, the first counts} */
    static EngineContainer merged(List<EngineContainer> all) {
        return new EngineContainer(
                FirstStated.longest(all, EngineContainer::id),
                all.get(0).name,
                FirstStated.of(all, EngineContainer::imageId),
                FirstStated.of(all, EngineContainer::imageName),
                FirstStated.of(all, EngineContainer::memoryLimit),
                FirstStated.of(all, EngineContainer::cpuLimit),
                FirstStated.of(all, EngineContainer::writable),
                all.get(0).running,
                all.stream().flatMap(container -> container.volumes.stream()).collect(ImmutableSet.toImmutableSet()),
                FirstStated.of(all, EngineContainer::memory),
                FirstStated.of(all, EngineContainer::rootFs));
    }

    /**
     * {@return this container with what it takes now}
     *
     * @param taken empty if that is unknown
     */
    public EngineContainer withMemory(Optional<DataSize> taken) {
        return new EngineContainer(
                id, name, imageId, imageName, memoryLimit, cpuLimit, writable, running, volumes, taken, rootFs);
    }
}
