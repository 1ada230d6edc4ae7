package dev.candor.telemetry.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its answer, on a thread of its own. */
final class Exchange {
    private final Post post;
    private final Limits limits;
    private final Authenticator authenticator;
    private final long deadline;
    private final Thread thread;
    private volatile @Nullable HttpURLConnection connection;
    private volatile @Nullable HttpAnswer answer;
    private volatile @Nullable HttpAnswer head;

    Exchange(Post post, Limits limits, Authenticator authenticator) {
        this.post = post;
        this.limits = limits;
        this.authenticator = authenticator;
        this.deadline = System.nanoTime() + limits.total().toNanos();
        this.thread = daemon("candor-post", this::exchange);
    }

    /** Whether it may still be stuck. With the answer its thread is at its end, though it may not have got there yet. */
    boolean running() {
        return answer == null && thread.isAlive();
    }

    /** Makes the exchange and waits for it, until the deadline or an interrupt. */
    HttpAnswer run() {
        if (!begins(thread)) {
            return HttpAnswer.failed("no thread can be started");
        }
        try {
            long left = deadline - System.nanoTime();
            while (left > 0 && answer == null && thread.isAlive()) {
                thread.join(left / 1_000_000, (int) (left % 1_000_000));
                left = deadline - System.nanoTime();
            }
            return finished(late() ? "timed out" : "broke off");
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
        breakOff();
        HttpAnswer started = head;
        return started != null ? started : HttpAnswer.failed(otherwise);
    }

    private void breakOff() {
        HttpURLConnection open = connection;
        if (open != null) {
            // On a thread of its own: it waits for a lock while the body is read, and for the peer while TLS shakes
            // hands.
            begins(daemon("candor-break-off", open::disconnect));
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
        Map<String, List<String>> headers = headers(open);
        head = HttpAnswer.of(status, headers, new byte[0]);
        return HttpAnswer.of(status, headers, AnswerBody.read(open, limits.answerBytes(), deadline));
    }

    /** By index: whether {@code getHeaderFields} gives the values of one header first or last first depends on the JDK. */
    private static Map<String, List<String>> headers(HttpURLConnection open) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        // The first field is the status line, and has no key.
        for (int i = 1; open.getHeaderFieldKey(i) != null; i++) {
            headers.computeIfAbsent(open.getHeaderFieldKey(i), name -> new ArrayList<>())
                    .add(open.getHeaderField(i));
        }
        return headers;
    }

    /** False where the machine has no room for another thread, which is no reason to fail the host. */
    private static boolean begins(Thread thread) {
        try {
            thread.start();
            return true;
        } catch (OutOfMemoryError noRoom) {
            return false;
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
