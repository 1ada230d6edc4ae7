package dev.candor.telemetry.core.internal.codec;

import dev.candor.telemetry.core.internal.spool.Frame;
import dev.candor.telemetry.core.internal.spool.Names;
import dev.candor.telemetry.core.internal.spool.PayloadReader;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Reads signals back from frames. Used by one thread. */
public final class FrameReader {
    private final ResourceCodec resources = new ResourceCodec();
    private final Names names = new Names();

    /**
     * Reads one signal.
     *
     * @throws IllegalArgumentException when the payload is damaged or of a version that this code does not know
     */
    public Signal read(Frame frame) {
        PayloadReader in = new PayloadReader(frame.payload(), names);
        int version = in.getByte();
        if (version != Kind.VERSION) {
            throw new IllegalArgumentException("a payload of version " + version);
        }
        int kind = in.getByte();
        String distinctId = in.getString();
        Resource resource = resources.decode(in);
        UUID id = frame.id();
        Header header = new Header(
                id, Instant.ofEpochMilli(frame.timeMillis()), distinctId.isEmpty() ? hex(id) : distinctId, resource);
        return switch (kind) {
            case Kind.USAGE -> new UsageEvent(header, in.getName(), Values.readEntries(in));
            case Kind.ERROR -> ErrorCodec.read(in, header);
            case Kind.TRACE -> TraceCodec.read(in, header);
            case Kind.METRICS -> MetricCodec.read(in, header);
            case Kind.LOG -> LogCodec.read(in, header);
            default -> throw new IllegalArgumentException("a signal of kind " + kind);
        };
    }

    private static String hex(UUID id) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(id.getMostSignificantBits()) + hex.toHexDigits(id.getLeastSignificantBits());
    }
}
