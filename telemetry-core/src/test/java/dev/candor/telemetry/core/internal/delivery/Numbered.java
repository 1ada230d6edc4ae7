package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.Frame;
import dev.candor.telemetry.core.internal.spool.Outgoing;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.core.internal.spool.PayloadReader;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An event that is known by its number. */
record Numbered(long number, long timeMillis, Purpose purpose, long[] destinations) implements Outgoing {
    private static final Resource NOWHERE = new Resource(
            "tool", "1.0", "", "Linux", "6", "amd64", "17", "vendor", 2, 0, false, "", List.of(), Map.of());
    private static final String UNREADABLE = "unreadable";

    Numbered(long number, Purpose purpose, long... destinations) {
        this(number, 1_800_000_000_000L, purpose, destinations);
    }

    @Override
    public long idHigh() {
        return timeMillis << 16 | 0x7000;
    }

    @Override
    public long idLow() {
        return 0x8000_0000_0000_0000L | number;
    }

    @Override
    public void writePayload(PayloadBuffer out) {
        out.putString(number < 0 ? UNREADABLE : "event");
        out.putSigned(number);
    }

    /** The signal that {@link #writePayload} wrote; its attribute {@code number} tells which. */
    static Signal decode(Frame frame) {
        PayloadReader in = new PayloadReader(frame.payload());
        String name = in.getString();
        if (name.equals(UNREADABLE)) {
            throw new IllegalArgumentException(UNREADABLE);
        }
        long number = in.getSigned();
        Header header = new Header(
                frame.id(), Instant.ofEpochMilli(frame.timeMillis()), frame.id().toString(), NOWHERE);
        return new UsageEvent(header, name, Map.of("number", number));
    }

    static long of(Signal signal) {
        return (long) ((UsageEvent) signal).attributes().get("number");
    }
}
