package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which the process tried to reach another machine.
 *
 * <p>It stands in for the process's {@link ProxySelector}, which the JDK asks before {@link java.net.Socket}, {@link
 * java.net.URLConnection} and {@code java.net.http.HttpClient} connect, and OkHttp and Apache's client ask as well. An attempt is refused by an
 * exception and remembered. Not covered: {@link java.nio.channels.SocketChannel} (Netty), datagrams, look-ups of names, sockets that were made
 * with a proxy, other processes, native code, and code that replaces the selector. For a proof over all of these run the
 * program under {@code strace -f -e trace=connect}. The loopback address is allowed.
 *
 * <p>Global to the process while a test runs: not for tests that run at the same time.
 */
public final class NoNetwork implements BeforeEachCallback, AfterEachCallback {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private @Nullable ProxySelector before;

    /** A guard; register it by {@code @RegisterExtension}. */
    public NoNetwork() {}

    /** Where the test tried to connect to. */
    public List<String> attempts() {
        return List.copyOf(attempts);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        attempts.clear();
        before = ProxySelector.getDefault();
        ProxySelector.setDefault(new Guard());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ProxySelector.setDefault(before);
        if (!attempts.isEmpty()) {
            throw new AssertionError("the test tried to connect to " + attempts);
        }
    }

    private final class Guard extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            if (!HERE.contains(host) && !host.startsWith("127.")) {
                attempts.add(host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
                throw new IllegalStateException("a test without a network connects to " + host);
            }
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // Whoever connects hears of it themselves.
        }
    }
}
