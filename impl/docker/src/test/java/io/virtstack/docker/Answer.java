package io.virtstack.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a {@link FakeEngine} answers to one request; it may well be nonsense. */
@FunctionalInterface
interface Answer {
    int TRICKLE_MILLIS = 20;
    int PIECE = 1 << 16;

    /** {@return whether the connection stays open for the next request} */
    boolean write(OutputStream out) throws IOException, InterruptedException;

    static Answer json(String body) {
        return of(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer html(int status) {
        return of(status, "text/html", "<html><body>Welcome!</body></html>".getBytes(StandardCharsets.UTF_8));
    }

    static Answer error(int status, String message) {
        return of(status, "application/json", ("{\"message\":\"" + message + "\"}\n").getBytes(StandardCharsets.UTF_8));
    }

    static Answer bytes(byte[] body) {
        return of(200, "application/x-tar", body);
    }

    private static Answer of(int status, String type, byte[] body) {
        return out -> {
            head(out, status, type, body.length);
            out.write(body);
            out.flush();
            return true;
        };
    }

    /** {@return an answer that ends before it should: its head, and half of what it announces} */
    static Answer half() {
        return out -> {
            head(out, 200, "application/json", 100);
            out.write(Arrays.copyOf("{\"a\":".getBytes(StandardCharsets.UTF_8), 50));
            out.flush();
            return false;
        };
    }

    /** {@return nothing, and the end of the connection} */
    static Answer hangUp() {
        return out -> false;
    }

    /** {@return nothing, and the connection stays open until the engine is closed} */
    static Answer silence() {
        return out -> {
            Thread.sleep(Long.MAX_VALUE);
            return false;
        };
    }

    /** {@return a byte now and then, for ever} */
    static Answer trickle() {
        return out -> {
            head(out, 200, "application/json", Integer.MAX_VALUE);
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(TRICKLE_MILLIS);
            }
        };
    }

    /** {@return as much as the other side takes, after a beginning} */
    static Answer endless(byte[] beginning) {
        return out -> {
            head(out, 200, "application/json", Long.MAX_VALUE);
            out.write(beginning);
            byte[] piece = new byte[PIECE];
            Arrays.fill(piece, (byte) ' ');
            while (true) {
                out.write(piece);
            }
        };
    }

    private static void head(OutputStream out, int status, String type, long length) throws IOException {
        String head = "HTTP/1.1 " + status + " Some reason\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
