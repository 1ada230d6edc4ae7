package dev.candor.telemetry.core.internal.delivery;

import java.time.Duration;

/**
 * Decides when a destination may be tried again.
 *
 * <p>The destination's worker uses it; {@link #state} may be read from any thread. The next attempt's time is kept through a
 * {@link BreakerStore}, so that one short command after the other does not hammer a server that is down.
 */
final class Breaker {
    private static final long PAUSE_MILLIS = Backoff.LONGEST_MILLIS;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final BreakerStore store;
    private final String settings;
    private final Backoff backoff;
    private final DeliveryClock clock;
    private volatile BreakerState state = BreakerState.CLOSED;
    private volatile boolean loaded;
    private boolean waits;
    private long nextAttemptNanos;

    Breaker(BreakerStore store, String settings, Backoff backoff, DeliveryClock clock) {
        this.store = store;
        this.settings = settings;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Nanoseconds until the next attempt; 0 when it may be made now. */
    long waitNanos() {
        if (!loaded) {
            load();
        }
        return waits ? Math.max(0, nextAttemptNanos - clock.nanos()) : 0;
    }

    /** What holds it up; also before the worker has looked, by what an earlier process kept. */
    BreakerState state() {
        if (loaded) {
            return state;
        }
        BreakerState kept = store.load();
        return kept != null && kept.waitMillis(settings, clock.wallMillis()) > 0 ? kept : BreakerState.CLOSED;
    }

    void succeeded() {
        waits = false;
        if (state.failures() > 0) {
            state = BreakerState.CLOSED;
            store.clear();
        }
    }

    void failed(Duration asked, String reason) {
        int failures = state.failures() + 1;
        hold(backoff.millis(failures, asked), failures, false, reason);
    }

    void paused(String reason) {
        hold(PAUSE_MILLIS, state.failures() + 1, true, reason);
    }

    /** Lets the next attempt be made at once, because a person asked for it. */
    void retryNow() {
        loaded = true;
        waits = false;
    }

    private void hold(long millis, int failures, boolean paused, String reason) {
        waits = true;
        nextAttemptNanos = clock.nanos() + millis * NANOS_PER_MILLI;
        state = new BreakerState(failures, clock.wallMillis() + millis, paused, settings, reason);
        store.save(state);
    }

    private void load() {
        BreakerState kept = store.load();
        if (kept == null || !kept.settings().equals(settings)) {
            loaded = true;
            return;
        }
        state = kept;
        loaded = true;
        long millis = kept.waitMillis(settings, clock.wallMillis());
        waits = millis > 0;
        nextAttemptNanos = clock.nanos() + millis * NANOS_PER_MILLI;
    }
}
