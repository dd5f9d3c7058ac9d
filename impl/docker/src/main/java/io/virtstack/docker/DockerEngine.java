package io.virtstack.docker;

import java.net.URI;
import java.util.Map;

/**
 * A running Docker Engine, which is only read: nothing but GET requests is sent to it, and nothing is created, changed or removed.
 *
 * <pre>{@code
 * try (DockerEngine docker = DockerEngine.connect()) {
 *     DockerReading reading = docker.read();
 *     Footprint footprint = AggregationEngine.create().footprint(reading.machine());
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads; they read one after the other.
 */
public final class DockerEngine implements AutoCloseable {
    private final Connection connection;
    private final DockerOptions options;

    private DockerEngine(Connection connection, DockerOptions options) {
        this.connection = connection;
        this.options = options;
    }

    /**
     * {@return the engine that the Docker command line would use, without its contexts}
     *
     * <p>Of the environment {@code DOCKER_HOST} says where it listens, {@code unix:///var/run/docker.sock} by default;
     * {@code DOCKER_TLS_VERIFY} asks for TLS, with the certificates in {@code DOCKER_CERT_PATH}, which is {@code ~/.docker} by
     * default.
     *
     * @throws DockerException if it cannot be reached, or its API is too old or too new
     */
    public static DockerEngine connect() {
        return connect(DockerOptions.defaults());
    }

    /**
     * {@return the engine that the Docker command line would use; see {@link #connect()}}
     *
     * @param options how to talk to it; certificates in them come before those of the environment
     * @throws DockerException if it cannot be reached, or its API is too old or too new
     */
    public static DockerEngine connect(DockerOptions options) {
        return ofEnvironment(System.getenv(), options);
    }

    /**
     * {@return the engine at an address}
     *
     * @param uri {@code unix:///path/of/docker.sock} or {@code tcp://host:port}
     * @throws DockerException if it cannot be reached, or its API is too old or too new
     */
    public static DockerEngine connect(URI uri) {
        return connect(uri, DockerOptions.defaults());
    }

    /**
     * {@return the engine at an address}
     *
     * @param uri {@code unix:///path/of/docker.sock} or {@code tcp://host:port}
     * @param options how to talk to it; nothing is taken from the environment
     * @throws DockerException if it cannot be reached, or its API is too old or too new
     */
    public static DockerEngine connect(URI uri, DockerOptions options) {
        return connect(Address.of(uri), options);
    }

    static DockerEngine ofEnvironment(Map<String, String> environment, DockerOptions options) {
        return connect(Address.ofEnvironment(environment), options.completedBy(environment));
    }

    private static DockerEngine connect(Address address, DockerOptions options) {
        Connection connection = new Connection(address, options);
        try {
            Api.of(connection, options);
        } catch (DockerException e) {
            connection.close();
            throw e;
        }
        return new DockerEngine(connection, options);
    }

    /**
     * {@return what the engine has}
     *
     * <p>What each layer of an image takes comes from the image's history. Where that leaves open which steps made a layer, it
     * comes from the image's configuration as well, for which the engine is asked to export the image, up to that document: the
     * engine then keeps a temporary copy of it while it is asked. Where that does not tell either, the layers are unknown and
     * only what the image takes as a whole is known.
     *
     * <p>A containerd image store counts compressed layers and those of several platforms into the size of an image: there the
     * sizes of layers are unknown, with a note.
     *
     * <p>What an application demands is taken to be the memory that its container takes now; nothing is known of its CPU. What
     * the engine itself takes can be seen only on its own machine: it is unknown elsewhere, with a note.
     *
     * @throws DockerException if the engine does not answer in time, goes away, refuses a call, answers something else than is
     *     asked for or more than the limits allow, or changes faster than it can be read; then nothing is returned
     */
    public synchronized DockerReading read() {
        return new EngineReading(connection, options).read();
    }

    /** Closes the connection. Reading afterwards opens it again. */
    @Override
    public synchronized void close() {
        connection.close();
    }

    /** {@return the address} */
    @Override
    public String toString() {
        return "DockerEngine at " + connection.address();
    }
}
