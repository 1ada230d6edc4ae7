package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import dev.candor.telemetry.core.internal.spool.SpoolState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** One destination over a spool in memory, on a clock that the test moves. */
final class Bench implements AutoCloseable {
    static final long ROUTE = 7;

    final VirtualClock clock = new VirtualClock();
    final FakeBackend backend = new FakeBackend();
    final MemoryBreakerStore store = new MemoryBreakerStore();
    final Set<Purpose> forbidden = EnumSet.noneOf(Purpose.class);
    final Spool spool = Spool.open(SpoolOptions.of(SpoolMode.MEMORY, null).withClock(clock));
    ConsentCheck consent = purpose -> !forbidden.contains(purpose);
    DailyCaps caps = DailyCaps.none();
    String settings = "settings-1";
    BackendOpener opener = backend.opener();
    BatchLimits limits = new BatchLimits(8, 512 * 1024);
    List<Supplier<RouteReader>> lanes = List.of(() -> spool.reader(ROUTE));

    Carrier carrier() {
        return new Carrier(destination(), backoff(), clock);
    }

    Destination destination() {
        return new Destination("fake", settings, consent, lanes, opener, Numbered::decode, limits, store, () -> caps);
    }

    static Backoff backoff() {
        return new Backoff(new SplittableRandom(42));
    }

    /** Spools events with these numbers; a negative one cannot be decoded. */
    void spool(long from, long to) {
        for (long number = from; number <= to; number++) {
            append(number, Purpose.USAGE, ROUTE);
        }
        // The books are read with the ring empty.
        spool.state();
    }

    void spool(long number, Purpose purpose, long route) {
        append(number, purpose, route);
        // The books are read with the ring empty.
        spool.state();
    }

    private void append(long number, Purpose purpose, long route) {
        Numbered event = new Numbered(number, clock.wallMillis(), purpose, new long[] {route});
        assertThat(spool.append(event)).isTrue();
    }

    /** Steps until there is nothing to do, waiting as told, in virtual time. */
    Carrier.Outcome drain(Carrier carrier) {
        for (int i = 0; i < 10_000; i++) {
            Carrier.Outcome outcome = carrier.step();
            switch (outcome) {
                case MOVED -> {}
                case WAITING -> clock.passNanos(carrier.waitNanos());
                case IDLE, OVER -> {
                    return outcome;
                }
            }
        }
        throw new AssertionError("does not come to an end");
    }

    /** Everything that was accepted is delivered, waiting or dropped, in the spool's books and in the carrier's. */
    void assertBalance(Carrier carrier) {
        SpoolState.Route route = spool.state().routes().get(ROUTE);
        assertThat(route.balances()).as("%s", route).isTrue();
        DestinationStatus.Counts counts = carrier.status().counts();
        assertThat(counts.delivered()).isEqualTo(route.delivered());
        assertThat(counts.dropped()).isEqualTo(route.droppedTotal());
    }

    /** Ends the spool's thread; what was accepted is accounted for until the end. */
    @Override
    public void close() {
        for (SpoolState.Route route : spool.state().routes().values()) {
            assertThat(route.balances()).as("%s", route).isTrue();
        }
        spool.close(Duration.ofSeconds(60));
    }

    static List<Long> numbers(long from, long to) {
        List<Long> numbers = new ArrayList<>();
        for (long number = from; number <= to; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
