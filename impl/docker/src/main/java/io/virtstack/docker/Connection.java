package io.virtstack.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends GET requests to an engine, one after the other, each within a time. Nothing else is ever sent.
 *
 * <p>The transport's own time-outs do not hold for reading from a Unix socket, so each call runs in a thread that is given up
 * when its time is over, together with the transport.
 */
final class Connection implements AutoCloseable {
    /** Takes what an engine answers. */
    @FunctionalInterface
    interface Reader<T> {
        /** {@return what was made of an answer} */
        T read(InputStream body) throws IOException;
    }

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_MESSAGE = 1_024;

    private final Address address;
    private final DockerOptions options;
    private final Optional<SSLContext> tls;
    /** A call that gives it up is in another thread than those that ask. */
    private final AtomicReference<@Nullable DockerHttpClient> client = new AtomicReference<>();

    private @Nullable ExecutorService thread;

    Connection(Address address, DockerOptions options) {
        this.address = address;
        this.options = options;
        this.tls = options.certificates().filter(folder -> !address.isLocal()).map(Certificates::context);
    }

    Address address() {
        return address;
    }

    /**
     * {@return what {@code reader} made of the answer}
     *
     * @param path what to get
     * @param reader reads the answer; an {@link InventoryException} of it becomes a refusal
     * @throws Missing if the engine has no such thing
     * @throws DockerException if the engine does not answer, or something else than is asked for
     */
    <T> T get(String path, Reader<T> reader) {
        DockerHttpClient transport = client();
        Future<T> answer = thread().submit(() -> exchange(transport, path, reader));
        try {
            return answer.get(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            close();
            throw refuse(
                    path,
                    DockerRule.TIMELY,
                    "no complete answer within " + options.timeout().toMillis() + " ms",
                    "see whether the engine hangs ('docker info'), or allow more with DockerOptions.withTimeout",
                    e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw refuse(path, DockerRule.COMPLETE, "interrupted", "read the engine again", e);
        } catch (ExecutionException e) {
            throw failure(path, e.getCause() == null ? e : e.getCause());
        }
    }

    /** Closes what is open. The next call opens it again. */
    @Override
    public void close() {
        ExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdownNow();
        }
        DockerHttpClient open = client.get();
        if (open != null) {
            giveUp(open);
        }
    }

    private void giveUp(DockerHttpClient open) {
        client.compareAndSet(open, null);
        Thread closing = new Thread(() -> closeQuietly(open), "virtstack-docker-close");
        closing.setDaemon(true);
        closing.start();
    }

    private static void closeQuietly(DockerHttpClient open) {
        try {
            open.close();
        } catch (IOException e) {
            // It is given up in any case, and nothing is written to it that could be lost.
        }
    }

    /** Closing an answer would read it to its end, which may be far away: the connection is given up instead. */
    private <T> T exchange(DockerHttpClient transport, String path, Reader<T> reader) throws IOException {
        Request request = Request.builder().method(Method.GET).path(path).build();
        Response response = transport.execute(request);
        WatchedBody body = new WatchedBody(response.getBody());
        try {
            return result(path, response.getStatusCode(), body, reader);
        } finally {
            if (body.ended()) {
                response.close();
            } else {
                giveUp(transport);
            }
        }
    }

    private <T> T result(String path, int status, InputStream body, Reader<T> reader) throws IOException {
        if (status == OK) {
            return reader.read(body);
        }
        DockerException refusal = refuse(
                path,
                DockerRule.SUCCESS,
                "status " + status + ": "
                        + new ErrorMessage(new String(body.readNBytes(LONGEST_MESSAGE), StandardCharsets.UTF_8)),
                "see what the engine logs, then read it again",
                null);
        throw status == NOT_FOUND ? new Missing(refusal) : refusal;
    }

    private RuntimeException failure(String path, Throwable cause) {
        if (cause instanceof Missing || cause instanceof DockerException) {
            return (RuntimeException) cause;
        }
        if (cause instanceof InventoryException refusal && refusal.rule() != InventoryRule.FILE_UNREADABLE) {
            return refuse(
                    path,
                    DockerRule.ANSWER,
                    String.valueOf(refusal.getMessage()),
                    "see whether a Docker Engine listens there",
                    refusal);
        }
        return new TransportFailure(address, path, cause).toException();
    }

    private DockerException refuse(
            String path, DockerRule rule, String value, String remedy, @Nullable Throwable cause) {
        return new DockerException(address + " GET " + path, rule, value, remedy, cause);
    }

    private DockerHttpClient client() {
        DockerHttpClient open = client.get();
        if (open == null) {
            ZerodepDockerHttpClient.Builder builder = new ZerodepDockerHttpClient.Builder()
                    .dockerHost(address.uri())
                    .connectionTimeout(options.timeout())
                    .responseTimeout(options.timeout())
                    .maxConnections(1);
            tls.ifPresent(context -> builder.sslConfig(() -> context));
            open = builder.build();
            client.set(open);
        }
        return open;
    }

    private ExecutorService thread() {
        ExecutorService running = thread;
        if (running == null) {
            running = Executors.newSingleThreadExecutor(task -> {
                Thread created = new Thread(task, "virtstack-docker");
                created.setDaemon(true);
                return created;
            });
            thread = running;
        }
        return running;
    }

    /** The engine has no such thing, or no longer. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final DockerException refusal;

        Missing(DockerException refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        /** {@return what it means where the thing cannot be missing} */
        DockerException refusal() {
            return refusal;
        }
    }
}
