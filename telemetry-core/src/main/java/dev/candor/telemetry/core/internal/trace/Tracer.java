package dev.candor.telemetry.core.internal.trace;

import dev.candor.telemetry.AllowList;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.ValueType;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.core.internal.intake.SignalSink;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Starts spans: children of the thread's current span, or new traces of which a fixed share is kept. */
public final class Tracer {
    private static final int LONGEST_NAME = 4_096;
    private static final int LONGEST_FAILURE = 1_024;
    private static final String REMOVED = "<removed>";
    private static final ValueType.Tree SCALAR = new ValueType.Tree(1, 1, AllowList.nothing(), Set.of());

    private final SignalSink sink;
    private final Scrubber scrubber;
    private final CurrentSpan current;
    private final WallClock clock;
    private final Sampler sampler;
    private final CleanNames names;
    private final CleanValues values = new CleanValues();
    private final CleanPairs pairs = new CleanPairs();

    /**
     * Hands finished traces to {@code sink}.
     *
     * @param ratio the share of traces that is kept, 0 to 1
     */
    public Tracer(SignalSink sink, Scrubber scrubber, CurrentSpan current, Clock clock, double ratio) {
        this.sink = sink;
        this.scrubber = scrubber;
        this.current = current;
        this.clock = new WallClock(clock);
        this.sampler = new Sampler(ratio);
        this.names = new CleanNames(scrubber, LONGEST_NAME);
    }

    /** A child of the current span, or the outermost span of a new trace. */
    public Span start(String name) {
        @Nullable Object[] place = current.place();
        ActiveSpan parent = (ActiveSpan) place[0];
        if (parent != null) {
            return new ActiveSpan(this, parent.trace(), parent, parent.id(), name, place);
        }
        long high = ActiveSpan.nonZero();
        long low = ThreadLocalRandom.current().nextLong();
        return new ActiveSpan(this, collector(high, low, sampler.keeps(low)), null, 0, name, place);
    }

    /** The outermost span here of a trace that another process began and decided on. */
    public Span start(String name, String traceparent) {
        TraceParent parent = TraceParent.parse(traceparent);
        if (parent == null) {
            return start(name);
        }
        TraceCollector trace = collector(parent.traceHigh(), parent.traceLow(), parent.sampled());
        return new ActiveSpan(this, trace, null, parent.spanId(), name, current.place());
    }

    CurrentSpan current() {
        return current;
    }

    /** The name of a span or of an attribute, redacted. */
    String name(String raw) {
        // A host that has no name for it must not learn so by an exception.
        return raw == null ? REMOVED : names.of(raw);
    }

    private String scrub(String text, int longest) {
        String clean = scrubber.text(text);
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }

    /** The key for an attribute of which it is known that key and value may leave as they do; null where it is not. */
    @Nullable
    String knownKey(String key, String value) {
        // A host that has no key for it gets no exception, here as for a name.
        if (key == null) {
            return null;
        }
        String clean = pairs.keyOf(key, value);
        if (clean == null && values.has(key, value)) {
            clean = name(key);
            pairs.add(key, value, clean);
        }
        return clean;
    }

    /** A value as its key and its text allow: what a secret's name names is a secret. */
    String scrub(String key, String value, int longest) {
        Object left = scrubber.tree(key, value, SCALAR);
        String text = left == null ? REMOVED : left.toString();
        if (key != null && text.equals(value)) {
            values.add(key, value);
        }
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** The error's class, and its redacted message where it has one. */
    String describe(Throwable error) {
        String type = error.getClass().getName();
        try {
            String message = error.getMessage();
            return message == null ? type : scrub(type + ": " + message, LONGEST_FAILURE);
        } catch (RuntimeException | Error hostile) {
            return type;
        }
    }

    private TraceCollector collector(long high, long low, boolean sampled) {
        return new TraceCollector(sink, clock, high, low, sampled);
    }
}
