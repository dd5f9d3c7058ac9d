package io.virtstack.docker;

import com.google.common.base.Throwables;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/**
 * A failure of the transport underneath, and what it means.
 *
 * @param address where the engine should be
 * @param path what was asked for
 * @param cause the failure
 */
record TransportFailure(Address address, String path, Throwable cause) {
    DockerException toException() {
        Throwable root = Throwables.getRootCause(cause);
        if (root instanceof SSLException || root instanceof GeneralSecurityException) {
            return exception(
                    DockerRule.CERTIFICATES,
                    said(root),
                    "check that the engine speaks TLS there, that ca.pem vouches for it, and that it accepts cert.pem");
        }
        if (isUnreachable(root)) {
            return exception(DockerRule.REACHABLE, said(root), remedy());
        }
        return exception(
                DockerRule.COMPLETE,
                "the connection broke: " + said(root),
                "see whether the engine still runs, then read it again: nothing of it was kept");
    }

    /** The package of an exception tells nothing, and some names are all that an exception tells. */
    private static String said(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
    }

    private static boolean isUnreachable(Throwable root) {
        return root instanceof ConnectException
                || root instanceof UnknownHostException
                || root instanceof NoRouteToHostException
                || root instanceof FileNotFoundException
                || root instanceof SocketTimeoutException
                || root instanceof LinkageError
                || String.valueOf(root.getMessage()).contains("Permission denied")
                || String.valueOf(root.getMessage()).contains("No such file");
    }

    private String remedy() {
        if (!address.isSocket()) {
            return address.uri().getScheme().equals("npipe")
                    ? "put net.java.dev.jna:jna beside VirtStack: named pipes need it"
                    : "see whether the engine listens there, and with which of plain TCP and TLS";
        }
        Path socket = Path.of(address.uri().getPath());
        if (!Files.exists(socket)) {
            return "start the engine, or state where it listens in DOCKER_HOST";
        }
        return Files.isWritable(socket)
                ? "start the engine: its socket is there, but nobody listens"
                : "run as a user who may use the socket: root, or a member of its group";
    }

    private DockerException exception(DockerRule rule, String value, String remedy) {
        return new DockerException(address + " GET " + path, rule, value, remedy, cause);
    }
}
