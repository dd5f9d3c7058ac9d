package io.virtstack.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the project in {@code consumer} printed, which this build ran before as a stranger's build would. */
class ConsumerIT {
    @Test
    void runsOnTheClassPath() throws IOException {
        assertThat(printed("class-path.txt"))
                .containsSubsequence("disk 3259 MB", "operating systems 3", "applications 3")
                .last()
                .asString()
                .startsWith("run as unnamed module");
    }

    @Test
    void runsOnTheModulePathAndFindsTheEngineWithoutNamingIt() throws IOException {
        assertThat(printed("module-path.txt"))
                .containsSubsequence("disk 3259 MB", "operating systems 3", "applications 3")
                .last()
                .isEqualTo("run as module com.example.consumer");
    }

    @Test
    void isToldWhichArtifactIsMissingWithoutTheEngine() throws IOException {
        assertThat(printed("without-engine.txt").get(0)).contains("add the artifact io.virtstack:virtstack-engine");
    }

    private static List<String> printed(String file) throws IOException {
        return Printed.lines(Files.readString(
                Path.of(System.getProperty("virtstack.consumer", "")).resolve(file)));
    }
}
