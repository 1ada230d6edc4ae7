package dev.candor.telemetry.otlp;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.internal.InternalAttributeKeyImpl;
import io.opentelemetry.exporter.internal.marshal.CodedOutputStream;
import io.opentelemetry.exporter.internal.marshal.MarshalerContext;
import io.opentelemetry.exporter.internal.marshal.MarshalerUtil;
import io.opentelemetry.exporter.internal.marshal.ProtoFieldInfo;
import io.opentelemetry.exporter.internal.marshal.Serializer;
import io.opentelemetry.exporter.internal.marshal.StatelessMarshalerUtil;
import io.opentelemetry.exporter.internal.otlp.AttributeKeyValueStatelessMarshaler;
import io.opentelemetry.proto.common.v1.internal.AnyValue;
import io.opentelemetry.proto.common.v1.internal.KeyValue;
import java.io.IOException;

/**
 * Writes attributes as OpenTelemetry's exporters do, in a loop over the row in which they stand.
 *
 * <p>The exporters ask for one after the other through four interfaces, twice; here that is done for lists and trees alone, by them.
 */
final class AttributeRow {
    private static final AttributeKeyValueStatelessMarshaler ANY = AttributeKeyValueStatelessMarshaler.INSTANCE;

    private AttributeRow() {}

    /** How many bytes they take as {@code field}; what {@link #write} needs to know again is put into the context. */
    static int size(ProtoFieldInfo field, PlainAttributes attributes, MarshalerContext context) {
        int size = 0;
        for (int i = 0; i < attributes.end(); i += 2) {
            int place = context.addSize();
            int pair = size(attributes.key(i), attributes.value(i), context);
            context.setSize(place, pair);
            size += message(field, pair);
        }
        return size;
    }

    /** Writes them, each as a {@code field}. */
    static void write(Serializer out, ProtoFieldInfo field, PlainAttributes attributes, MarshalerContext context)
            throws IOException {
        for (int i = 0; i < attributes.end(); i += 2) {
            out.writeStartRepeatedElement(field, context.getSize());
            write(out, attributes.key(i), attributes.value(i), context);
            out.writeEndRepeatedElement();
        }
    }

    private static int size(AttributeKey<?> key, Object value, MarshalerContext context) {
        int inner;
        if (value instanceof String text) {
            int place = context.addSize();
            int length = StatelessMarshalerUtil.getUtf8Size(text, context);
            inner = message(AnyValue.STRING_VALUE, length);
            context.setSize(place, inner);
        } else if (isPlain(value)) {
            inner = size(value);
        } else {
            return ANY.getBinarySerializedSize(key, value, context);
        }
        return MarshalerUtil.sizeBytes(KeyValue.KEY, name(key)) + message(KeyValue.VALUE, inner);
    }

    private static void write(Serializer out, AttributeKey<?> key, Object value, MarshalerContext context)
            throws IOException {
        if (value instanceof String text) {
            out.writeString(KeyValue.KEY, name(key));
            out.writeStartRepeatedElement(KeyValue.VALUE, context.getSize());
            out.writeStringWithContext(AnyValue.STRING_VALUE, text, context);
            out.writeEndRepeatedElement();
        } else if (isPlain(value)) {
            out.writeString(KeyValue.KEY, name(key));
            out.writeStartRepeatedElement(KeyValue.VALUE, size(value));
            write(out, value);
            out.writeEndRepeatedElement();
        } else {
            ANY.writeTo(out, key, value, context);
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof Boolean || value instanceof Long || value instanceof Double;
    }

    private static int size(Object plain) {
        if (plain instanceof Boolean flag) {
            return AnyValue.BOOL_VALUE.getTagSize() + CodedOutputStream.computeBoolSizeNoTag(flag);
        }
        return plain instanceof Long number
                ? AnyValue.INT_VALUE.getTagSize() + CodedOutputStream.computeInt64SizeNoTag(number)
                : AnyValue.DOUBLE_VALUE.getTagSize() + CodedOutputStream.computeDoubleSizeNoTag((Double) plain);
    }

    private static void write(Serializer out, Object plain) throws IOException {
        if (plain instanceof Boolean flag) {
            out.writeBool(AnyValue.BOOL_VALUE, flag);
        } else if (plain instanceof Long number) {
            out.writeInt64(AnyValue.INT_VALUE, number);
        } else {
            out.writeDouble(AnyValue.DOUBLE_VALUE, (Double) plain);
        }
    }

    private static byte[] name(AttributeKey<?> key) {
        return ((InternalAttributeKeyImpl<?>) key).getKeyUtf8();
    }

    /** A field with a length, and so many bytes. */
    private static int message(ProtoFieldInfo field, int length) {
        return field.getTagSize() + CodedOutputStream.computeUInt32SizeNoTag(length) + length;
    }
}
