package dev.candor.telemetry.core.internal.trace;

import org.jspecify.annotations.Nullable;

/**
 * The {@code traceparent} header of W3C Trace Context, level 1: {@code 00-<32 hex>-<16 hex>-<2 hex>}.
 *
 * @param traceHigh upper half of the trace id
 * @param traceLow lower half of the trace id
 * @param spanId the caller's span
 * @param sampled whether the caller keeps the trace
 */
record TraceParent(long traceHigh, long traceLow, long spanId, boolean sampled) {
    private static final int LENGTH = 55;
    private static final int TRACE_AT = 3;
    private static final int SPAN_AT = 36;
    private static final int FLAGS_AT = 53;

    /** The header's content, or null when it is malformed: the receiver then starts a trace of its own. */
    static @Nullable TraceParent parse(String header) {
        String text = header.trim();
        if (text.length() < LENGTH || !hasForm(text)) {
            return null;
        }
        long high = Hex.parse(text, TRACE_AT);
        long low = Hex.parse(text, TRACE_AT + 16);
        long span = Hex.parse(text, SPAN_AT);
        if ((high | low) == 0 || span == 0) {
            return null;
        }
        boolean sampled = (Character.digit(text.charAt(FLAGS_AT + 1), 16) & 1) == 1;
        return new TraceParent(high, low, span, sampled);
    }

    /** The header for a call that {@code spanId} makes. */
    static String format(String traceId, String spanId, boolean sampled) {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    private static boolean hasForm(String text) {
        boolean known =
                text.startsWith("00") ? text.length() == LENGTH : text.length() == LENGTH || text.charAt(LENGTH) == '-';
        return known
                && !text.startsWith("ff")
                && Hex.isHex(text, 0, 2)
                && text.charAt(2) == '-'
                && Hex.isHex(text, TRACE_AT, SPAN_AT - 1)
                && text.charAt(SPAN_AT - 1) == '-'
                && Hex.isHex(text, SPAN_AT, FLAGS_AT - 1)
                && text.charAt(FLAGS_AT - 1) == '-'
                && Hex.isHex(text, FLAGS_AT, LENGTH);
    }
}
