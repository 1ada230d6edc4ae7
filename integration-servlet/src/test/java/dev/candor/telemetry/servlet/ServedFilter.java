package dev.candor.telemetry.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A filter in a real container, asked over HTTP, and what it told. */
abstract class ServedFilter {
    static final Routes ROUTES = Routes.of("/items/{id}", "/items/{id}:archive");
    private static final long LONG_SECONDS = 60;

    @RegisterExtension
    final TelemetryExtension recorded = TelemetryExtension.of(() -> Candor.tool("shop", "1.0.0")
            .mode(Mode.MEMORY)
            .consent(ConsentRules.forTool("shop", "1.0.0")
                    .purposes(Purpose.ERRORS, Purpose.TRACES, Purpose.METRICS, Purpose.LOGS)
                    .build())
            .errors(ErrorRules.owned("dev.candor.telemetry.servlet").build()));

    final BlockingQueue<FinishedRequest> finished = new LinkedBlockingQueue<>();
    final HttpClient client = HttpClient.newHttpClient();
    Container running;

    abstract Container.Starter container();

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    TelemetryFilter filter() {
        return new TelemetryFilter(recorded.telemetry(), ROUTES, finished::add);
    }

    void serve(Application application) throws Exception {
        running = container().start(application, false);
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + "/app" + path))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The one request that was reported; fails when there is a second one. */
    FinishedRequest one() throws InterruptedException {
        FinishedRequest request = finished.poll(LONG_SECONDS, TimeUnit.SECONDS);
        assertThat(request).as("a finished request").isNotNull();
        assertThat(finished).as("further finished requests").isEmpty();
        return request;
    }
}
