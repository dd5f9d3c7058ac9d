package io.virtstack.diagram.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A headless Chromium of the test's own, with a profile of its own and no way to the network. */
final class Chromium {
    private static final long LONGEST_SECONDS = 30;
    private static final int POLL_MILLIS = 50;

    private final Process process;
    private final Path folder;

    private Chromium(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    static Chromium start() {
        Path program = require();
        try {
            Path folder = Files.createTempDirectory("virtstack-browser");
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--headless",
                            // Chromium refuses to run as root with its sandbox; the pages are the tests' own.
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--user-data-dir=" + folder.resolve("profile"),
                            "--remote-debugging-port=0",
                            "--no-first-run",
                            "--no-default-browser-check",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-default-apps",
                            "--disable-domain-reliability",
                            "--disable-extensions",
                            "--disable-sync",
                            "--metrics-recording-only",
                            "--mute-audio",
                            "--no-pings",
                            "--block-new-web-contents",
                            "--force-color-profile=srgb",
                            "--force-device-scale-factor=1",
                            "--hide-scrollbars",
                            "--password-store=basic",
                            // No name resolves, whoever asks.
                            "--host-resolver-rules=MAP * ~NOTFOUND",
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            process.getOutputStream().close();
            return new Chromium(process, folder);
        } catch (IOException e) {
            throw new AssertionError(program + " does not start", e);
        }
    }

    private static Path require() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "the profile 'real' needs chromium on the PATH: apt-get install chromium fonts-dejavu-core"));
    }

    /** Where it listens, once it does. */
    URI awaitAddress() {
        // Its first line is the port, its second the path.
        Path file = folder.resolve("profile").resolve("DevToolsActivePort");
        for (long waited = 0; waited < LONGEST_SECONDS * 1_000; waited += POLL_MILLIS) {
            List<String> lines = lines(file);
            if (lines.size() >= 2) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            if (!process.isAlive()) {
                throw new AssertionError("chromium ended at once with " + process.exitValue() + ": "
                        + String.join("\n", lines(folder.resolve("log"))));
            }
            pause();
        }
        throw new AssertionError("chromium does not listen within " + LONGEST_SECONDS + " s: "
                + String.join("\n", lines(folder.resolve("log"))));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while chromium starts", e);
        }
    }

    /** Ends this process, with the children it has made, and deletes its profile. */
    void end(boolean asked) {
        List<ProcessHandle> children = process.descendants().toList();
        if (!asked || !ended(process.toHandle())) {
            process.destroy();
        }
        if (!ended(process.toHandle())) {
            process.destroyForcibly();
        }
        for (ProcessHandle child : children) {
            if (!ended(child)) {
                child.destroyForcibly();
            }
        }
        delete();
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new AssertionError("the browser's profile stays in " + folder, e);
        }
    }
}
