package io.virtstack.docker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What an engine with three images and two containers answers.
 *
 * <p>Two images share their lowest layer. The history of the third does not tell its layers apart, so that its archive is asked
 * for.
 */
final class SmallEngine {
    static final String BASE = digest('1');
    static final String TOP = digest('2');
    static final String IMAGE = digest('a');
    static final String OTHER = digest('b');
    static final String RUNNING = "c".repeat(64);
    static final String STOPPED = "d".repeat(64);
    static final SavedArchive SAVED = new SavedArchive(
            "saved:1",
            List.of(
                    LayerTar.of(tar -> tar.file("x", 10)),
                    LayerTar.of(tar -> tar.directory("y")),
                    LayerTar.of(tar -> tar.file("z", 20))),
            List.of(true, false, true, false, true));

    private final Map<String, Answer> answers = new LinkedHashMap<>();

    private SmallEngine() {}

    /** As API 1.41 has it. */
    static SmallEngine old() {
        SmallEngine engine = new SmallEngine();
        engine.answers.put("/version", version("1.41", "1.12"));
        engine.answers.put(
                "/system/df",
                Answer.json("{\"LayersSize\":630,\"Images\":" + images() + ",\"Containers\":" + containers()
                        + ",\"Volumes\":[],\"BuildCache\":[]}"));
        return engine.withDetails();
    }

    /** As API 1.52 has it. */
    static SmallEngine recent() {
        SmallEngine engine = new SmallEngine();
        engine.answers.put("/version", version("1.52", "1.44"));
        engine.answers.put(
                "/system/df?verbose=1",
                Answer.json("{\"ImageUsage\":{\"TotalCount\":3,\"TotalSize\":630,\"Items\":" + images()
                        + "},\"ContainerUsage\":{\"TotalCount\":2,\"Items\":" + containers()
                        + "},\"VolumeUsage\":{\"TotalCount\":0,\"Items\":[]}}"));
        return engine.withDetails();
    }

    static Answer version(String newest, String oldest) {
        return Answer.json("{\"ApiVersion\":\"" + newest + "\",\"MinAPIVersion\":\"" + oldest + "\"}");
    }

    SmallEngine with(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    SmallEngine without(String path) {
        answers.remove(path);
        return this;
    }

    BiFunction<Integer, String, Answer> answers() {
        return (number, path) -> answers.getOrDefault(path, Answer.error(404, "no such thing: " + path));
    }

    /** From the request of this number on, something else. */
    BiFunction<Integer, String, Answer> answersUntil(int number, Answer then) {
        return (count, path) -> count < number ? answers().apply(count, path) : then;
    }

    /** Something else to the request of this number. */
    BiFunction<Integer, String, Answer> answersBut(int number, Answer other) {
        return (count, path) -> count == number ? other : answers().apply(count, path);
    }

    private SmallEngine withDetails() {
        answers.put(
                "/info",
                Answer.json("{\"Name\":\"fake\",\"NCPU\":4,\"MemTotal\":8000000000,\"Architecture\":\"x86_64\","
                        + "\"OSType\":\"linux\",\"OperatingSystem\":\"Some Linux\",\"Driver\":\"overlay2\"}"));
        answers.put("/images/" + IMAGE + "/json", image(IMAGE, 300, List.of(BASE, TOP)));
        answers.put("/images/" + IMAGE + "/history", Answer.json("[{\"Size\":200},{\"Size\":0},{\"Size\":100}]"));
        answers.put("/images/" + OTHER + "/json", image(OTHER, 100, List.of(BASE)));
        answers.put("/images/" + OTHER + "/history", Answer.json("[{\"Size\":100}]"));
        answers.put(
                "/images/" + SAVED.id() + "/json",
                image(
                        SAVED.id(),
                        330,
                        SAVED.layers().stream()
                                .map(layer -> LayerTar.digest(layer).value())
                                .toList()));
        answers.put(
                "/images/" + SAVED.id() + "/history",
                Answer.json("[{\"Size\":220},{\"Size\":0},{\"Size\":0},{\"Size\":110},{\"Size\":0}]"));
        answers.put("/images/" + SAVED.id() + "/get", Answer.bytes(SAVED.bytes()));
        answers.put(
                "/containers/" + RUNNING + "/json",
                Answer.json("{\"Id\":\"" + RUNNING
                        + "\",\"Name\":\"/web\",\"State\":{\"Running\":true,\"Pid\":4194305}," + "\"Image\":\"" + IMAGE
                        + "\",\"HostConfig\":{\"Memory\":64000000,\"NanoCpus\":500000000}}"));
        Answer stats = Answer.json("{\"memory_stats\":{\"usage\":5000,\"stats\":{\"inactive_file\":1000}}}");
        answers.put("/containers/" + RUNNING + "/stats?stream=false&one-shot=true", stats);
        answers.put("/containers/" + RUNNING + "/stats?stream=false", stats);
        answers.put(
                "/containers/" + STOPPED + "/json",
                Answer.json("{\"Id\":\"" + STOPPED + "\",\"Name\":\"/job\",\"State\":{\"Running\":false,\"Pid\":0},"
                        + "\"Image\":\"" + OTHER + "\",\"HostConfig\":{}}"));
        return this;
    }

    private static String images() {
        return "[" + listed(IMAGE, 300, "\"one:1\",\"one:latest\"") + "," + listed(OTHER, 100, "") + ","
                + listed(SAVED.id(), 330, "\"saved:1\"") + "]";
    }

    private static String listed(String id, long size, String tags) {
        return "{\"Id\":\"" + id + "\",\"RepoTags\":[" + tags + "],\"Size\":" + size + ",\"SharedSize\":0}";
    }

    static String containers() {
        return "[" + container(RUNNING, "web", IMAGE, "running", 7) + ","
                + container(STOPPED, "job", OTHER, "exited", 0) + "]";
    }

    /** What an engine leaves out is 0. */
    private static String container(String id, String name, String image, String state, long writable) {
        return "{\"Id\":\"" + id + "\",\"Names\":[\"/" + name + "\"],\"ImageID\":\"" + image + "\",\"Image\":\"" + image
                + "\",\"State\":\"" + state + "\"" + (writable > 0 ? ",\"SizeRw\":" + writable : "") + "}";
    }

    private static Answer image(String id, long size, List<String> layers) {
        return Answer.json(
                "{\"Id\":\"" + id + "\",\"RepoTags\":[],\"Architecture\":\"amd64\",\"Os\":\"linux\",\"Size\":" + size
                        + ",\"RootFS\":{\"Type\":\"layers\",\"Layers\":[\"" + String.join("\",\"", layers) + "\"]}}");
    }

    private static String digest(char digit) {
        return "sha256:" + String.valueOf(digit).repeat(64);
    }
}
