package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Errors;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Logs;
import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.NoOp;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.internal.delivery.FloodGate;
import dev.candor.telemetry.core.internal.start.StartPlan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A short command's telemetry after a start by plan: it writes usage events, and has everything else done by the whole
 * {@link LiveTelemetry}, which is opened when it is first needed.
 */
final class QuickTelemetry extends EventDesk implements Telemetry {
    /** How long a command waits at its end; here, because {@link LiveTelemetry} is not loaded for it. */
    static final Duration COMMAND_CLOSE = Duration.ofMillis(200);

    private static final int USAGE = 0;
    private static final int TRACES = 2;
    private static final long DAY_MILLIS = 86_400_000L;

    private final QuickParts parts;
    private final StartPlan plan;
    private final IdSource ids = IdSource.seeded();
    // Guarded by this, except that it is read without.
    private volatile @Nullable LiveTelemetry whole;
    private volatile boolean closed;

    QuickTelemetry(QuickParts parts, StartPlan plan) {
        this.parts = parts;
        this.plan = plan;
    }

    @Override
    public boolean enabled(Purpose purpose) {
        LiveTelemetry open = whole;
        if (open == null && purpose == Purpose.USAGE) {
            return !closed && plan.serves(USAGE);
        }
        return whole().enabled(purpose);
    }

    @Override
    public Event event(EventType type) {
        LiveTelemetry open = whole;
        if (open != null) {
            return open.event(type);
        }
        if (closed || !plan.serves(USAGE)) {
            return NoOp.EVENT;
        }
        FloodGate gate = parts.gate(type);
        if (gate == null) {
            // by its text: an application may hand over null
            refused("event not in the catalogue: ".concat(String.valueOf(type)));
            return NoOp.EVENT;
        }
        parts.touched();
        return new EventDraft(this, type, gate);
    }

    @Override
    @Nullable
    Object checked(Attribute<?> attribute, @Nullable Object value) {
        return UsageIntake.checked(parts.check(), attribute, value);
    }

    @Override
    void dropped(EventType type, Attribute<?> attribute) {
        refused("attribute dropped: ".concat(type.name()).concat(".").concat(String.valueOf(attribute)));
    }

    @Override
    void refused(String reason) {
        parts.count(reason);
    }

    @Override
    boolean take(EventDraft draft, boolean durable) {
        EventType type = draft.type();
        if (type.expiredOn(draft.millis() / DAY_MILLIS)) {
            refused("event type expired: ".concat(type.name()));
            return false;
        }
        synchronized (this) {
            LiveTelemetry open = whole;
            if (open != null) {
                return open.take(draft, durable);
            }
            if (!draft.gate().admits(draft.millis())) {
                refused("event suppressed by its daily cap or as a loop: ".concat(type.name()));
                return false;
            }
            return !closed && parts.append(draft, durable);
        }
    }

    @Override
    long idHigh() {
        return ids.high(parts.millis());
    }

    @Override
    long idLow() {
        return ids.low();
    }

    @Override
    long[] destinations() {
        return plan.lanes(USAGE);
    }

    @Override
    String distinctId(long idHigh, long idLow) {
        return parts.distinctId(plan.identity(), idHigh, idLow);
    }

    @Override
    byte[] resource() {
        return plan.resource();
    }

    @Override
    public Errors errors() {
        return whole().errors();
    }

    @Override
    public Span trace(String name) {
        return whole != null || plan.serves(TRACES) ? whole().trace(name) : NoOp.span();
    }

    @Override
    public Span trace(String name, String traceparent) {
        return whole != null || plan.serves(TRACES) ? whole().trace(name, traceparent) : NoOp.span();
    }

    @Override
    public Metrics metrics() {
        return whole().metrics();
    }

    @Override
    public Logs logs() {
        return whole().logs();
    }

    @Override
    public Delivery flush(Duration atMost) {
        return whole().flush(atMost);
    }

    @Override
    public synchronized Delivery close(Duration atMost) {
        LiveTelemetry open = whole;
        if (closed) {
            return open == null ? Delivery.nothing() : open.close(atMost);
        }
        open = end(atMost);
        return open == null ? parts.delivery() : open.close(atMost);
    }

    @Override
    public synchronized void close() {
        LiveTelemetry open = closed ? whole : end(COMMAND_CLOSE);
        if (open != null) {
            open.close();
        }
    }

    /** Ends the quick way; the whole telemetry where it is open, or has to start an upload. */
    private @Nullable LiveTelemetry end(Duration atMost) {
        closed = true;
        if (!parts.close(atMost)) {
            // The disk does not answer, so nothing else is asked of it.
            return whole;
        }
        if (whole == null && parts.uploadIsDue() && !parts.upload()) {
            whole = parts.open();
        }
        if (whole == null) {
            parts.tellOfLosses();
        }
        return whole;
    }

    private synchronized LiveTelemetry whole() {
        LiveTelemetry open = whole;
        if (open == null) {
            // What was written so far is there for its readers.
            parts.close(COMMAND_CLOSE);
            open = parts.open();
            if (closed) {
                open.close(Duration.ZERO);
            }
            whole = open;
        }
        return open;
    }
}
