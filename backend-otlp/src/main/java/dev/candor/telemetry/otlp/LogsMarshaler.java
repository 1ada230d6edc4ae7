package dev.candor.telemetry.otlp;

import io.opentelemetry.exporter.internal.marshal.CodedOutputStream;
import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.exporter.internal.marshal.MarshalerContext;
import io.opentelemetry.exporter.internal.marshal.MarshalerUtil;
import io.opentelemetry.exporter.internal.marshal.ProtoFieldInfo;
import io.opentelemetry.exporter.internal.marshal.Serializer;
import io.opentelemetry.exporter.internal.marshal.StatelessMarshalerUtil;
import io.opentelemetry.exporter.internal.otlp.InstrumentationScopeMarshaler;
import io.opentelemetry.exporter.internal.otlp.ResourceMarshaler;
import io.opentelemetry.proto.collector.logs.v1.internal.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.internal.ResourceLogs;
import io.opentelemetry.proto.logs.v1.internal.ScopeLogs;
import java.io.IOException;
import java.util.List;

/**
 * A request with log records of one resource and one logger, byte for byte as OpenTelemetry's exporter writes it, and by its parts.
 *
 * <p>Those parts are not public: whoever uses this is ready for a {@link LinkageError} of another version.
 */
final class LogsMarshaler extends Marshaler {
    private final LogMarshaler each = new LogMarshaler();
    private final List<EncodedLog> logs;
    private final MarshalerContext context = new MarshalerContext();
    private final ResourceMarshaler resource;
    private final InstrumentationScopeMarshaler scope;
    private final int scopeSize;
    private final int resourceSize;

    /** One at least, all of the same resource and logger. */
    LogsMarshaler(List<EncodedLog> logs) {
        this.logs = logs;
        this.resource = ResourceMarshaler.create(logs.get(0).getResource());
        this.scope = InstrumentationScopeMarshaler.create(logs.get(0).getInstrumentationScopeInfo());
        this.scopeSize = MarshalerUtil.sizeMessage(ScopeLogs.SCOPE, scope)
                + StatelessMarshalerUtil.sizeRepeatedMessageWithContext(ScopeLogs.LOG_RECORDS, logs, each, context);
        this.resourceSize = MarshalerUtil.sizeMessage(ResourceLogs.RESOURCE, resource)
                + message(ResourceLogs.SCOPE_LOGS, scopeSize);
    }

    @Override
    public int getBinarySerializedSize() {
        return message(ExportLogsServiceRequest.RESOURCE_LOGS, resourceSize);
    }

    @Override
    protected void writeTo(Serializer out) throws IOException {
        context.resetReadIndex();
        out.writeStartRepeatedElement(ExportLogsServiceRequest.RESOURCE_LOGS, resourceSize);
        out.serializeMessage(ResourceLogs.RESOURCE, resource);
        out.writeStartRepeatedElement(ResourceLogs.SCOPE_LOGS, scopeSize);
        out.serializeMessage(ScopeLogs.SCOPE, scope);
        out.serializeRepeatedMessageWithContext(ScopeLogs.LOG_RECORDS, logs, each, context);
        out.writeEndRepeatedElement();
        out.writeEndRepeatedElement();
    }

    private static int message(ProtoFieldInfo field, int length) {
        return field.getTagSize() + CodedOutputStream.computeUInt32SizeNoTag(length) + length;
    }
}
