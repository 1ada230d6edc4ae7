package dev.candor.telemetry.core.internal.codec;

import dev.candor.telemetry.core.internal.spool.PayloadBuffer;

/** Writes a trace from its numbers, byte for byte as {@link FrameWriter} writes the signal, which need not be made for it. */
public final class TraceWriter {
    private static final int LONG_DIGITS = 16;

    private TraceWriter() {}

    /** Writes what comes before the spans; so many of them follow. */
    public static void begin(
            PayloadBuffer out, String distinctId, byte[] resource, long traceHigh, long traceLow, int spans) {
        FrameWriter.begin(out, Kind.TRACE, distinctId, resource);
        out.putVarint(2 * LONG_DIGITS);
        out.putHex(traceHigh);
        out.putHex(traceLow);
        out.putVarint(spans);
    }

    /**
     * Writes a span without its attributes; their number and each key and value follow.
     *
     * @param parentId 0 for none
     * @param start in nanoseconds since 1970, as {@code end}
     */
    public static void span(
            PayloadBuffer out,
            long id,
            long parentId,
            String name,
            long start,
            long end,
            boolean failed,
            String failure) {
        out.putVarint(LONG_DIGITS);
        out.putHex(id);
        if (parentId == 0) {
            out.putVarint(0);
        } else {
            out.putVarint(LONG_DIGITS);
            out.putHex(parentId);
        }
        out.putName(name);
        out.putSigned(start);
        out.putSigned(end);
        out.putBoolean(failed);
        out.putString(failure);
    }
}
