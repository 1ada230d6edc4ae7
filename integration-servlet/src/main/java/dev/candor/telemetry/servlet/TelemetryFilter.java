package dev.candor.telemetry.servlet;

import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches requests: a span and a duration for whoever runs the server, errors, and a call for the tool's own usage events.
 *
 * <p>A request is named by its route template, never by its path. What an application throws is rethrown as it is; what telemetry's own
 * side throws is ignored. Safe for use by several threads.
 */
public final class TelemetryFilter implements Filter {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");
    private static final int SERVER_ERROR = 500;
    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final Telemetry telemetry;
    private final Routes routes;
    private final Consumer<FinishedRequest> finished;

    /**
     * A filter for every request.
     *
     * @param routes the application's route templates; a request that matches none is named by its servlet's mapping
     * @param finished called once for each request after its answer, for the tool's own events
     */
    public TelemetryFilter(Telemetry telemetry, Routes routes, Consumer<FinishedRequest> finished) {
        this.telemetry = telemetry;
        this.routes = routes;
        this.finished = finished;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        Watch watch = new Watch(http, answer);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error error) {
            watch.leave();
            watch.end(error, SERVER_ERROR);
            throw error;
        }
        watch.leave();
        if (!http.isAsyncStarted() || !listens(http, watch)) {
            watch.end(null, answer.getStatus());
        }
    }

    /** Whether {@code watch} will be told of the answer; not where that has left already. */
    private static boolean listens(HttpServletRequest request, AsyncListener watch) {
        try {
            request.getAsyncContext().addListener(watch);
            return true;
        } catch (IllegalStateException complete) {
            return false;
        }
    }

    /** The route's template; null where there is none, or where a container does not say what the specification promises. */
    private @Nullable String route(HttpServletRequest request) {
        try {
            return template(request);
        } catch (RuntimeException | LinkageError broken) {
            return null;
        }
    }

    private @Nullable String template(HttpServletRequest request) {
        String matched = routes.match(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (matched != null) {
            return matched;
        }
        String pattern = request.getHttpServletMapping().getPattern();
        // The default servlet's patterns stand for every path there is, and so for no route.
        return pattern.isEmpty() || pattern.equals("/") || pattern.equals("/*") ? null : pattern;
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    /** One request on its way, until its answer, which may come from another thread. */
    private final class Watch implements AsyncListener {
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final String method;
        private final @Nullable String route;
        private final Span span;
        private final long start = System.nanoTime();
        private boolean ended;
        private @Nullable Throwable failure;

        Watch(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
            String named = request.getMethod().toUpperCase(Locale.ROOT);
            this.method = METHODS.contains(named) ? named : "OTHER";
            this.route = route(request);
            String name = route == null ? method : method + " " + route;
            String parent = header(request, "traceparent");
            this.span = parent.isEmpty() ? telemetry.trace(name) : telemetry.trace(name, parent);
        }

        void leave() {
            span.detach();
        }

        void end(@Nullable Throwable error, int status) {
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
            }
            try {
                report(error, status);
            } catch (RuntimeException | LinkageError broken) {
                // The answer has left, or is about to: telemetry's own fault changes nothing about it.
                return;
            }
        }

        private void report(@Nullable Throwable error, int status) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            span.set("http.request.method", method).set("http.response.status_code", status);
            if (route != null) {
                span.set("http.route", route);
            }
            if (error != null) {
                span.fail(error);
                telemetry.errors().record(error);
            }
            span.close();
            Metrics.Histogram durations = telemetry.metrics().histogram("http.server.request.duration", "s", SECONDS);
            durations
                    .labelled("http.route", route == null ? "" : route)
                    .labelled("http.response.status_code", Integer.toString(status))
                    .record(elapsed.toNanos() / 1e9);
            finished.accept(new FinishedRequest(
                    method,
                    route,
                    status,
                    elapsed,
                    header(request, "user-agent"),
                    header(request, "accept-language"),
                    error));
        }

        @Override
        public void onComplete(AsyncEvent event) {
            end(failure, response.getStatus());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            failure = new TimeoutException("the asynchronous request took too long");
        }

        @Override
        public void onError(AsyncEvent event) {
            failure = event.getThrowable();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
