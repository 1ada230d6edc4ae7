package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import org.junit.jupiter.api.Test;

/** What is read may be read by an answer of before; what is sent is sent by the answer of now. */
class ConsentBeforeSendTest {

    /** An answer that changes behind the one that was seen last. */
    private static final class Changing implements ConsentCheck {
        private boolean seen;
        private boolean now;
        private int looks;

        @Override
        public boolean allows(Purpose purpose) {
            looks++;
            seen = now;
            return seen;
        }

        @Override
        public boolean allowedLately(Purpose purpose) {
            return seen;
        }
    }

    private final Changing consent = new Changing();

    @Test
    void step_yesOfBeforeIsANo_sendsNothing() {
        try (Bench bench = bench()) {
            consent.seen = true;

            Carrier.Outcome outcome = bench.drain(bench.carrier());

            assertThat(outcome).isEqualTo(Carrier.Outcome.IDLE);
            assertThat(bench.backend.batches).isEmpty();
            assertThat(bench.spool.state().routes().get(Bench.ROUTE).waiting()).isEqualTo(3);
        }
    }

    @Test
    void step_noOfBeforeIsAYes_sends() {
        try (Bench bench = bench()) {
            consent.now = true;

            bench.drain(bench.carrier());

            assertThat(bench.backend.batches).hasSize(1);
        }
    }

    @Test
    void step_yes_looksOnceForEachAttempt() {
        try (Bench bench = bench()) {
            consent.seen = true;
            consent.now = true;

            bench.drain(bench.carrier());

            assertThat(bench.backend.batches).hasSize(1);
            assertThat(consent.looks).isEqualTo(1);
        }
    }

    private Bench bench() {
        Bench bench = new Bench();
        bench.consent = consent;
        bench.spool(1, 3);
        return bench;
    }
}
