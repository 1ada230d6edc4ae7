package dev.candor.telemetry.servlet;

import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches requests: a span and a duration for whoever runs the server, errors, and a call for the tool's own usage events.
 *
 * <p>A request is named by its route template, never by its path, and reported once, however often it is forwarded or dispatched anew.
 * The filter belongs before all others, so that what they answer is seen too; where it is also mapped to asynchronous dispatches, spans
 * that are started in these are children of the request's. What an application throws is rethrown as it is; what telemetry's own side
 * throws is ignored. Safe for use by several threads.
 */
public final class TelemetryFilter implements Filter {
    private final Telemetry telemetry;
    private final Routes routes;
    private final Consumer<FinishedRequest> finished;
    private final Durations durations;
    /** The routes of servlets' mappings; an application has a handful. */
    private final ConcurrentMap<String, Route> mapped = new ConcurrentHashMap<>();
    /** Under which a request carries its watch; two filters of one application do not share it. */
    private final String attribute = TelemetryFilter.class.getName() + '@' + System.identityHashCode(this);

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
        this.durations = new Durations(telemetry);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
        } else if (request.getAttribute(attribute) instanceof WatchedRequest known) {
            // Forwarded, included, dispatched anew or on its way to an error page: one request still.
            again(known, request, response, chain);
        } else {
            watch(http, answer, chain);
        }
    }

    /** A further dispatch, perhaps on another thread, where nobody else would learn what it throws. */
    private static void again(WatchedRequest known, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Span.Scope scope = known.enter();
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error error) {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                known.note(error);
            }
            throw error;
        } finally {
            scope.close();
        }
    }

    private void watch(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        WatchedRequest watched = new WatchedRequest(telemetry, durations, finished, request, response, route(request));
        request.setAttribute(attribute, watched);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error error) {
            watched.leave();
            watched.failed(error);
            throw error;
        }
        watched.leave();
        if (!request.isAsyncStarted() || !listens(request, watched)) {
            watched.answered();
        }
    }

    /** Whether {@code watched} will be told of the answer; not where that has left already. */
    private static boolean listens(HttpServletRequest request, AsyncListener watched) {
        try {
            request.getAsyncContext().addListener(watched);
            return true;
        } catch (IllegalStateException complete) {
            return false;
        }
    }

    /** The request's route; null where there is none, or where a container does not say what the specification promises. */
    private @Nullable Route route(HttpServletRequest request) {
        try {
            return found(request);
        } catch (RuntimeException | LinkageError broken) {
            return null;
        }
    }

    private @Nullable Route found(HttpServletRequest request) {
        Route matched = routes.find(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (matched != null) {
            return matched;
        }
        String pattern = request.getHttpServletMapping().getPattern();
        // The default servlet's patterns stand for every path there is, and so for no route.
        return pattern.isEmpty() || pattern.equals("/") || pattern.equals("/*")
                ? null
                : mapped.computeIfAbsent(pattern, Route::mapped);
    }
}
