package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.util.ArrayList;
import java.util.List;

/** What a test has recorded, after consent, catalogue and redaction: what would have been sent. */
public final class RecordedSignals {
    private record Entry(Audience audience, Signal signal) {}

    private final Runnable flush;
    /** Guarded by itself. */
    private final List<Entry> entries = new ArrayList<>();

    RecordedSignals(Runnable flush) {
        this.flush = flush;
    }

    void add(Audience audience, Signal signal) {
        synchronized (entries) {
            entries.add(new Entry(audience, signal));
        }
    }

    void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }

    /** Everything for one audience, in the order of arrival. */
    public List<Signal> of(Audience audience) {
        flush.run();
        List<Signal> signals = new ArrayList<>();
        synchronized (entries) {
            for (Entry entry : entries) {
                if (entry.audience() == audience) {
                    signals.add(entry.signal());
                }
            }
        }
        return signals;
    }

    private <S extends Signal> List<S> of(Audience audience, Class<S> kind) {
        List<S> some = new ArrayList<>();
        for (Signal signal : of(audience)) {
            if (kind.isInstance(signal)) {
                some.add(kind.cast(signal));
            }
        }
        return some;
    }

    /** The usage events. */
    public List<UsageEvent> events() {
        return of(Audience.MAINTAINER, UsageEvent.class);
    }

    /** The error reports as the maintainer gets them. */
    public List<ErrorReport> errors() {
        return of(Audience.MAINTAINER, ErrorReport.class);
    }

    /** The error reports as whoever runs the tool gets them, with messages and breadcrumbs. */
    public List<ErrorReport> ownerErrors() {
        return of(Audience.OWNER, ErrorReport.class);
    }

    /** The traces. */
    public List<Trace> traces() {
        return of(Audience.OWNER, Trace.class);
    }

    /** The metrics, one batch for each flush in which there were any. */
    public List<MetricBatch> metrics() {
        return of(Audience.OWNER, MetricBatch.class);
    }

    /** The log records. */
    public List<LogEntry> logs() {
        return of(Audience.OWNER, LogEntry.class);
    }

    /** Asserts that one event of this type was recorded. */
    public RecordedEvent single(EventType type) {
        List<UsageEvent> all = events();
        List<UsageEvent> some =
                all.stream().filter(event -> event.name().equals(type.name())).toList();
        if (some.size() != 1) {
            throw new AssertionError(
                    some.size() + " events named " + type.name() + " were recorded; all events: " + names(all));
        }
        return new RecordedEvent(some.get(0));
    }

    /** Asserts that nothing was recorded, for anybody. */
    public void none() {
        List<Signal> all = new ArrayList<>(of(Audience.MAINTAINER));
        all.addAll(of(Audience.OWNER));
        if (!all.isEmpty()) {
            throw new AssertionError("recorded: " + all);
        }
    }

    private static List<String> names(List<UsageEvent> events) {
        return events.stream().map(UsageEvent::name).toList();
    }
}
