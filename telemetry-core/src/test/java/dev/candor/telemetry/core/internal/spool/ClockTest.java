package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clocks that somebody sets. */
class ClockTest extends SpoolHarness {

    @Test
    void clock_jumpsAYearAhead_losesNothingThatIsWaiting() {
        Spool spool = open(SpoolMode.COMMAND);
        spool.append(TestEvent.of(1).at(time.wallMillis()));
        RouteReader reader = spool.reader(TestEvent.A);
        spool.append(TestEvent.of(2).at(time.wallMillis()));

        time.jump(Duration.ofDays(365));
        spool.append(TestEvent.of(3).at(time.wallMillis()));

        assertThat(numbers(drain(reader))).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void clock_jumpsADayBack_losesNothing() {
        Spool spool = open(SpoolMode.COMMAND);
        RouteReader reader = spool.reader(TestEvent.A);
        spool.append(TestEvent.of(1).at(time.wallMillis()));

        time.jump(Duration.ofDays(-1));
        spool.append(TestEvent.of(2).at(time.wallMillis()));
        time.jump(Duration.ofDays(1));

        assertThat(numbers(drain(reader))).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void frame_fromTheFuture_isNotKeptForEver() {
        Spool spool = open(SpoolMode.COMMAND);
        spool.append(
                TestEvent.of(1).at(time.wallMillis() + Duration.ofDays(3_650).toMillis()));
        RouteReader reader = spool.reader(TestEvent.A);
        assertThat(reader.peek(1, 1 << 20)).hasSize(1);

        time.pass(Duration.ofDays(8));

        assertThat(reader.peek(1, 1 << 20)).isEmpty();
        assertThat(spool.state().dropped()).containsEntry(DropReason.TOO_OLD, 1L);
    }

    @Test
    void clock_jumpsEachSecond_losesNothingAndKeepsNothingForEver() {
        Spool spool = open(SpoolMode.SERVER);
        RouteReader reader = spool.reader(TestEvent.A);
        List<Frame> delivered = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            spool.append(TestEvent.of(i).at(time.wallMillis()));
            time.jump(Duration.ofHours(i % 2 == 0 ? 30 : -30));
            time.pass(Duration.ofSeconds(1));
            if (i % 50 == 0) {
                assertThat(spool.sync(SOON)).isTrue();
                delivered.addAll(drain(reader));
            }
        }
        assertThat(spool.sync(SOON)).isTrue();
        delivered.addAll(drain(reader));
        assertThat(counts(delivered)).hasSize(200);

        spool.append(TestEvent.of(999).at(time.wallMillis()));
        assertThat(spool.sync(SOON)).isTrue();
        time.pass(Duration.ofDays(8));
        assertThat(drain(reader)).isEmpty();
        Soak.report(
                "clock jumps of 30 h each second, a year ahead, a day back", "0 events lost early, 0 kept for ever");
    }
}
