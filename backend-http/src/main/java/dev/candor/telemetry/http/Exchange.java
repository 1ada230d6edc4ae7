package dev.candor.telemetry.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One request and its answer, on another thread than the caller's. */
final class Exchange {
    private final Post post;
    private final Limits limits;
    private final Authenticator authenticator;
    private final long deadline;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable HttpURLConnection connection;
    private volatile @Nullable HttpAnswer answer;
    private volatile @Nullable HttpAnswer head;

    Exchange(Post post, Limits limits, Authenticator authenticator) {
        this.post = post;
        this.limits = limits;
        this.authenticator = authenticator;
        this.deadline = System.nanoTime() + limits.total().toNanos();
    }

    /** Whether it may still be stuck. */
    boolean running() {
        return over.getCount() > 0;
    }

    /** Begins the exchange; its total deadline runs from its making on. */
    void start(Executor threads) {
        try {
            threads.execute(this::run);
        } catch (OutOfMemoryError noRoom) {
            // The machine has no room for another thread, which is no reason to fail the host.
            answer = HttpAnswer.failed("no thread can be started");
            over.countDown();
        }
    }

    private void run() {
        try {
            exchange();
        } finally {
            over.countDown();
        }
    }

    /** Waits for its end, until the deadline or an interrupt. */
    HttpAnswer await() {
        try {
            // Whether it came to its end is seen by the answer.
            boolean ended = over.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return finished(!ended || late() ? "timed out" : "broke off");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return finished("interrupted");
        }
    }

    private boolean late() {
        return System.nanoTime() - deadline >= 0;
    }

    private HttpAnswer finished(String otherwise) {
        HttpAnswer complete = answer;
        if (complete != null) {
            return complete;
        }
        // Before the connection is broken off, which ends the head for the thread that reads it.
        HttpAnswer started = head;
        breakOff();
        return started != null ? started : HttpAnswer.failed(otherwise);
    }

    private void breakOff() {
        HttpURLConnection open = connection;
        if (open != null) {
            // On a thread of its own: it waits for a lock while the body is read, and for the peer while TLS shakes
            // hands.
            startIfRoom(PostThreads.daemon("candor-break-off", open::disconnect));
        }
    }

    private static void startIfRoom(Thread thread) {
        try {
            thread.start();
        } catch (OutOfMemoryError noRoom) {
            // Then the post ends by its own limits.
        }
    }

    private void exchange() {
        try {
            HttpURLConnection open = open();
            connection = open;
            if (late()) {
                return;
            }
            write(open.getOutputStream());
            answer = read(open);
        } catch (IOException | RuntimeException | LinkageError failure) {
            answer = HttpAnswer.failed(Failure.words(failure));
        }
    }

    private void write(OutputStream connected) throws IOException {
        try (connected) {
            connected.write(post.wire());
        } catch (IOException brokenOff) {
            // A receiver may answer 413 before it has read the whole body; the answer is then still there to be read.
            if (late()) {
                throw brokenOff;
            }
        }
    }

    private HttpURLConnection open() throws IOException {
        HttpURLConnection open = (HttpURLConnection) post.endpoint().url().openConnection();
        open.setConnectTimeout((int) limits.connect().toMillis());
        open.setReadTimeout((int) limits.read().toMillis());
        open.setInstanceFollowRedirects(false);
        open.setUseCaches(false);
        open.setAllowUserInteraction(false);
        open.setAuthenticator(authenticator);
        open.setRequestMethod("POST");
        open.setDoOutput(true);
        // Streaming: without it the JDK sends the same post again by itself when a kept connection turns out to be
        // dead.
        open.setFixedLengthStreamingMode(post.wire().length);
        open.setRequestProperty("Accept", "*/*");
        open.setRequestProperty("User-Agent", "candor");
        for (Map.Entry<String, String> header : post.headers().entrySet()) {
            open.setRequestProperty(header.getKey(), header.getValue());
        }
        return open;
    }

    private HttpAnswer read(HttpURLConnection open) throws IOException {
        int status = open.getResponseCode();
        if (status <= 0) {
            throw new IOException("no status");
        }
        if (status < 400) {
            // Throws where the head broke off, which the question for the status does not once its line has arrived.
            // A head that was cut short may have been that of a login page.
            open.getInputStream();
        }
        HttpAnswer started = HttpAnswer.of(status, headers(open), new byte[0]);
        head = started;
        return started.with(AnswerBody.read(open, limits.answerBytes(), deadline));
    }

    /** By index: whether {@code getHeaderFields} gives the values of one header first or last first depends on the JDK. */
    private static Map<String, List<String>> headers(HttpURLConnection open) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        // The first field is the status line, and has no key.
        int next = 1;
        for (String key = open.getHeaderFieldKey(next); key != null; key = open.getHeaderFieldKey(next)) {
            headers.computeIfAbsent(key, name -> new ArrayList<>()).add(open.getHeaderField(next));
            next++;
        }
        return headers;
    }
}
