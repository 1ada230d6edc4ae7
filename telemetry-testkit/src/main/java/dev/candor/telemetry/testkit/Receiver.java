package dev.candor.telemetry.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback address that takes what one vendor takes, and nothing else.
 *
 * <p>What it cannot decode it answers with 400 and keeps the reason in {@link #refusals}. It can be told to answer otherwise, for the
 * next requests or for all. Safe for use by several threads; all its own are daemons.
 *
 * @param <R> what it decodes
 */
public abstract class Receiver<R extends Received> implements AutoCloseable {
    private static final int LARGEST_DECODED = 64 * 1024 * 1024;

    private final LoopbackServer server;
    /** Guards what follows, and is notified of each change. */
    private final Object lock = new Object();

    private final List<ReceivedRequest> requests = new ArrayList<>();
    private final List<R> received = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final Deque<Reply> next = new ArrayDeque<>();
    private @Nullable Reply always;
    private int largest = Integer.MAX_VALUE;

    /** Starts to listen. */
    @SuppressWarnings("this-escape") // nobody knows the port before the constructor has returned
    protected Receiver() {
        server = new LoopbackServer(new LoopbackServer.Handler() {
            @Override
            public boolean handle(RequestReader reader, ReceivedRequest head, Wire wire) throws IOException {
                return Receiver.this.handle(reader, head, wire);
            }

            @Override
            public void refused(Malformed malformed) {
                noteRefusal(malformed);
            }
        });
        server.start();
    }

    /** Decodes an accepted request, or throws by {@link #refuse(String)}. */
    protected abstract List<R> decode(ReceivedRequest request);

    /** The answer to a request that was accepted. */
    protected Reply accepted(ReceivedRequest request) {
        return Reply.status(200);
    }

    /** Refuses the request that is being decoded. Never returns. */
    protected static RuntimeException refuse(String why) {
        throw new Malformed(why);
    }

    /** Where it listens: {@code http://127.0.0.1:} and the port. */
    public final URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** What was accepted, in the order of arrival. */
    public final List<R> received() {
        synchronized (lock) {
            return List.copyOf(received);
        }
    }

    /** Every request, accepted or not. */
    public final List<ReceivedRequest> requests() {
        synchronized (lock) {
            return List.copyOf(requests);
        }
    }

    /** Why requests were refused that nobody told it to refuse. */
    public final List<String> refusals() {
        synchronized (lock) {
            return List.copyOf(refusals);
        }
    }

    /** All that ever arrived: request lines, headers, and bodies both as they were sent and decompressed. */
    public final byte[] rawBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ReceivedRequest request : requests()) {
            all.writeBytes((request.method() + " " + request.path() + "\n" + request.headers() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            all.writeBytes(request.wire());
            all.writeBytes(request.body());
        }
        return all.toByteArray();
    }

    /** Waits until {@code count} records were accepted; fails after {@code atMost}. */
    public final List<R> awaitCount(int count, Duration atMost) {
        await(count, atMost, received);
        return received();
    }

    /** Waits until {@code count} requests have arrived; fails after {@code atMost}. */
    public final List<ReceivedRequest> awaitRequests(int count, Duration atMost) {
        await(count, atMost, requests);
        return requests();
    }

    private void await(int count, Duration atMost, List<?> what) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (lock) {
            while (what.size() < count) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError(
                            what.size() + " of " + count + " arrived within " + atMost + "; refused: " + refusals);
                }
                try {
                    lock.wait(left);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError("interrupted", interrupted);
                }
            }
        }
    }

    /** Answers the next requests so, one each, before all else. */
    public final void next(Reply... replies) {
        synchronized (lock) {
            next.addAll(List.of(replies));
        }
    }

    /** Answers all requests so, from now on. */
    public final void always(Reply reply) {
        synchronized (lock) {
            always = reply;
        }
    }

    /** Follows its protocol again. */
    public final void recover() {
        synchronized (lock) {
            always = null;
            next.clear();
        }
    }

    /** Answers 413 to a body of more bytes than this, after decompression. */
    public final void refuseLargerThan(int bytes) {
        synchronized (lock) {
            largest = bytes;
        }
    }

    /** Forgets what has arrived. */
    public final void clear() {
        synchronized (lock) {
            requests.clear();
            received.clear();
            refusals.clear();
        }
    }

    /** Stops listening and breaks off what is open. */
    @Override
    public final void close() {
        server.close();
    }

    private boolean handle(RequestReader reader, ReceivedRequest head, Wire wire) throws IOException {
        Reply scripted = scripted();
        if (scripted != null && !scripted.readsBody()) {
            keep(head, List.of());
            return scripted.play(wire);
        }
        ReceivedRequest request = reader.body(head);
        try {
            request = decompressed(request);
            Reply reply = scripted != null ? scripted : unscripted(request);
            keep(request, reply.keeps() ? decode(request) : List.of());
            return reply.play(wire);
        } catch (Malformed malformed) {
            keepRefused(request, malformed);
            return Reply.answer(400, "text/plain", String.valueOf(malformed.getMessage()))
                    .play(wire);
        }
    }

    private @Nullable Reply scripted() {
        synchronized (lock) {
            Reply first = next.poll();
            return first != null ? first : always;
        }
    }

    private Reply unscripted(ReceivedRequest request) {
        synchronized (lock) {
            if (request.body().length > largest) {
                return Reply.status(413);
            }
        }
        return accepted(request);
    }

    /** A request and what came of it are seen together: who has waited for the one may ask for the other. */
    private void keep(ReceivedRequest request, List<R> records) {
        synchronized (lock) {
            requests.add(request);
            received.addAll(records);
            lock.notifyAll();
        }
    }

    private void keepRefused(ReceivedRequest request, Malformed malformed) {
        synchronized (lock) {
            requests.add(request);
            noteRefusal(malformed);
        }
    }

    private void noteRefusal(Malformed malformed) {
        synchronized (lock) {
            refusals.add(String.valueOf(malformed.getMessage()));
            lock.notifyAll();
        }
    }

    private ReceivedRequest decompressed(ReceivedRequest raw) {
        String encoding = raw.header("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
        if (encoding.equals("identity")) {
            return raw;
        }
        if (!encoding.equals("gzip")) {
            throw new Malformed("Content-Encoding: " + encoding);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(raw.wire()))) {
            byte[] body = in.readNBytes(LARGEST_DECODED + 1);
            if (body.length > LARGEST_DECODED) {
                throw new Malformed("the body decompresses to more than " + LARGEST_DECODED + " bytes");
            }
            return raw.withBody(body);
        } catch (IOException notGzip) {
            throw new Malformed("the body is not gzip");
        }
    }
}
