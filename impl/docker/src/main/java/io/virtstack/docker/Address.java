package io.virtstack.docker;

import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * Where an engine listens.
 *
 * @param uri with the scheme {@code unix}, {@code npipe} or {@code tcp}
 */
record Address(URI uri) {
    private static final String DEFAULT = "unix:///var/run/docker.sock";
    private static final ImmutableSet<String> BY_NETWORK = ImmutableSet.of("tcp", "http", "https");
    private static final String REMEDY =
            "state unix:///path/of/docker.sock or tcp://host:port, for example in DOCKER_HOST";

    private static final String FORWARD = "forward the engine's socket with"
            + " 'ssh -L /tmp/docker.sock:/var/run/docker.sock host' and state unix:///tmp/docker.sock";

    static Address ofEnvironment(Map<String, String> environment) {
        String stated = environment.getOrDefault("DOCKER_HOST", "").strip();
        try {
            return of(new URI(stated.isEmpty() ? DEFAULT : stated));
        } catch (URISyntaxException e) {
            throw new DockerException("DOCKER_HOST", DockerRule.ADDRESS, "'" + stated + "'", REMEDY, e);
        }
    }

    static Address of(URI uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
        if (scheme.equals("unix") || scheme.equals("npipe")) {
            return withPath(uri);
        }
        if (BY_NETWORK.contains(scheme)) {
            return withHostAndPort(uri);
        }
        if (scheme.equals("ssh")) {
            throw refused(uri, " needs an SSH client, which VirtStack is not", FORWARD);
        }
        throw refused(uri, " has a scheme that is not known", REMEDY);
    }

    private static Address withPath(URI uri) {
        if (uri.getPath() == null || uri.getPath().isEmpty()) {
            throw refused(uri, " has no path", REMEDY);
        }
        return new Address(uri);
    }

    private static Address withHostAndPort(URI uri) {
        if (uri.getHost() == null || uri.getPort() <= 0) {
            throw refused(uri, " has no host or no port", REMEDY);
        }
        return new Address(URI.create("tcp://" + uri.getHost() + ":" + uri.getPort()));
    }

    private static DockerException refused(URI uri, String reason, String remedy) {
        return new DockerException(uri.toString(), DockerRule.ADDRESS, "'" + uri + "'" + reason, remedy, null);
    }

    /** {@return whether the engine runs on this machine for certain} */
    boolean isSocket() {
        return uri.getScheme().equals("unix");
    }

    /** {@return whether no network is between, so that there is no TLS} */
    boolean isLocal() {
        return !uri.getScheme().equals("tcp");
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
