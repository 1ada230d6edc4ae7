package dev.candor.telemetry.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Span;
import dev.candor.telemetry.spi.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the filter tells of requests that are answered by another thread. */
abstract class AsynchronousRequestsContract extends ServedFilter {
    @ParameterizedTest
    @CsvSource({
        "/async/complete, 202",
        "/async/dispatch, 200",
        "/async/at-once, 200",
    })
    void asynchronous_request_isReportedWhenItIsAnswered(String path, int status) throws Exception {
        serve(new Application().behind(filter()));

        assertThat(get(path).statusCode()).isEqualTo(status);

        FinishedRequest request = one();
        assertThat(request.route()).isEqualTo(path);
        assertThat(request.status()).isEqualTo(status);
        assertThat(request.error()).isNull();
        assertThat(recorded.signals().traces()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"/async/broken, IllegalStateException", "/async/late, TimeoutException"})
    void asynchronous_thatFails_isReportedWithWhatItFailedBy(String path, String type) throws Exception {
        serve(new Application().behind(filter()));

        assertThat(get(path).statusCode()).isEqualTo(500);

        FinishedRequest request = one();
        assertThat(request.status()).isEqualTo(500);
        assertThat(rootOf(request.error()).getClass().getSimpleName()).isEqualTo(type);
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    @Test
    void asynchronous_dispatch_continuesTheTraceOnItsThread() throws Exception {
        Application application = new Application().behind(filter()).on("/plain/*", (request, response) -> {
            try (Span span = recorded.telemetry().trace("inner")) {
                response.getWriter().write(span.traceId());
            }
        });
        serve(application);

        String traceId = get("/async/dispatch").body();

        one();
        assertThat(recorded.signals().traces()).singleElement().satisfies(trace -> {
            assertThat(trace.traceId()).isEqualTo(traceId);
            assertThat(trace.spans()).extracting(Trace.Span::name).containsExactly("GET /async/dispatch", "inner");
        });
    }
}
