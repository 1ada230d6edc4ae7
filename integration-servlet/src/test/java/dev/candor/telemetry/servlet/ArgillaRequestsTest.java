package dev.candor.telemetry.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Telemetry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Argilla's vectors of what its middleware tells of a request; those that the containers share are in {@link TelemetryFilterContract}. */
class ArgillaRequestsTest {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final BlockingQueue<FinishedRequest> finished = new LinkedBlockingQueue<>();
    private Container running;

    @BeforeEach
    void serve() throws Exception {
        TelemetryFilter filter =
                new TelemetryFilter(Telemetry.disabled(), Routes.of("/api/test/endpoint"), finished::add);
        Application application = new Application().behind(filter).on("/api/test/endpoint", (request, response) -> {
            if (request.getMethod().equals("POST")) {
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                return;
            }
            response.setHeader("Server-Timing", "total;dur=50");
            response.setStatus(HttpServletResponse.SC_CREATED);
        });
        running = new JettyFilterTest().container().start(application, false);
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    @Test
    void arg08_requestWithHeaders_isToldByTemplateHeadersAndStatus() throws Exception {
        String answer = send("GET", "User-Agent: test\r\nAccept-Language: en-US\r\n");

        assertThat(answer).startsWith("HTTP/1.1 201");
        FinishedRequest request = one();
        assertThat(request)
                .extracting(
                        FinishedRequest::method,
                        FinishedRequest::route,
                        FinishedRequest::status,
                        FinishedRequest::userAgent,
                        FinishedRequest::acceptLanguage,
                        FinishedRequest::error)
                .containsExactly("GET", "/api/test/endpoint", 201, "test", "en-US", null);
        // measured, and not read from an answer's header that anything behind the filter may have written
        assertThat(request.elapsed()).isPositive();
    }

    @Test
    void arg09_requestWithoutHeadersThatIsRefused_hasEmptyHeadersAndNoError() throws Exception {
        String answer = send("POST", "Content-Length: 0\r\n");

        assertThat(answer).startsWith("HTTP/1.1 500");
        assertThat(one())
                .extracting(
                        FinishedRequest::method,
                        FinishedRequest::route,
                        FinishedRequest::status,
                        FinishedRequest::userAgent,
                        FinishedRequest::acceptLanguage,
                        FinishedRequest::error)
                .containsExactly("POST", "/api/test/endpoint", 500, "", "", null);
    }

    private FinishedRequest one() throws InterruptedException {
        FinishedRequest request = finished.poll(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(request).as("a finished request").isNotNull();
        return request;
    }

    /** By hand: Java's clients add a header of their own. */
    private String send(String method, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", running.port())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String head = method + " /app/api/test/endpoint HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n" + headers;
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
