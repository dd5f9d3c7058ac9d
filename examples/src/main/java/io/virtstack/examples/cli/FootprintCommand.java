package io.virtstack.examples.cli;

import io.virtstack.examples.ImageFootprint;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virtstack footprint}: what the images in archives and layouts cost. */
@Command(
        name = "footprint",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "What container images cost: each as one container on a daemon that has them all, and each in a virtual machine"
                    + " of its own on a hypervisor in the daemon's place.",
            "",
            "The daemon stores a layer once for all images that have it on the same layers below. The virtual machines share"
                    + " nothing, and each has a guest operating system besides.",
            "",
            "An archive tells what its image takes on disk. What the layers below it take, and what its program demands, it"
                    + " does not tell: that is unknown, which is not zero. A total that an unknown figure would enter reads"
                    + " \"≥\", with the number of unknown figures; a difference is then unknown too. State what you know with"
                    + " the options below."
        })
final class FootprintCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            description =
                    "What docker save writes, an OCI image archive, or the directory of an OCI layout. Each image in"
                            + " it runs once. Without a PATH a sample archive of two images is made, read and deleted.")
    private final List<Path> paths = new ArrayList<>();

    @Option(
            names = "--json",
            description =
                    "Exact figures as JSON: null where nothing is known; \"unknown\" counts the unknown figures that"
                            + " would enter each resource.")
    private boolean json;

    @ArgGroup(validate = false, heading = "%nWhat you know of the surroundings (unknown unless stated):%n")
    private KnownFigures known = new KnownFigures();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!paths.isEmpty()) {
            print(paths);
            return 0;
        }
        try (SampleArchive sample = SampleArchive.create()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "virtstack: no PATH given; this is about a sample archive of two images, made for the occasion");
            print(List.of(sample.path()));
        }
        return 0;
    }

    private void print(List<Path> files) {
        ImageFootprint footprint = ImageFootprint.read(files, known.surroundings());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(FootprintJson.of(footprint));
        } else {
            footprint.print(out);
        }
    }
}
