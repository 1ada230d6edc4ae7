package dev.candor.telemetry.core.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to go on. */
final class VirtualClock extends Clock implements DeliveryClock {
    private long wallMillis = 1_800_000_000_000L;
    private long nanos = 17;

    void pass(Duration time) {
        passNanos(time.toNanos());
    }

    void passNanos(long time) {
        nanos += time;
        // Rounded up, as whoever waits at least that long would see it.
        wallMillis += (time + 999_999) / 1_000_000;
    }

    /** The time of day jumps; the other time does not. */
    void jump(Duration by) {
        wallMillis += by.toMillis();
    }

    @Override
    public long wallMillis() {
        return wallMillis;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long millis() {
        return wallMillis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(wallMillis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
