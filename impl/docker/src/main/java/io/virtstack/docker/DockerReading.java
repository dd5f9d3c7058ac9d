package io.virtstack.docker;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Hardware;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * What an engine had when it was read. Immutable and safe for use by several threads.
 *
 * @param machine the engine as layers: hardware, operating system, daemon, images, and containers on them
 * @param images what each listed image takes, in the engine's order; a builder's hidden steps are not listed
 * @param containers what each container takes, in the engine's order
 * @param layersSize what the layers of all listed images take together, each once per chain; empty if unknown
 * @param notes what was assumed or is left out, and why, each one line
 */
public record DockerReading(
        Hardware machine,
        ImmutableList<DockerImage> images,
        ImmutableList<DockerContainer> containers,
        Optional<DataSize> layersSize,
        ImmutableList<String> notes) {}
