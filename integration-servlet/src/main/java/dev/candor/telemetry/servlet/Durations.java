package dev.candor.telemetry.servlet;

import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.Telemetry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How long requests took, by route and status.
 *
 * <p>An instrument is looked up once for each pair of the two, since naming it and its labels costs more than counting. Safe for use by
 * several threads.
 */
final class Durations {
    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final int STATUSES = 600;

    private final Telemetry telemetry;
    private volatile @Nullable Known known;

    Durations(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * Counts one request.
     *
     * @param route null where there is none
     */
    void record(@Nullable Route route, int status, double seconds) {
        Metrics metrics = telemetry.metrics();
        if (route == null) {
            instrument(metrics, "", status).record(seconds);
            return;
        }
        Latest latest = route.latest();
        if (latest == null || latest.metrics != metrics || latest.status != status) {
            latest = new Latest(metrics, status, instrument(metrics, route.template(), status));
            route.latest(latest);
        }
        latest.instrument.record(seconds);
    }

    /** The last one of a route, whose next request is likely to have the same status: one look instead of five. */
    record Latest(Metrics metrics, int status, Metrics.Histogram instrument) {}

    private Metrics.Histogram instrument(Metrics metrics, String route, int status) {
        Known current = known;
        if (current == null || current.metrics != metrics) {
            // Metrics were allowed, or forbidden, meanwhile.
            current = new Known(metrics);
            known = current;
        }
        return current.instrument(route, status);
    }

    /** The instruments of one set of metrics. */
    private static final class Known {
        private final Metrics metrics;
        private final ConcurrentMap<String, AtomicReferenceArray<Metrics.@Nullable Histogram>> byRoute =
                new ConcurrentHashMap<>();

        Known(Metrics metrics) {
            this.metrics = metrics;
        }

        Metrics.Histogram instrument(String route, int status) {
            if (status < 0 || status >= STATUSES) {
                return look(route, status);
            }
            AtomicReferenceArray<Metrics.@Nullable Histogram> byStatus = byRoute.get(route);
            if (byStatus == null) {
                byStatus = byRoute.computeIfAbsent(route, first -> new AtomicReferenceArray<>(STATUSES));
            }
            Metrics.Histogram found = byStatus.get(status);
            if (found == null) {
                found = look(route, status);
                byStatus.set(status, found);
            }
            return found;
        }

        private Metrics.Histogram look(String route, int status) {
            return metrics.histogram("http.server.request.duration", "s", SECONDS)
                    .labelled("http.route", route)
                    .labelled("http.response.status_code", Integer.toString(status));
        }
    }
}
