package dev.candor.telemetry.servlet;

import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request on its way, until its answer, which may come from another thread. */
final class WatchedRequest implements AsyncListener {
    private static final double NANOS = 1e9;

    private final Telemetry telemetry;
    private final Durations durations;
    private final Consumer<FinishedRequest> finished;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String method;
    private final @Nullable Route route;
    private final Span span;
    private final long start = System.nanoTime();
    // Guarded by this.
    private boolean ended;
    private @Nullable Throwable failure;

    WatchedRequest(
            Telemetry telemetry,
            Durations durations,
            Consumer<FinishedRequest> finished,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Route route) {
        this.telemetry = telemetry;
        this.durations = durations;
        this.finished = finished;
        this.request = request;
        this.response = response;
        Method known = Method.of(request.getMethod());
        this.method = known.name();
        this.route = route;
        String name = route == null ? method : route.name(known);
        String parent = header("traceparent");
        this.span = parent.isEmpty() ? telemetry.trace(name) : telemetry.trace(name, parent);
    }

    /** Makes the request's span current for a further dispatch of it. */
    Span.Scope enter() {
        return span.enter();
    }

    /** The thread that took the request is done with it. */
    void leave() {
        span.detach();
    }

    /** The container has an answer. */
    void answered() {
        end(null, response.getStatus());
    }

    /** The application threw {@code error}, for which the container finds an answer once this has returned. */
    void failed(Throwable error) {
        if (Disconnect.isBehind(error)) {
            // Nobody's fault: whoever asked has gone.
            answered();
        } else if (error instanceof UnavailableException gone) {
            end(
                    error,
                    gone.isPermanent() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            end(error, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private void end(@Nullable Throwable error, int status) {
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
        String template = route == null ? null : route.template();
        if (template != null) {
            span.set("http.route", template);
        }
        if (error != null) {
            span.fail(error);
            telemetry.errors().record(error);
        }
        span.close();
        durations.record(route, status, elapsed.toNanos() / NANOS);
        finished.accept(new FinishedRequest(
                method, template, status, elapsed, header("user-agent"), header("accept-language"), error));
    }

    private String header(String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    /** Keeps what an asynchronous request failed by until its answer has left. */
    synchronized void note(Throwable error) {
        failure = error;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        Throwable error = noted();
        if (error == null || Disconnect.isBehind(error)) {
            answered();
        } else {
            end(error, response.getStatus());
        }
    }

    private synchronized @Nullable Throwable noted() {
        return failure;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        note(new TimeoutException("the asynchronous request took too long"));
    }

    @Override
    public void onError(AsyncEvent event) {
        Throwable error = event.getThrowable();
        if (error != null) {
            note(error);
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
