package dev.candor.telemetry.otlp;

import io.opentelemetry.exporter.internal.marshal.Marshaler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A request in the JSON form of OTLP (opentelemetry.io, "JSON Protobuf Encoding"), written by what the exporters write theirs with. */
final class OtlpJson {
    private OtlpJson() {}

    static String of(Marshaler request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            request.writeJsonTo(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
