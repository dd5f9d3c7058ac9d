package io.virtstack.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** A server in this process that answers what a test says, and remembers what it was asked. */
final class FakeEngine implements AutoCloseable {
    /** One end of a connection. */
    private record Line(InputStream in, OutputStream out, Closeable both) {}

    /** Waits for a connection. */
    @FunctionalInterface
    private interface Acceptor {
        Line accept() throws IOException;
    }

    private static final int TLS_HANDSHAKE = 22;

    private final URI uri;
    private final Closeable server;
    private final BiFunction<Integer, String, Answer> answers;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private FakeEngine(URI uri, Closeable server, Acceptor acceptor, BiFunction<Integer, String, Answer> answers) {
        this.uri = uri;
        this.server = server;
        this.answers = answers;
        threads.execute(() -> serve(acceptor));
    }

    /**
     * {@return an engine on the loopback interface}
     *
     * @param answers of the number of a request, from 0, and its path without the version, what to answer
     */
    static FakeEngine onTcp(BiFunction<Integer, String, Answer> answers) throws IOException {
        return onTcp(ServerSocketFactory.getDefault(), answers);
    }

    static FakeEngine onTcp(ServerSocketFactory factory, BiFunction<Integer, String, Answer> answers)
            throws IOException {
        ServerSocket server = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Acceptor acceptor = () -> {
            Socket socket = server.accept();
            return new Line(socket.getInputStream(), socket.getOutputStream(), socket);
        };
        return new FakeEngine(URI.create("tcp://127.0.0.1:" + server.getLocalPort()), server, acceptor, answers);
    }

    static FakeEngine onSocket(Path socket, BiFunction<Integer, String, Answer> answers) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Acceptor acceptor = () -> {
            SocketChannel channel = server.accept();
            return new Line(Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
        };
        return new FakeEngine(URI.create("unix://" + socket), server, acceptor, answers);
    }

    URI uri() {
        return uri;
    }

    /** The first lines of all requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void serve(Acceptor acceptor) {
        try {
            while (true) {
                Line line = acceptor.accept();
                open.add(line.both());
                threads.execute(() -> converse(line));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void converse(Line line) {
        try (Closeable both = line.both()) {
            boolean goesOn = true;
            while (goesOn) {
                String request = request(line.in());
                if (request == null) {
                    line.out().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    return;
                }
                int number;
                synchronized (requests) {
                    number = requests.size();
                    requests.add(request);
                }
                String path = request.substring(request.indexOf(' ') + 1).replaceFirst("^/v[0-9.]+/", "/");
                goesOn = answers.apply(number, path).write(line.out());
            }
            open.remove(both);
        } catch (IOException | InterruptedException e) {
            // The other side has had enough, or the test is over.
        }
    }

    /** The first line of a request, read to its empty line; null at the end of the connection, or if it is none. */
    private static @Nullable String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || next == TLS_HANDSHAKE) {
                return null;
            }
            head.append((char) next);
        }
        return head.substring(0, head.indexOf(" HTTP/"));
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
        for (Closeable each : open) {
            each.close();
        }
    }
}
