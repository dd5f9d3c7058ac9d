package io.virtstack.docker;

import com.google.common.base.Preconditions;
import io.virtstack.inventory.ReadLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How to talk to an engine: how long to wait, how much to accept, and the certificates for a connection by TLS.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DockerOptions {
    /** Adding up what hundreds of containers wrote takes an engine minutes. */
    private static final DockerOptions DEFAULTS =
            new DockerOptions(Duration.ofMinutes(5), ReadLimits.defaults(), Optional.empty());

    private final Duration timeout;
    private final ReadLimits limits;
    private final Optional<Path> certificates;

    private DockerOptions(Duration timeout, ReadLimits limits, Optional<Path> certificates) {
        this.timeout = timeout;
        this.limits = limits;
        this.certificates = certificates;
    }

    /** {@return five minutes for each call, default limits, no TLS} */
    public static DockerOptions defaults() {
        return DEFAULTS;
    }

    /**
     * {@return the defaults, with TLS if the environment asks for it}
     *
     * <p>{@code DOCKER_TLS_VERIFY} asks for it, with the certificates in {@code DOCKER_CERT_PATH}, which is {@code ~/.docker} by
     * default.
     */
    public static DockerOptions ofEnvironment() {
        return DEFAULTS.completedBy(System.getenv());
    }

    /** {@return these options; if they have no certificates, with those that the environment names} */
    DockerOptions completedBy(Map<String, String> environment) {
        if (certificates.isPresent()
                || environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()) {
            return this;
        }
        String folder = environment.getOrDefault("DOCKER_CERT_PATH", "");
        return withCertificates(
                folder.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".docker") : Path.of(folder));
    }

    /** {@return the longest that one call of the engine may take, its answer read to the end} */
    public Duration timeout() {
        return timeout;
    }

    /** {@return what the answers may demand, each being a text; and archives, where one is read} */
    public ReadLimits limits() {
        return limits;
    }

    /**
     * {@return the folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}; empty for a connection without TLS}
     *
     * <p>A Unix socket has no TLS: there it is not looked at.
     */
    public Optional<Path> certificates() {
        return certificates;
    }

    /**
     * {@return these options with another time-out}
     *
     * @param timeout the longest that one call may take, at least a millisecond
     * @throws IllegalArgumentException if it is shorter
     */
    public DockerOptions withTimeout(Duration timeout) {
        Preconditions.checkArgument(
                timeout.compareTo(Duration.ofMillis(1)) >= 0, "timeout is %s; state at least a millisecond", timeout);
        return new DockerOptions(timeout, limits, certificates);
    }

    /**
     * {@return these options with other limits}
     *
     * @param limits what an answer may demand
     */
    public DockerOptions withLimits(ReadLimits limits) {
        return new DockerOptions(timeout, limits, certificates);
    }

    /**
     * {@return these options with TLS, both sides showing certificates}
     *
     * @param folder has {@code ca.pem}, which vouches for the engine, and {@code cert.pem} and {@code key.pem}, which vouch
     *     for this side
     */
    public DockerOptions withCertificates(Path folder) {
        return new DockerOptions(timeout, limits, Optional.of(folder));
    }
}
