package dev.candor.telemetry.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** One connection, to be answered on. */
final class Wire {
    static final Charset LATIN = StandardCharsets.ISO_8859_1;

    private final Socket socket;
    private final OutputStream out;
    private final CountDownLatch closing;

    Wire(Socket socket, CountDownLatch closing) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.closing = closing;
    }

    boolean answer(int status, String headers, byte[] body) throws IOException {
        boolean bodiless = status == 204 || status == 304;
        String head = "HTTP/1.1 " + status + " Status\r\n" + headers
                + (bodiless ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(LATIN));
        if (!bodiless) {
            whole.writeBytes(body);
        }
        // In one write: two small ones wait for each other's acknowledgement.
        out.write(whole.toByteArray());
        out.flush();
        return true;
    }

    void write(String text) throws IOException {
        out.write(text.getBytes(LATIN));
        out.flush();
    }

    /** Waits, or until the receiver closes. Returns whether the connection may be used again: never. */
    boolean pause(Duration time) {
        try {
            closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    boolean trickle(String start, Duration pause) throws IOException {
        write(start);
        while (closing.getCount() > 0) {
            write("x");
            pause(pause);
        }
        return false;
    }

    boolean trickleChunks(Duration pause) throws IOException {
        while (closing.getCount() > 0) {
            write("1\r\n \r\n");
            pause(pause);
        }
        return false;
    }

    boolean flood(long bytes) throws IOException {
        write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes + "\r\n\r\n");
        byte[] block = new byte[64 * 1024];
        Arrays.fill(block, (byte) ' ');
        for (long left = bytes; left > 0 && closing.getCount() > 0; left -= block.length) {
            out.write(block, 0, (int) Math.min(left, block.length));
        }
        return false;
    }

    boolean reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
        return false;
    }

    static byte[] zeros(long bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] block = new byte[64 * 1024];
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (long left = bytes; left > 0; left -= block.length) {
                gzip.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return packed.toByteArray();
    }
}
