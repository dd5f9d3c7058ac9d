package io.virtstack.examples.cli;

import io.virtstack.docker.DockerEngine;
import io.virtstack.docker.DockerOptions;
import io.virtstack.examples.EngineFootprint;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virtstack docker}: what a running engine costs. */
@Command(
        name = "docker",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "What a running Docker Engine costs, which of its images share what, and what the same containers would cost in a"
                    + " virtual machine each. The engine is only read: nothing is created, changed or removed.",
            "",
            "Without --host the engine is where DOCKER_HOST says, else at unix:///var/run/docker.sock. In both cases"
                    + " DOCKER_TLS_VERIFY asks for TLS, with the certificates in DOCKER_CERT_PATH, else in ~/.docker."
        })
final class DockerCommand implements Runnable {
    @Option(
            names = "--host",
            paramLabel = "URI",
            description = "Where the engine listens: unix:///path/of/docker.sock or tcp://host:port.")
    private Optional<URI> host = Optional.empty();

    @Option(
            names = "--json",
            description =
                    "Exact figures as JSON: null where nothing is known. \"footprint\" and \"asVirtualMachines\" are as those"
                            + " of the command footprint; \"notes\" has what was assumed or left out.")
    private boolean json;

    @ArgGroup(validate = false, heading = "%nWhat virtual machines would take:%n")
    private GuestFigures guests = new GuestFigures();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        EngineFootprint footprint;
        try (DockerEngine engine = connect()) {
            footprint = EngineFootprint.of(engine.read(), guests.guest(), guests.hypervisor());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(EngineJson.of(footprint));
        } else {
            footprint.print(out);
        }
    }

    private DockerEngine connect() {
        DockerOptions options = DockerOptions.ofEnvironment();
        return host.map(uri -> DockerEngine.connect(uri, options)).orElseGet(() -> DockerEngine.connect(options));
    }
}
