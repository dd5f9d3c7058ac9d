package io.virtstack.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Docker Engine of the test's own, in a folder of its own. Needs root and Debian's packages {@code docker.io} and
 * {@code busybox-static}.
 */
public final class OwnEngine implements AutoCloseable {
    private static final long LONGEST_SECONDS = 60;
    private static final int POLL_MILLIS = 100;

    private final Path folder;

    private OwnEngine(Path folder) {
        this.folder = folder;
    }

    /** An engine that runs until it is closed. */
    public static OwnEngine start(Path folder) throws IOException, InterruptedException {
        require("dockerd", "docker.io");
        require("docker", "docker.io");
        OwnEngine engine = new OwnEngine(folder);
        new ProcessBuilder(
                        "dockerd",
                        "--data-root=" + engine.data(),
                        "--exec-root=" + folder.resolve("exec"),
                        "--pidfile=" + folder.resolve("pid"),
                        "--host=" + engine.uri(),
                        "--storage-driver=overlay2",
                        "--bridge=none",
                        "--iptables=false",
                        "--ip-forward=false")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            engine.awaitReady();
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
        return engine;
    }

    /** The binary of a package that is installed on this machine. */
    static Path require(String program, String debianPackage) {
        return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/sbin", "/bin")
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "the profile 'real' needs " + program + ": apt-get install " + debianPackage));
    }

    public URI uri() {
        return URI.create("unix://" + folder.resolve("docker.sock"));
    }

    /** Where the engine keeps layers. */
    Path data() {
        return folder.resolve("root");
    }

    /** What a command of Docker's command line prints; it must succeed. */
    String docker(String... arguments) throws IOException, InterruptedException {
        return docker(Optional.empty(), arguments);
    }

    String docker(Optional<Path> input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker", "--host=" + uri()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("DOCKER_BUILDKIT", "0");
        input.ifPresent(file -> builder.redirectInput(file.toFile()));
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " takes too long");
        }
        String text = Files.readString(output).strip();
        if (process.exitValue() != 0) {
            throw new AssertionError(command + ": " + text);
        }
        return text;
    }

    /** What the engine itself answers, as its own JSON. */
    public JsonNode get(String path) throws IOException {
        DockerOptions options = DockerOptions.defaults();
        try (Connection connection = new Connection(Address.of(uri()), options)) {
            byte[] answer = connection.get(path, InputStream::readAllBytes);
            return new ObjectMapper().readTree(answer);
        }
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (long waited = 0; waited < LONGEST_SECONDS * 1_000; waited += POLL_MILLIS) {
            if (Files.exists(folder.resolve("docker.sock")) && log().contains("API listen on")) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new AssertionError("dockerd does not start: " + log());
    }

    @Override
    public void close() throws IOException {
        Path file = folder.resolve("pid");
        if (!Files.exists(file)) {
            return;
        }
        Optional<ProcessHandle> daemon =
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
        daemon.ifPresent(process -> {
            process.destroy();
            try {
                process.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            } catch (Exception e) {
                process.destroyForcibly();
            }
        });
    }
}
