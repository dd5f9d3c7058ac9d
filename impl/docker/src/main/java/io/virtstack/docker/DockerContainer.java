package io.virtstack.docker;

import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * What one container takes. Immutable and safe for use by several threads.
 *
 * @param id what identifies it
 * @param name what it is called
 * @param image the id of its image, which may be removed; empty if the engine does not say
 * @param running whether it has a process, which may be paused
 * @param writable what it has written on top of its image; empty if unknown
 * @param rootFs its image and what it has written, together; empty if unknown
 * @param memory what it takes now, without the page cache that can be dropped at once; empty if it does not run or if unknown
 */
public record DockerContainer(
        String id,
        String name,
        Optional<String> image,
        boolean running,
        Optional<DataSize> writable,
        Optional<DataSize> rootFs,
        Optional<DataSize> memory) {}
