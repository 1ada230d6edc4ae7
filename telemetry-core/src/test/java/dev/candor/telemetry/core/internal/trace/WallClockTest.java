package dev.candor.telemetry.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.TurnedClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WallClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000123456Z");

    private final TurnedClock clock = new TurnedClock(NOON);

    @Test
    void at_laterByTheMonotonicClock_isLaterByTheSame() {
        WallClock wall = new WallClock(clock);
        long monotonic = System.nanoTime() + 3_600_000_000_000L;
        long first = wall.at(monotonic);

        clock.turnTo(NOON.plusNanos(1_000_500));

        assertThat(first).isEqualTo(nanos(NOON));
        assertThat(wall.at(monotonic + 1_000_400)).isEqualTo(nanos(NOON) + 1_000_400);
    }

    @Test
    void at_clockThatWasSet_followsIt() {
        WallClock wall = new WallClock(clock);
        long monotonic = System.nanoTime();
        wall.at(monotonic);

        clock.turnTo(NOON.minusSeconds(86_400));

        assertThat(wall.at(monotonic + 5)).isEqualTo(nanos(clock.instant()));
    }

    @Test
    void at_machineThatSlept_isAwakeAtOnce() {
        WallClock wall = new WallClock(clock);
        long monotonic = System.nanoTime();
        wall.at(monotonic);

        clock.turnTo(NOON.plusSeconds(28_800));

        assertThat(wall.at(monotonic + 5)).isEqualTo(nanos(clock.instant()));
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
