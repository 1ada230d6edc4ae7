package dev.candor.telemetry.core.internal.codec;

import dev.candor.telemetry.Severity;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.core.internal.spool.PayloadReader;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.LogEntry;

/** A log entry's own fields. */
final class LogCodec {
    private LogCodec() {}

    static void write(PayloadBuffer out, LogEntry entry) {
        out.putByte(entry.severity().number());
        out.putString(entry.logger());
        out.putString(entry.message());
        out.putString(entry.errorType());
        out.putString(entry.errorMessage());
        out.putString(entry.traceId());
        out.putString(entry.spanId());
        Values.writeEntries(out, entry.attributes());
    }

    static LogEntry read(PayloadReader in, Header header) {
        return new LogEntry(
                header,
                severity(in.getByte()),
                in.getString(),
                in.getString(),
                in.getString(),
                in.getString(),
                in.getString(),
                in.getString(),
                Values.readEntries(in));
    }

    private static Severity severity(int number) {
        for (Severity severity : Severity.values()) {
            if (severity.number() == number) {
                return severity;
            }
        }
        throw new IllegalArgumentException("severity " + number);
    }
}
