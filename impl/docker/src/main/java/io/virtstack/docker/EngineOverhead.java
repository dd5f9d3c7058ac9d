package io.virtstack.docker;

import com.google.common.math.LongMath;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What an engine itself takes, measured where it runs on this machine. */
final class EngineOverhead {
    private static final LocalProcesses HERE = new LocalProcesses(Path.of("/proc"));

    private final Api api;
    private final List<String> notes;

    /** @param notes what cannot be measured is added here */
    EngineOverhead(Api api, List<String> notes) {
        this.api = api;
        this.notes = notes;
    }

    /**
     * {@return the daemon with what it takes itself}
     *
     * @param containers the first process of each running container
     */
    DockerDaemon of(DockerDaemon daemon, List<Long> containers) {
        Optional<Long> process = api.socket().flatMap(HERE::daemon);
        Optional<DataSize> memory = process.flatMap(HERE::daemonMemory);
        if (memory.isEmpty()) {
            notes.add("what the engine and its shims take is unknown: it can be measured only on the engine's own Linux"
                    + " machine, by root");
            return daemon;
        }
        DockerDaemon measured = daemon.withMemory(memory);
        if (containers.isEmpty()) {
            return measured;
        }
        Optional<DataSize> shims = HERE.shimMemory(containers);
        if (shims.isEmpty()) {
            notes.add("what the shims of the containers take is left out: they cannot be seen from here");
            return measured;
        }
        long each = LongMath.divide(shims.get().bytes(), containers.size(), RoundingMode.CEILING);
        notes.add(
                containers.size() == 1
                        ? "the shim of the running container takes " + shims.get()
                        : "the shims of " + containers.size() + " running containers take " + shims.get()
                                + " together: each container is counted with an equal part, rounded up to a byte");
        return measured.withOverhead(new ContainerOverhead(DataSize.ofBytes(each), Cpu.ZERO));
    }
}
