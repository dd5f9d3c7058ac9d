package io.virtstack.docker;

import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.ReadLimits.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whatever an engine does, there is one exception that says what is wrong, soon enough, and nothing else is returned. */
@Timeout(120)
class EngineFailureTest {
    /** Enough for what a healthy engine answers at once, also on a busy machine. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final DockerOptions OPTIONS = DockerOptions.defaults().withTimeout(SHORT);
    /** One exchange more than its time is never waited for. */
    private static final Duration MOST = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void refusesAnswersThatNeverBegin() throws IOException {
        DockerException onTcp = failure("/info", Answer.silence());
        assertThat(onTcp.rule()).isEqualTo(DockerRule.TIMELY);
        assertThat(onTcp.place()).endsWith(" GET /v1.41/info");
        assertThat(onTcp).hasMessageContaining("no complete answer within 3000 ms; ");

        SmallEngine content = SmallEngine.old().with("/version", Answer.silence());
        try (FakeEngine engine = FakeEngine.onSocket(folder.resolve("s"), content.answers())) {
            assertThat(failure(engine, OPTIONS).rule()).isEqualTo(DockerRule.TIMELY);
        }
    }

    @Test
    void refusesAnswersThatNeverEnd() throws IOException {
        SmallEngine content = SmallEngine.old().with("/system/df", Answer.trickle());
        try (FakeEngine engine = FakeEngine.onSocket(folder.resolve("s"), content.answers())) {
            DockerException failure = failure(engine, OPTIONS);
            assertThat(failure.rule()).isEqualTo(DockerRule.TIMELY);
            assertThat(failure.place()).endsWith(" GET /v1.41/system/df");
        }
    }

    @Test
    void refusesAnswersThatAreTooLong() throws IOException {
        DockerOptions small = OPTIONS.withLimits(ReadLimits.defaults().with(Limit.TEXT_BYTES, 100_000));
        SmallEngine content = SmallEngine.old().with("/system/df", Answer.endless(new byte[0]));
        try (FakeEngine engine = FakeEngine.onTcp(content.answers())) {
            DockerException failure = failure(engine, small);
            assertThat(failure.rule()).isEqualTo(DockerRule.ANSWER);
            assertThat(failure)
                    .hasMessageContainingAll(
                            "/system/df", "an answer of more than 100000 bytes", "raise ReadLimits.TEXT_BYTES");
        }
    }

    @Test
    void refusesMoreImagesThanTheLimit() throws IOException {
        DockerOptions small = OPTIONS.withLimits(ReadLimits.defaults().with(Limit.IMAGES, 2));
        try (FakeEngine engine = FakeEngine.onTcp(SmallEngine.old().answers())) {
            assertThat(failure(engine, small)).hasMessageContaining("3 images exceed the limit ReadLimits.IMAGES of 2");
        }
    }

    static Stream<Arguments> misbehaviour() {
        return Stream.of(
                Arguments.of("hangs up", Answer.hangUp(), DockerRule.COMPLETE),
                Arguments.of("breaks off", Answer.half(), DockerRule.COMPLETE),
                Arguments.of("answers a page", Answer.html(200), DockerRule.ANSWER),
                Arguments.of("answers nothing", Answer.json(""), DockerRule.ANSWER),
                Arguments.of("answers half a JSON", Answer.json("{\"a\":"), DockerRule.ANSWER),
                Arguments.of("answers another JSON", Answer.json("[1,[],{}]"), DockerRule.ANSWER),
                Arguments.of("fails", Answer.error(500, "out of \\\"luck\\\""), DockerRule.SUCCESS),
                Arguments.of("stands behind a proxy", Answer.html(502), DockerRule.SUCCESS));
    }

    /** The answer to each request in turn, and to all after it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void misbehaviour(String what, Answer answer, DockerRule rule) throws IOException {
        int requests = requests();
        assertThat(requests).isGreaterThan(10);
        for (int number = 0; number < requests; number++) {
            DockerException failure = failure(SmallEngine.old().answersUntil(number, answer));
            assertThat(failure.rule())
                    .as("%s at request %s: %s", what, number, failure)
                    .isEqualTo(rule);
        }
    }

    @Test
    void saysWhatTheEngineSays() throws IOException {
        assertThat(failure("/info", Answer.error(500, "layer does not exist")))
                .hasMessageContaining("GET /v1.41/info: docker.success: status 500: layer does not exist; see what");
        assertThat(failure("/info", Answer.html(503))).hasMessageContaining("status 503: <html><body>Welcome!");
        assertThat(failure("/info", Answer.error(500, ""))).hasMessageContaining("status 500");
    }

    @Test
    void anEngineWithoutACallIsNoEngine() throws IOException {
        for (String path : new String[] {"/version", "/info", "/system/df"}) {
            try (FakeEngine engine =
                    FakeEngine.onTcp(SmallEngine.old().without(path).answers())) {
                DockerException failure = failure(engine, OPTIONS);
                assertThat(failure.rule()).as(failure.toString()).isEqualTo(DockerRule.SUCCESS);
                assertThat(failure).hasMessageContainingAll(path, "status 404", "no such thing");
            }
        }
    }

    static Stream<Arguments> versions() {
        return Stream.of(
                Arguments.of(SmallEngine.version("1.24", "1.12"), "API 1.24 is older than 1.25; update the engine"),
                Arguments.of(SmallEngine.version("0.9", "0.1"), "API 0.9 is older"),
                Arguments.of(
                        SmallEngine.version("1.60", "1.53"),
                        "API 1.53 is the oldest it speaks, which is newer than 1.52"),
                Arguments.of(SmallEngine.version("2.0", "2.0"), "API 2.0 is the oldest"));
    }

    @ParameterizedTest
    @MethodSource
    void versions(Answer version, String message) throws IOException {
        DockerException failure = failure("/version", version);
        assertThat(failure.rule()).isEqualTo(DockerRule.VERSION);
        assertThat(failure).hasMessageContaining(message);
    }

    @Test
    void anEngineWithoutAVersionIsNoEngine() throws IOException {
        for (String answer : new String[] {
            "{}", "{\"ApiVersion\":\"new\"}", "{\"ApiVersion\":\"1\"}", "{\"ApiVersion\":[]}", "{\"ApiVersion\":null}"
        }) {
            DockerException failure = failure("/version", Answer.json(answer));
            assertThat(failure.rule()).as(answer).isEqualTo(DockerRule.ANSWER);
            assertThat(failure).hasMessageContaining("GET /version").hasMessageContaining("ApiVersion");
        }
    }

    @Test
    void anImageUnderAnotherIdIsRefused() throws IOException {
        assertThat(failure(
                        "/images/" + SmallEngine.IMAGE + "/json",
                        Answer.json("{\"Id\":\"" + SmallEngine.OTHER + "\",\"RootFS\":{\"Layers\":[]}}")))
                .hasMessageContaining("something else than the image " + SmallEngine.IMAGE);
    }

    @Test
    void aContainerUnderAnotherIdIsRefused() throws IOException {
        assertThat(failure(
                        "/containers/" + SmallEngine.STOPPED + "/json",
                        Answer.json("{\"Id\":\"" + SmallEngine.RUNNING + "\",\"State\":{}}")))
                .hasMessageContaining("something else than the container " + SmallEngine.STOPPED);
    }

    @Test
    void whatDisappearsWhileItIsReadIsReadAnew() throws IOException {
        String gone = "/containers/" + SmallEngine.STOPPED + "/json";
        AtomicInteger asked = new AtomicInteger();
        BiFunction<Integer, String, Answer> healthy = SmallEngine.old().answers();
        BiFunction<Integer, String, Answer> answers =
                (number, path) -> path.equals(gone) && asked.getAndIncrement() == 0
                        ? Answer.error(404, "No such container")
                        : healthy.apply(number, path);
        try (FakeEngine engine = FakeEngine.onTcp(answers);
                DockerEngine docker = DockerEngine.connect(engine.uri(), OPTIONS)) {
            assertThat(docker.read().containers()).hasSize(2);
            assertThat(asked).hasValue(2);
        }
    }

    static Stream<String> disappearing() {
        return Stream.of(
                "/containers/" + SmallEngine.STOPPED + "/json",
                "/containers/" + SmallEngine.RUNNING + "/stats?stream=false&one-shot=true",
                "/images/" + SmallEngine.OTHER + "/json",
                "/images/" + SmallEngine.OTHER + "/history",
                "/images/" + SmallEngine.SAVED.id() + "/get");
    }

    @ParameterizedTest
    @MethodSource
    void disappearing(String path) throws IOException {
        DockerException failure = failure(path, Answer.error(404, "gone"));
        assertThat(failure.rule()).isEqualTo(DockerRule.STEADY);
        assertThat(failure).hasMessageContaining("removed while they were read, 3 times; read the engine again");
    }

    @Test
    void theEnginesTextNeitherFloodsNorForgesALog() throws IOException {
        DockerException failure =
                failure("/info", Answer.error(500, "x".repeat(10_000) + "\nvirtstack: all is well\u001b[2J"));
        assertThat(failure.getMessage()).hasSizeLessThan(1_000).doesNotContain("\n", "\u001b");
    }

    @Test
    void nobodyListens() throws IOException {
        FakeEngine engine = FakeEngine.onTcp(SmallEngine.old().answers());
        engine.close();
        assertUnreachable(engine, "Connection refused; see whether the engine listens there");

        FakeEngine onSocket =
                FakeEngine.onSocket(folder.resolve("s"), SmallEngine.old().answers());
        onSocket.close();
        assertUnreachable(onSocket, "start the engine: its socket is there, but nobody listens");
        Files.delete(folder.resolve("s"));
        assertUnreachable(onSocket, "start the engine, or state where it listens in DOCKER_HOST");
    }

    private static void assertUnreachable(FakeEngine engine, String message) {
        DockerException failure = failure(engine, OPTIONS);
        assertThat(failure.rule()).isEqualTo(DockerRule.REACHABLE);
        assertThat(failure).hasMessageContaining(message);
        assertThat(failure.getMessage()).doesNotContain("com.github", "java.net.");
    }

    private static int requests() throws IOException {
        try (FakeEngine engine = FakeEngine.onTcp(SmallEngine.old().answers());
                DockerEngine docker = DockerEngine.connect(engine.uri())) {
            docker.read();
            return engine.requests().size();
        }
    }

    private static DockerException failure(String path, Answer answer) throws IOException {
        return failure(SmallEngine.old().with(path, answer).answers());
    }

    private static DockerException failure(BiFunction<Integer, String, Answer> answers) throws IOException {
        try (FakeEngine engine = FakeEngine.onTcp(answers)) {
            return failure(engine, OPTIONS);
        }
    }

    /** What connecting and reading throws; with a place, a rule, a value and a remedy, in one line. */
    private static DockerException failure(FakeEngine engine, DockerOptions options) {
        return failure(engine, options, "one misbehaviour");
    }

    private static DockerException failure(FakeEngine engine, DockerOptions options, String what) {
        long start = System.nanoTime();
        DockerException failure = catchThrowableOfType(DockerException.class, () -> {
            try (DockerEngine docker = DockerEngine.connect(engine.uri(), options)) {
                docker.read();
            }
        });
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST);
        assertThat(failure).as("%s is not refused", what).isNotNull();
        assertThat(failure.place()).startsWith(engine.uri().toString());
        assertThat(failure.getMessage())
                .startsWith(failure.place() + ": " + failure.rule().id() + ": ")
                .matches("[^\\n]+; [^\\n]+");
        return failure;
    }
}
