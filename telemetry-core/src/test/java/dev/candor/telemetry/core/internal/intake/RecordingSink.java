package dev.candor.telemetry.core.internal.intake;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it takes, by audience; takes everything unless told. */
public final class RecordingSink implements SignalSink {
    public static final Resource RESOURCE = new Resource(
            "tool", "1.0.0", "test", "Linux", "6", "amd64", "17", "Vendor", 2, 1L << 30, false, "", List.of(),
            Map.of());

    private final List<Signal> owner = new CopyOnWriteArrayList<>();
    private final List<Signal> maintainer = new CopyOnWriteArrayList<>();
    private volatile Set<Audience> open = EnumSet.allOf(Audience.class);
    private volatile boolean broken;

    /** Takes only what is for {@code audiences}. */
    public RecordingSink only(Audience... audiences) {
        open = audiences.length == 0 ? Set.of() : Set.of(audiences);
        return this;
    }

    /** Throws from now on at whoever submits, as no sink should. */
    public void breakDown() {
        broken = true;
    }

    public List<Signal> owner() {
        return owner;
    }

    public List<Signal> maintainer() {
        return maintainer;
    }

    @Override
    public boolean accepts(Purpose purpose, Audience lane) {
        return open.contains(lane);
    }

    @Override
    public Header newHeader() {
        return new Header(UUID.randomUUID(), Instant.EPOCH, "", RESOURCE);
    }

    @Override
    public boolean submit(Signal signal, Audience lane) {
        if (broken) {
            throw new AssertionError("a broken sink");
        }
        (lane == Audience.OWNER ? owner : maintainer).add(signal);
        return true;
    }
}
