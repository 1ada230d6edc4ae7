package dev.candor.telemetry.otlp;

import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import java.util.List;

/** What OTLP posts apart: each kind of record has its own address and message. */
enum Kind {
    /** Usage events, errors and log records. */
    LOGS("logs"),
    /** Spans. */
    TRACES("traces"),
    /** Metric points. */
    METRICS("metrics");

    /** How many records one post carries, as OpenTelemetry's batch processors send them by default. */
    static final int MOST_RECORDS = 512;

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    static Kind of(Signal signal) {
        if (signal instanceof Trace) {
            return TRACES;
        }
        return signal instanceof MetricBatch ? METRICS : LOGS;
    }

    /** Its word in settings and addresses. */
    String word() {
        return word;
    }

    /** The setting that says for it alone what {@code name} says for all. */
    String setting(String name) {
        return word + "_" + name;
    }

    /** Its path below a base URL. */
    String path() {
        return "v1/" + word;
    }

    /** How many signals from the first on go into one post: one at least, and no more records than {@link #MOST_RECORDS}. */
    int together(List<Signal> batch) {
        int count = 1;
        int records = records(batch.get(0));
        while (count < batch.size() && of(batch.get(count)) == this) {
            records += records(batch.get(count));
            if (records > MOST_RECORDS) {
                break;
            }
            count++;
        }
        return count;
    }

    /** How many records a signal becomes. */
    static int records(Signal signal) {
        if (signal instanceof Trace trace) {
            return trace.spans().size();
        }
        return signal instanceof MetricBatch metrics ? metrics.points().size() : 1;
    }
}
