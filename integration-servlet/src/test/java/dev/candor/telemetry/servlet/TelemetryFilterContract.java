package dev.candor.telemetry.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Trace;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the filter tells of real requests to a real container. */
abstract class TelemetryFilterContract extends AsynchronousRequestsContract {
    @ParameterizedTest(name = "ARG-15 {0} -> {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "/items/forty-two, /items/{id}, 200",
                "/items/forty-two:archive, /items/{id}, 200",
                "/items/forty-two/more, /items/*, 200",
                "/plain/of-somebody, /plain/*, 200",
                "/wp-login.php, -, 404",
                "/missing, /missing, 404"
            })
    void route_ofAListOrTheContainer_namesTheRequestAndThePathNever(String path, String route, int status)
            throws Exception {
        serve(new Application().behind(filter()));

        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(one())
                .extracting(FinishedRequest::route, FinishedRequest::status, FinishedRequest::error)
                .containsExactly(route, status, null);
        Trace.Span span = recorded.signals().traces().get(0).root();
        assertThat(span.name()).isEqualTo(route == null ? "GET" : "GET " + route);
        assertThat(span.toString()).doesNotContain("forty", "somebody", "wp-login");
        assertThat(recorded.signals().metrics().toString())
                .contains("http.server.request.duration")
                .doesNotContain("forty", "somebody", "wp-login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forward", "/include"})
    void forwarded_orIncluded_isOneRequestUnderItsFirstRoute(String path) throws Exception {
        serve(new Application().behind(filter()));

        assertThat(get(path).body()).isEqualTo("plain");

        assertThat(one().route()).isEqualTo(path);
        assertThat(recorded.signals().traces()).hasSize(1);
    }

    @ParameterizedTest(name = "ARG-10 {0} {1}")
    @CsvSource({"/broken, IllegalStateException", "/checked, ServletException"})
    void thrown_getsItsPageAndIsReportedOnce(String path, String type) throws Exception {
        serve(new Application().behind(filter()));

        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("the page for errors");
        FinishedRequest request = one();
        assertThat(request.route()).isEqualTo(path);
        assertThat(request.status()).isEqualTo(500);
        assertThat(request.error().getClass().getSimpleName()).isEqualTo(type);
        assertThat(recorded.signals().errors())
                .singleElement()
                .extracting(TelemetryFilterContract::typeOf)
                .asString()
                .endsWith(type);
        assertThat(recorded.signals().traces())
                .singleElement()
                .satisfies(trace -> assertThat(trace.root().failed()).isTrue());
    }

    private static String typeOf(ErrorReport report) {
        return report.exceptions().get(0).type();
    }

    /** Jetty turns it into an answer by itself, Tomcat throws it at the filter. */
    @Test
    void unavailable_isReportedWithTheStatusThatTheContainerGivesIt() throws Exception {
        serve(new Application().behind(filter()));

        assertThat(get("/unavailable").statusCode()).isEqualTo(503);

        assertThat(one().status()).isEqualTo(503);
    }

    @Test
    void filter_beforeOneThatRefuses_seesTheRefusal() throws Exception {
        Filter guard = (request, response, chain) ->
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_UNAUTHORIZED);
        serve(new Application().behind(filter()).behind(guard));

        assertThat(get("/items/forty-two").statusCode()).isEqualTo(401);

        assertThat(one())
                .extracting(FinishedRequest::route, FinishedRequest::status)
                .containsExactly("/items/{id}", 401);
    }

    @Test
    void filter_behindOneThatRefuses_seesNothing() throws Exception {
        Filter guard = (request, response, chain) ->
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_UNAUTHORIZED);
        serve(new Application().behind(guard).behind(filter()));

        assertThat(get("/items/forty-two").statusCode()).isEqualTo(401);

        assertThat(finished).isEmpty();
        assertThat(recorded.signals().traces()).isEmpty();
    }

    @Test
    void client_thatGoesAway_isNoErrorOfTheApplications() throws Exception {
        serve(new Application().behind(filter()));

        try (Socket socket = new Socket("127.0.0.1", running.port())) {
            socket.getOutputStream()
                    .write("GET /app/stream HTTP/1.1\r\nHost: shop\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
            socket.setSoLinger(true, 0);
        }

        FinishedRequest request = one();
        assertThat(request.route()).isEqualTo("/stream");
        assertThat(request.error()).isNull();
        assertThat(recorded.signals().errors()).isEmpty();
    }

    @Test
    @DisplayName("ARG-18 telemetry_thatIsBroken_changesNoAnswer")
    void telemetry_thatIsBroken_changesNoAnswer() throws Exception {
        serve(new Application().behind(new TelemetryFilter(recorded.telemetry(), ROUTES, request -> {
            throw new IllegalStateException("the tool's own events are broken");
        })));

        assertThat(get("/items/forty-two").body()).isEqualTo("item");
        assertThat(get("/broken").body()).isEqualTo("the page for errors");
    }

    @Test
    void request_ofATrace_continuesIt() throws Exception {
        serve(new Application().behind(filter()));
        String traceId = "0af7651916cd43dd8448eb211c80319c";

        client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + "/app/items/forty-two"))
                        .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
                        .build(),
                HttpResponse.BodyHandlers.discarding());

        one();
        assertThat(recorded.signals().traces()).extracting(Trace::traceId).isEqualTo(List.of(traceId));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThread_ofTheContainer_carriesTheRequestsSpan() throws Exception {
        AtomicBoolean virtual = new AtomicBoolean();
        Application application = new Application().behind(filter()).on("/plain/*", (request, response) -> {
            virtual.set(isVirtual(Thread.currentThread()));
            recorded.telemetry().trace("inner").close();
        });
        running = container().start(application, true);

        assertThat(get("/plain/x").statusCode()).isEqualTo(200);

        one();
        assertThat(virtual).isTrue();
        assertThat(recorded.signals().traces())
                .singleElement()
                .satisfies(trace -> assertThat(trace.spans())
                        .extracting(Trace.Span::name)
                        .containsExactly("GET /plain/*", "inner"));
    }

    private static boolean isVirtual(Thread thread) {
        try {
            return (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
        } catch (ReflectiveOperationException oldJava) {
            return false;
        }
    }
}
