package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How a receiver answers one request, when it is told to do otherwise than its protocol says.
 *
 * <p>A reply that begins with a status of success keeps what was sent, as a real receiver would have; every other one throws it away.
 */
public final class Reply {
    /** Writes to the connection. Returns whether the connection may be used again. */
    @FunctionalInterface
    interface Script {
        boolean play(Wire wire) throws IOException;
    }

    private final Script script;
    private final boolean keeps;
    private final boolean reads;

    private Reply(Script script, boolean keeps, boolean reads) {
        this.script = script;
        this.keeps = keeps;
        this.reads = reads;
    }

    /** A status with an empty JSON object, or with nothing where HTTP allows no body. */
    public static Reply status(int status) {
        boolean bare = status == 204 || status == 205 || status == 304;
        return answer(status, "application/json", bare ? "" : "{}");
    }

    /** A status with one header. */
    public static Reply status(int status, String header, String... values) {
        StringBuilder extra = new StringBuilder();
        for (String value : values) {
            extra.append(header).append(": ").append(value).append("\r\n");
        }
        return new Reply(
                wire -> wire.answer(status, extra + "Content-Type: application/json\r\n", "{}".getBytes(Wire.LATIN)),
                success(status),
                true);
    }

    /** A status with a body. */
    public static Reply answer(int status, String contentType, String body) {
        return answer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A status with a body. */
    public static Reply answer(int status, String contentType, byte[] body) {
        return new Reply(
                wire -> wire.answer(status, "Content-Type: " + contentType + "\r\n", body), success(status), true);
    }

    /** 200 and a page for people, as a captive portal sends it. Nothing is kept. */
    public static Reply html() {
        return answer(200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Sign in</title>")
                .losing();
    }

    /** A redirect to another address. */
    public static Reply redirect(int status, URI to) {
        return status(status, "Location", to.toString());
    }

    /** Reads the request and says nothing until the receiver closes. */
    public static Reply hang() {
        return new Reply(wire -> wire.pause(Duration.ofDays(1)), false, true);
    }

    /** Reads no body and says nothing until the receiver closes. */
    public static Reply deaf() {
        return new Reply(wire -> wire.pause(Duration.ofDays(1)), false, false);
    }

    /** Another reply, later. */
    public static Reply after(Duration delay, Reply then) {
        return new Reply(
                wire -> {
                    wire.pause(delay);
                    return then.play(wire);
                },
                then.keeps,
                then.reads);
    }

    /** A status line and headers that never end, a byte at a time. */
    public static Reply trickledHead(Duration pause) {
        return new Reply(wire -> wire.trickle("HTTP/1.1 200 OK\r\nX-Slow: ", pause), false, true);
    }

    /** 200 and a chunked body that never ends, a byte at a time. */
    public static Reply trickledBody(Duration pause) {
        return new Reply(
                wire -> {
                    wire.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
                    return wire.trickleChunks(pause);
                },
                true,
                true);
    }

    /** Resets the connection after the request. */
    public static Reply reset() {
        return new Reply(Wire::reset, false, true);
    }

    /** Closes the connection after the request. */
    public static Reply close() {
        return new Reply(wire -> false, false, true);
    }

    /** Keeps what was sent and closes the connection without an answer: the answer is lost, not the request. */
    public static Reply lostAnswer() {
        return new Reply(wire -> false, true, true);
    }

    /** 200, and closes within the body. */
    public static Reply closeWithinBody() {
        return new Reply(
                wire -> {
                    wire.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"a\":");
                    return false;
                },
                true,
                true);
    }

    /** 200 and a body of so many bytes. */
    public static Reply flood(long bytes) {
        return new Reply(wire -> wire.flood(bytes), true, true);
    }

    /** 200 and a body that says it is compressed and is not. */
    public static Reply badGzip() {
        return new Reply(
                wire -> wire.answer(
                        200,
                        "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
                        "not gzip".getBytes(Wire.LATIN)),
                true,
                true);
    }

    /** 200 and a small body that decompresses to so many bytes. */
    public static Reply gzipBomb(long bytes) {
        return new Reply(
                wire -> wire.answer(
                        200, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", Wire.zeros(bytes)),
                true,
                true);
    }

    /** Bytes that are no HTTP. */
    public static Reply notHttp() {
        return new Reply(
                wire -> {
                    wire.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
                    return false;
                },
                false,
                true);
    }

    /** The same, but nothing that was sent is kept. */
    public Reply losing() {
        return new Reply(script, false, reads);
    }

    boolean keeps() {
        return keeps;
    }

    boolean readsBody() {
        return reads;
    }

    boolean play(Wire wire) throws IOException {
        return script.play(wire);
    }

    private static boolean success(int status) {
        return status >= 200 && status < 300;
    }
}
