package io.virtstack.docker;

import com.google.common.primitives.Ints;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryOptions;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Engine API in the newest version that both sides know. */
final class Api {
    private static final String NO_ENGINE = "see whether a Docker Engine listens there";

    /** Before it there was no disk usage to ask for. */
    private static final Version OLDEST = new Version(1, 25);

    private static final Version NEWEST = new Version(1, 52);
    private static final Version WITH_ONE_SHOT = new Version(1, 41);
    private static final Version WITH_VERBOSE = new Version(1, 52);

    private final Connection connection;
    private final DockerOptions options;
    private final Version version;
    private final List<Source> answers = new ArrayList<>();

    private Api(Connection connection, DockerOptions options, Version version) {
        this.connection = connection;
        this.options = options;
        this.version = version;
    }

    /**
     * {@return the API of an engine}
     *
     * @throws DockerException if the engine cannot be reached, or there is no version that both sides know
     */
    static Api of(Connection connection, DockerOptions options) {
        Api unversioned = new Api(connection, options, OLDEST);
        return new Api(connection, options, unversioned.negotiated());
    }

    /** {@return all answers so far, with the notes made of them} */
    List<Source> answers() {
        return answers;
    }

    /** {@return what the engine says of itself and its machine} */
    Source info() {
        return require(versioned("/info"), AnswerForm.INFO);
    }

    /** {@return what images, containers and volumes take} */
    Source diskUsage() {
        return require(
                versioned(version.atLeast(WITH_VERBOSE) ? "/system/df?verbose=1" : "/system/df"),
                AnswerForm.DISK_USAGE);
    }

    /**
     * {@return the details of an image}
     *
     * @param id the digest that identifies it
     */
    Source image(String id) {
        return get("/images/" + id + "/json", AnswerForm.DETAILS);
    }

    /**
     * {@return the steps an image was made in}
     *
     * @param id the digest that identifies it
     */
    Source history(String id) {
        return get("/images/" + id + "/history", AnswerForm.LIST);
    }

    /**
     * {@return what was made of an image's archive}
     *
     * @param id the digest that identifies it
     * @param reader reads the archive, as far as it needs to
     */
    Source archive(String id, Connection.Reader<byte[]> reader) {
        String path = versioned("/images/" + id + "/get");
        return connection.get(path, body -> answer(path, reader.read(body)));
    }

    /**
     * {@return the details of a container}
     *
     * @param id what identifies it
     */
    Source container(String id) {
        return get("/containers/" + id + "/json", AnswerForm.DETAILS);
    }

    /**
     * {@return what a container takes now}
     *
     * @param id what identifies it
     */
    Source stats(String id) {
        return get(
                "/containers/" + id + "/stats?stream=false" + (version.atLeast(WITH_ONE_SHOT) ? "&one-shot=true" : ""),
                AnswerForm.STATS);
    }

    /** {@return the socket of an engine on this machine} */
    Optional<Path> socket() {
        return Optional.of(connection.address())
                .filter(Address::isSocket)
                .map(address -> Path.of(address.uri().getPath()));
    }

    /**
     * Refuses too much of something.
     *
     * @param limit what bounds it
     * @param count how many there are
     * @param what what they are
     */
    void check(Limit limit, long count, String what) {
        long most = options.limits().get(limit);
        if (count > most) {
            throw malformed(count + " " + what + " exceed the limit ReadLimits." + limit + " of " + most, null);
        }
    }

    /**
     * {@return the exception for an answer that is not as the API demands}
     *
     * @param value what is wrong with it
     * @param cause the failure underneath, null for none
     */
    DockerException malformed(String value, @Nullable Throwable cause) {
        return new DockerException(connection.address().toString(), DockerRule.ANSWER, value, NO_ENGINE, cause);
    }

    private Source get(String call, AnswerForm form) {
        return getExactly(versioned(call), form);
    }

    /** {@return the answer to a call that every engine knows} */
    private Source require(String path, AnswerForm form) {
        try {
            return getExactly(path, form);
        } catch (Connection.Missing e) {
            throw e.refusal();
        }
    }

    private String versioned(String call) {
        return "/v" + version + call;
    }

    private Source getExactly(String path, AnswerForm form) {
        Source answer = connection.get(path, body -> answer(path, bounded(path, body)));
        try {
            if (form.fits(answer)) {
                return answer;
            }
        } catch (InventoryException e) {
            throw refuse(path, String.valueOf(e.getMessage()), NO_ENGINE, e);
        }
        throw refuse(path, "something else than " + form, NO_ENGINE, null);
    }

    private byte[] bounded(String path, InputStream body) throws IOException {
        long limit = options.limits().get(Limit.TEXT_BYTES);
        byte[] bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
        if (bytes.length > limit) {
            throw refuse(
                    path,
                    "an answer of more than " + limit + " bytes",
                    "if the engine is to be trusted, raise ReadLimits.TEXT_BYTES",
                    null);
        }
        return bytes;
    }

    private DockerException refuse(String path, String value, String remedy, @Nullable Throwable cause) {
        return new DockerException(connection.address() + " GET " + path, DockerRule.ANSWER, value, remedy, cause);
    }

    private Source answer(String path, byte[] bytes) {
        Source answer = new Source(
                Path.of(path.substring(0, (path + "?").indexOf('?'))),
                bytes,
                InventoryOptions.defaults().withLimits(options.limits()),
                InventoryException::new);
        answers.add(answer);
        return answer;
    }

    private Version negotiated() {
        Node stated = TextDocuments.of(require("/version", AnswerForm.VERSION)).get(0);
        Optional<Version> newest;
        Optional<Version> oldest;
        try {
            newest = stated.findText("ApiVersion").flatMap(Version::parse);
            oldest = stated.findText("MinAPIVersion").flatMap(Version::parse);
        } catch (InventoryException e) {
            throw refuse("/version", String.valueOf(e.getMessage()), NO_ENGINE, e);
        }
        Version theirs = newest.orElseThrow(() -> refuse("/version", "ApiVersion is no version", NO_ENGINE, null));
        if (!theirs.atLeast(OLDEST)) {
            throw unknown("API " + theirs + " is older than " + OLDEST, "update the engine to 1.13 or later");
        }
        if (oldest.filter(least -> !NEWEST.atLeast(least)).isPresent()) {
            throw unknown(
                    "API " + oldest.get() + " is the oldest it speaks, which is newer than " + NEWEST,
                    "use a newer release of VirtStack, or lower the engine's DOCKER_MIN_API_VERSION");
        }
        return theirs.atLeast(NEWEST) ? NEWEST : theirs;
    }

    private DockerException unknown(String value, String remedy) {
        return new DockerException(connection.address().toString(), DockerRule.VERSION, value, remedy, null);
    }

    /** Two numbers. */
    record Version(int major, int minor) {
        static Optional<Version> parse(String text) {
            int dot = text.indexOf('.');
            Integer major = dot < 0 ? null : Ints.tryParse(text.substring(0, dot));
            Integer minor = dot < 0 ? null : Ints.tryParse(text.substring(dot + 1));
            return major == null || minor == null ? Optional.empty() : Optional.of(new Version(major, minor));
        }

        boolean atLeast(Version other) {
            return major > other.major || (major == other.major && minor >= other.minor);
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }
}
