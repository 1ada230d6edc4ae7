package dev.candor.telemetry.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test turns it. */
public final class TurnedClock extends Clock {
    private volatile Instant now;

    /** Stands at {@code start}. */
    public TurnedClock(Instant start) {
        this.now = start;
    }

    /** It is {@code time} from now on. */
    public void turnTo(Instant time) {
        now = time;
    }

    /** It is later by {@code time}. */
    public void forward(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
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
