package dev.candor.telemetry.core.internal.codec;

import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.util.Map;

/**
 * Writes a signal's payload.
 *
 * <p>Layout: version, kind, distinct id (empty where it is the event's own id), the resource's bytes with their length, then the kind's
 * own fields. Id and time are the frame's.
 */
public final class FrameWriter {

    private FrameWriter() {}

    /** Writes what comes before the name of a usage event. The name, the number of attributes and each key and value follow. */
    public static void beginUsage(PayloadBuffer out, String distinctId, byte[] resource, String name, int attributes) {
        begin(out, Kind.USAGE, distinctId, resource);
        out.putName(name);
        out.putVarint(attributes);
    }

    /** Writes an attribute whose value is an object. */
    public static void attribute(PayloadBuffer out, String key, Object value) {
        out.putName(key);
        Values.write(out, value);
    }

    /** Writes a whole number without boxing it. */
    public static void attribute(PayloadBuffer out, String key, long value) {
        out.putName(key);
        out.putByte(Values.LONG);
        out.putSigned(value);
    }

    /** Writes a real number without boxing it. */
    public static void attribute(PayloadBuffer out, String key, double value) {
        out.putName(key);
        out.putByte(Values.DOUBLE);
        out.putDouble(value);
    }

    /** Writes a flag without boxing it. */
    public static void attribute(PayloadBuffer out, String key, boolean value) {
        out.putName(key);
        out.putByte(value ? Values.TRUE : Values.FALSE);
    }

    /** Writes a whole signal; {@code resource} are the bytes of its resource. */
    public static void write(PayloadBuffer out, Signal signal, String distinctId, byte[] resource) {
        if (signal instanceof UsageEvent event) {
            beginUsage(
                    out, distinctId, resource, event.name(), event.attributes().size());
            for (Map.Entry<String, Object> entry : event.attributes().entrySet()) {
                attribute(out, entry.getKey(), entry.getValue());
            }
        } else if (signal instanceof ErrorReport report) {
            begin(out, Kind.ERROR, distinctId, resource);
            ErrorCodec.write(out, report);
        } else if (signal instanceof Trace trace) {
            begin(out, Kind.TRACE, distinctId, resource);
            TraceCodec.write(out, trace);
        } else if (signal instanceof MetricBatch batch) {
            begin(out, Kind.METRICS, distinctId, resource);
            MetricCodec.write(out, batch);
        } else if (signal instanceof LogEntry entry) {
            begin(out, Kind.LOG, distinctId, resource);
            LogCodec.write(out, entry);
        }
    }

    static void begin(PayloadBuffer out, int kind, String distinctId, byte[] resource) {
        out.putByte(Kind.VERSION);
        out.putByte(kind);
        out.putString(distinctId);
        out.putBytes(resource);
    }
}
