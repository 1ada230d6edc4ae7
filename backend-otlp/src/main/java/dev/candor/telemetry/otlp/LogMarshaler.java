package dev.candor.telemetry.otlp;

import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.exporter.internal.marshal.MarshalerContext;
import io.opentelemetry.exporter.internal.marshal.MarshalerUtil;
import io.opentelemetry.exporter.internal.marshal.ProtoEnumInfo;
import io.opentelemetry.exporter.internal.marshal.Serializer;
import io.opentelemetry.exporter.internal.marshal.StatelessMarshaler;
import io.opentelemetry.exporter.internal.marshal.StatelessMarshalerUtil;
import io.opentelemetry.exporter.internal.otlp.AnyValueStatelessMarshaler;
import io.opentelemetry.proto.logs.v1.internal.LogRecord;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes log records, field by field in the order of OpenTelemetry's exporters. Used for one request. */
final class LogMarshaler implements StatelessMarshaler<EncodedLog> {
    /** By their numbers, which go from 0 on. */
    private static final ProtoEnumInfo[] SEVERITIES = severities();

    private static final byte[][] SEVERITY_TEXTS = severityTexts();

    private @Nullable String lastName;
    private byte[] lastNameUtf8 = new byte[0];

    @Override
    public int getBinarySerializedSize(EncodedLog log, MarshalerContext context) {
        int size = MarshalerUtil.sizeFixed64(LogRecord.TIME_UNIX_NANO, log.getTimestampEpochNanos())
                + MarshalerUtil.sizeFixed64(LogRecord.OBSERVED_TIME_UNIX_NANO, log.getObservedTimestampEpochNanos())
                + MarshalerUtil.sizeEnum(LogRecord.SEVERITY_NUMBER, severity(log))
                + MarshalerUtil.sizeBytes(LogRecord.SEVERITY_TEXT, severityText(log));
        if (log.getBodyValue() != null) {
            size += StatelessMarshalerUtil.sizeMessageWithContext(
                    LogRecord.BODY, log.getBodyValue(), AnyValueStatelessMarshaler.INSTANCE, context);
        }
        size += AttributeRow.size(LogRecord.ATTRIBUTES, log.getAttributes(), context);
        SpanContext span = log.getSpanContext();
        size += MarshalerUtil.sizeByteAsFixed32(
                LogRecord.FLAGS, span.getTraceFlags().asByte());
        if (span.isValid()) {
            size += MarshalerUtil.sizeTraceId(LogRecord.TRACE_ID, span.getTraceId())
                    + MarshalerUtil.sizeSpanId(LogRecord.SPAN_ID, span.getSpanId());
        }
        return size + MarshalerUtil.sizeBytes(LogRecord.EVENT_NAME, name(log));
    }

    @Override
    public void writeTo(Serializer out, EncodedLog log, MarshalerContext context) throws IOException {
        out.serializeFixed64(LogRecord.TIME_UNIX_NANO, log.getTimestampEpochNanos());
        out.serializeFixed64(LogRecord.OBSERVED_TIME_UNIX_NANO, log.getObservedTimestampEpochNanos());
        out.serializeEnum(LogRecord.SEVERITY_NUMBER, severity(log));
        out.serializeString(LogRecord.SEVERITY_TEXT, severityText(log));
        if (log.getBodyValue() != null) {
            out.serializeMessageWithContext(
                    LogRecord.BODY, log.getBodyValue(), AnyValueStatelessMarshaler.INSTANCE, context);
        }
        AttributeRow.write(out, LogRecord.ATTRIBUTES, log.getAttributes(), context);
        SpanContext span = log.getSpanContext();
        out.serializeByteAsFixed32(LogRecord.FLAGS, span.getTraceFlags().asByte());
        if (span.isValid()) {
            out.serializeTraceId(LogRecord.TRACE_ID, span.getTraceId(), context);
            out.serializeSpanId(LogRecord.SPAN_ID, span.getSpanId(), context);
        }
        out.serializeString(LogRecord.EVENT_NAME, name(log));
    }

    /** Mostly it is the same again, and the same object. */
    @SuppressWarnings("ReferenceEquality")
    private byte[] name(EncodedLog log) {
        String name = log.getEventName();
        if (name != lastName) {
            lastNameUtf8 = MarshalerUtil.toBytes(name);
            lastName = name;
        }
        return lastNameUtf8;
    }

    private static byte[] severityText(EncodedLog log) {
        return SEVERITY_TEXTS[log.getSeverity().getSeverityNumber()];
    }

    private static ProtoEnumInfo severity(EncodedLog log) {
        return SEVERITIES[log.getSeverity().getSeverityNumber()];
    }

    private static ProtoEnumInfo[] severities() {
        ProtoEnumInfo[] made = new ProtoEnumInfo[Severity.values().length];
        for (Severity each : Severity.values()) {
            made[each.getSeverityNumber()] =
                    ProtoEnumInfo.create(each.getSeverityNumber(), "SEVERITY_NUMBER_" + each.name());
        }
        return made;
    }

    private static byte[][] severityTexts() {
        byte[][] texts = new byte[Severity.values().length][];
        for (Severity each : Severity.values()) {
            texts[each.getSeverityNumber()] = MarshalerUtil.toBytes(each.name());
        }
        return texts;
    }
}
