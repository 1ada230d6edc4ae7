package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The extensions fail the tests that they are there to fail. */
class ExtensionFailureTest {

    private static List<String> failures(Class<?> tests) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(tests))
                                .build(),
                        listener);
        return listener.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName() + " "
                        + failure.getException().getMessage())
                .sorted()
                .toList();
    }

    static class Dropping {
        @RegisterExtension
        final TelemetryExtension recorded = TelemetryExtension.of(Tool::describe);

        @Test
        void a_undeclaredAttribute() {
            recorded.telemetry()
                    .event(Tool.OTHER)
                    .with(Tool.DESTINATION, "duckdb")
                    .record();
        }

        @Test
        void b_valueOutOfBounds() {
            recorded.telemetry().event(Tool.LOAD).with(Tool.ELAPSED, 1000.0).record();
        }

        @Test
        void c_fine() {
            recorded.telemetry().event(Tool.LOAD).with(Tool.ELAPSED, 10.0).record();
        }
    }

    static class Tolerant {
        @RegisterExtension
        final TelemetryExtension recorded =
                TelemetryExtension.of(Tool::describe).allowingDrops();

        @Test
        void a_undeclaredAttribute() {
            recorded.telemetry()
                    .event(Tool.OTHER)
                    .with(Tool.DESTINATION, "duckdb")
                    .record();
        }
    }

    static class Connecting {
        @RegisterExtension
        final NoNetwork guard = new NoNetwork();

        @Test
        void a_socket() {
            quietly(() -> {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress("192.0.2.1", 9), 1);
                }
            });
        }

        @Test
        void b_urlConnection() {
            quietly(() -> {
                HttpURLConnection connection = (HttpURLConnection) new URL("http://192.0.2.2/").openConnection();
                connection.setConnectTimeout(1);
                connection.connect();
            });
        }

        @Test
        void c_httpClient() {
            quietly(() -> HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(java.net.URI.create("http://192.0.2.3/"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding()));
        }

        @Test
        void d_loopback() throws IOException {
            try (PostHogReceiver receiver = new PostHogReceiver()) {
                ((HttpURLConnection) receiver.uri().toURL().openConnection()).getResponseCode();
                assertThat(receiver.requests()).hasSize(1);
            }
        }

        private interface Connects {
            void run() throws Exception;
        }

        private static void quietly(Connects body) {
            try {
                body.run();
            } catch (Exception refused) {
                // As a library would, which is why the guard remembers.
            }
        }
    }

    @Test
    void extension_somethingIsDropped_failsTheTest() {
        List<String> failures = failures(Dropping.class);

        assertThat(failures).hasSize(2);
        assertThat(failures.get(0)).startsWith("a_undeclaredAttribute()").contains("other.destination");
        assertThat(failures.get(1)).startsWith("b_valueOutOfBounds()").contains("load_finished.elapsed");
        assertThat(failures(Tolerant.class)).isEmpty();
    }

    @Test
    void noNetwork_testConnects_failsTheTest() {
        ProxySelector before = ProxySelector.getDefault();

        List<String> failures = failures(Connecting.class);

        assertThat(failures).hasSize(3);
        assertThat(failures.get(0)).startsWith("a_socket()").contains("192.0.2.1:9");
        assertThat(failures.get(1)).startsWith("b_urlConnection()").contains("192.0.2.2");
        assertThat(failures.get(2)).startsWith("c_httpClient()").contains("192.0.2.3");
        assertThat(ProxySelector.getDefault()).isSameAs(before);
    }
}
