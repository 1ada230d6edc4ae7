package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.delivery.Carrier.Outcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** When a worker steps again. */
class PaceTest {
    private static final long SECOND = 1_000_000_000;

    @AutoClose
    private final Bench bench = new Bench();

    private final Carrier carrier = bench.carrier();
    private final Pace pace = new Pace(SECOND);

    @Test
    void restNanos_firstSteps_goOnUntilNothingIsLeft() {
        pace.begin(false, 0);

        assertThat(pace.restNanos(Outcome.MOVED, false, carrier, 1)).isZero();
        assertThat(pace.restNanos(Outcome.IDLE, false, carrier, 2)).isEqualTo(SECOND);
    }

    @Test
    void restNanos_aFullBatchWentAndFewAreLeft_restsUntilTheSecondIsOver() {
        idleAt(0);
        pace.full();
        pace.begin(false, SECOND / 4);

        assertThat(pace.isFull()).isFalse();
        assertThat(pace.restNanos(Outcome.MOVED, false, carrier, SECOND / 2)).isEqualTo(SECOND / 2);
    }

    @Test
    void restNanos_aFullBatchWentAndAnotherWaits_goesOn() {
        idleAt(0);
        pace.full();
        pace.begin(false, SECOND / 4);
        bench.spool(1, 16);
        carrier.step();

        assertThat(pace.restNanos(Outcome.MOVED, false, carrier, SECOND / 2)).isZero();
    }

    @Test
    void restNanos_theSecondIsOver_sendsTheRest() {
        idleAt(0);
        pace.begin(false, SECOND);

        assertThat(pace.restNanos(Outcome.MOVED, false, carrier, SECOND + 1)).isZero();
    }

    @Test
    void restNanos_somebodyAsksDuringAStep_goesOn() {
        idleAt(0);
        pace.full();
        pace.begin(false, 1);

        assertThat(pace.restNanos(Outcome.MOVED, true, carrier, 2)).isZero();
    }

    @Test
    void restNanos_destinationWasLeftAlone_allIsSentAfterwards() {
        idleAt(0);
        pace.full();
        pace.begin(false, 1);
        pace.restNanos(Outcome.WAITING, false, carrier, 2);
        pace.begin(false, 3);

        assertThat(pace.restNanos(Outcome.MOVED, false, carrier, 4)).isZero();
    }

    private void idleAt(long now) {
        pace.begin(false, now);
        pace.restNanos(Outcome.IDLE, false, carrier, now);
    }
}
