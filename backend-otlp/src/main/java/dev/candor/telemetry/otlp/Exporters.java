package dev.candor.telemetry.otlp;

import dev.candor.telemetry.otlp.KeepingSender.Request;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's own exporters, made to write requests instead of sending them. Each is made when it is first needed. Log records are
 * written by the exporter's parts, which takes less time.
 *
 * <p>They retry nothing, and report their own work to no meter: by default that would be the host's.
 */
final class Exporters implements AutoCloseable {
    private final OtlpSettings settings;
    private final KeepingSender sender;
    private final Resources resources;
    private @Nullable Function<List<EncodedLog>, MessageWriter> parts;
    private @Nullable OtlpHttpLogRecordExporter logs;
    private @Nullable OtlpHttpSpanExporter traces;
    private @Nullable OtlpHttpMetricExporter metrics;

    Exporters(OtlpSettings settings, int mostBytes) {
        this(settings, mostBytes, logs -> new LogsMarshaler(logs).toBinaryMessageWriter());
    }

    /** Log records are written by {@code parts} while those can be used, and then by the exporter as all others. */
    Exporters(OtlpSettings settings, int mostBytes, Function<List<EncodedLog>, MessageWriter> parts) {
        this.parts = parts;
        this.settings = settings;
        this.sender = new KeepingSender(mostBytes);
        this.resources = new Resources(settings.attributes());
    }

    /** Makes the exporter of a kind, if it is not there. */
    void make(Kind kind) {
        switch (kind) {
            case LOGS -> logs();
            case TRACES -> traces();
            case METRICS -> metrics();
        }
    }

    /** The request for signals of one kind; empty where the exporter made none. */
    Optional<Request> request(Kind kind, List<Signal> signals) {
        if (kind == Kind.LOGS && parts != null) {
            try {
                return logsByParts(signals, parts);
            } catch (LinkageError | ClassCastException otherVersion) {
                // The host's OpenTelemetry is another one than ours; its exporters are public, and write the same.
                parts = null;
            }
        }
        return byExporter(kind, signals);
    }

    private Optional<Request> logsByParts(List<Signal> signals, Function<List<EncodedLog>, MessageWriter> encoding) {
        // It knows the headers, and steps in where its parts cannot be used.
        make(Kind.LOGS);
        sender.clear();
        for (List<Signal> group : Groups.of(signals)) {
            sender.keep(encoding.apply(logRecords(group)));
        }
        return sender.request();
    }

    private Optional<Request> byExporter(Kind kind, List<Signal> signals) {
        sender.clear();
        for (List<Signal> group : Groups.of(signals)) {
            switch (kind) {
                case LOGS -> logs().export(List.copyOf(logRecords(group)));
                case TRACES -> traces().export(spans(group));
                case METRICS -> metrics().export(metricData(group));
            }
        }
        return sender.request();
    }

    /** What {@link #request} writes, in OTLP's form of JSON: a text for each group, since the order of several in one is not always the same. */
    List<String> readable(Kind kind, List<Signal> signals) {
        List<String> texts = new ArrayList<>();
        for (List<Signal> group : Groups.of(signals)) {
            texts.add(OtlpJson.of(
                    switch (kind) {
                        case LOGS -> LogsRequestMarshaler.create(List.copyOf(logRecords(group)));
                        case TRACES -> TraceRequestMarshaler.create(spans(group));
                        case METRICS -> MetricsRequestMarshaler.create(metricData(group));
                    }));
        }
        return texts;
    }

    private List<EncodedLog> logRecords(List<Signal> signals) {
        LogRecords records = new LogRecords(resources);
        List<EncodedLog> all = new ArrayList<>(signals.size());
        for (Signal signal : signals) {
            all.add(records.record(signal));
        }
        return all;
    }

    private List<SpanData> spans(List<Signal> signals) {
        List<SpanData> all = new ArrayList<>();
        for (Signal signal : signals) {
            all.addAll(SpanRecords.of((Trace) signal, resources));
        }
        return all;
    }

    private List<MetricData> metricData(List<Signal> signals) {
        List<MetricData> all = new ArrayList<>();
        for (Signal signal : signals) {
            all.addAll(MetricRecords.of((MetricBatch) signal, resources));
        }
        return all;
    }

    private OtlpHttpLogRecordExporter logs() {
        OtlpHttpLogRecordExporter made = logs;
        if (made == null) {
            made = OtlpHttpLogRecordExporter.builder()
                    .setEndpoint(address(Kind.LOGS))
                    .setRetryPolicy(null)
                    .setMeterProvider(MeterProvider.noop())
                    .setComponentLoader(sender)
                    .build();
            logs = made;
        }
        return made;
    }

    private OtlpHttpSpanExporter traces() {
        OtlpHttpSpanExporter made = traces;
        if (made == null) {
            made = OtlpHttpSpanExporter.builder()
                    .setEndpoint(address(Kind.TRACES))
                    .setRetryPolicy(null)
                    .setMeterProvider(MeterProvider.noop())
                    .setComponentLoader(sender)
                    .build();
            traces = made;
        }
        return made;
    }

    private OtlpHttpMetricExporter metrics() {
        OtlpHttpMetricExporter made = metrics;
        if (made == null) {
            made = OtlpHttpMetricExporter.builder()
                    .setEndpoint(address(Kind.METRICS))
                    .setRetryPolicy(null)
                    .setMeterProvider(MeterProvider.noop())
                    .setComponentLoader(sender)
                    .build();
            metrics = made;
        }
        return made;
    }

    private String address(Kind kind) {
        return settings.channel(kind).endpoint().uri().toString();
    }

    @Override
    public void close() {
        if (logs != null) {
            logs.shutdown();
        }
        if (traces != null) {
            traces.shutdown();
        }
        if (metrics != null) {
            metrics.shutdown();
        }
        logs = null;
        traces = null;
        metrics = null;
    }
}
