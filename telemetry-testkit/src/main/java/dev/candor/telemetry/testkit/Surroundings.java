package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.HttpURLConnection;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.HttpsURLConnection;

/** Global places of the process, watched from {@link #watch} on. It stands in for the standard streams until it is closed. */
final class Surroundings implements AutoCloseable {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Handler recording = new Recording();
    private final Map<String, Object> globals;
    private final Set<Thread> threads;

    private Surroundings() {
        PrintStream recorder = new PrintStream(written, true, StandardCharsets.UTF_8);
        System.setOut(recorder);
        System.setErr(recorder);
        globals = globals();
        threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        root.addHandler(recording);
    }

    static Surroundings watch() {
        return new Surroundings();
    }

    void checkUnchanged() {
        root.removeHandler(recording);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .as("written to the standard streams")
                .isEmpty();
        assertThat(logged).as("logged by a vendor's classes").isEmpty();
        assertThat(globals()).as("global state").isEqualTo(globals);
        assertThat(threadsLeft()).as("threads that keep the program alive").isEmpty();
    }

    /** Threads that are no daemons and do not end by themselves. */
    private Set<Thread> threadsLeft() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        Set<Thread> left = newThreads();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
            left = newThreads();
        }
        return left;
    }

    private Set<Thread> newThreads() {
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(threads);
        now.removeIf(thread -> thread.isDaemon() || !thread.isAlive());
        return now;
    }

    private static Map<String, Object> globals() {
        Map<String, Object> globals = new LinkedHashMap<>();
        // Asked for first: the JDK notes the answer as a system property.
        globals.put("time zone", TimeZone.getDefault());
        globals.put("system properties", System.getProperties().clone());
        globals.put("uncaught handler", String.valueOf(Thread.getDefaultUncaughtExceptionHandler()));
        globals.put("authenticator", String.valueOf(Authenticator.getDefault()));
        globals.put("cookies", String.valueOf(CookieHandler.getDefault()));
        globals.put("cache", String.valueOf(ResponseCache.getDefault()));
        globals.put("proxies", String.valueOf(ProxySelector.getDefault()));
        globals.put("redirects", HttpURLConnection.getFollowRedirects());
        globals.put("sockets", HttpsURLConnection.getDefaultSSLSocketFactory());
        globals.put("host names", HttpsURLConnection.getDefaultHostnameVerifier());
        globals.put("locale", Locale.getDefault());
        globals.put(
                "log handlers",
                Arrays.asList(Logger.getLogger("").getHandlers()).stream()
                        .filter(handler -> !(handler instanceof Recording))
                        .toList());
        globals.put("log level", String.valueOf(Logger.getLogger("").getLevel()));
        globals.put("class loader", String.valueOf(Thread.currentThread().getContextClassLoader()));
        return globals;
    }

    @Override
    public void close() {
        root.removeHandler(recording);
        System.setOut(out);
        System.setErr(err);
    }

    /** Remembers what others than Candor log. */
    private final class Recording extends Handler {
        @Override
        public void publish(LogRecord record) {
            String name = String.valueOf(record.getLoggerName());
            if (record.getLevel().intValue() >= Level.INFO.intValue() && !name.startsWith("dev.candor.")) {
                logged.add(name + ": " + record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
