package dev.candor.telemetry.core.internal.delivery;

import static dev.candor.telemetry.core.internal.delivery.Bench.ROUTE;
import static dev.candor.telemetry.core.internal.delivery.Bench.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.delivery.Carrier.Outcome;
import dev.candor.telemetry.core.internal.delivery.DestinationStatus.State;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CarrierTest {
    @AutoClose
    private final Bench bench = new Bench();

    @Test
    void step_nothingWaiting_opensNoBackend() {
        Carrier carrier = bench.carrier();

        assertThat(carrier.step()).isEqualTo(Outcome.IDLE);

        assertThat(bench.backend.opened).isZero();
    }

    @Test
    void step_delivered_settlesInOrderByBatches() {
        bench.spool(1, 20);
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(bench.backend.batches()).containsExactly(numbers(1, 8), numbers(9, 16), numbers(17, 20));
        assertThat(bench.backend.opened).isEqualTo(1);
        assertThat(carrier.status().counts().delivered()).isEqualTo(20);
        bench.assertBalance(carrier);
    }

    @Test
    void step_backendTakesOneAtATime_bringsTheRestAgain() {
        bench.spool(1, 5);
        bench.backend.answer = batch -> new DeliveryResult.Delivered(1);
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 5));
        assertThat(bench.backend.batches()).hasSize(5);
        bench.assertBalance(carrier);
    }

    @Test
    void step_partialSuccess_countsRefusedAsLost() {
        bench.spool(1, 8);
        bench.backend.answer = batch -> new DeliveryResult.Delivered(8, 3);
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(carrier.status().counts().delivered()).isEqualTo(5);
        assertThat(carrier.status().counts().droppedByReason()).containsOnly(java.util.Map.entry("refused", 3L));
        bench.assertBalance(carrier);
    }

    @Test
    void step_rejected_dropsOnlyThoseAndGoesOn() {
        bench.spool(1, 10);
        bench.backend.answer = batch -> Numbered.of(batch.get(0)) == 1
                ? new DeliveryResult.Rejected(2, "400")
                : new DeliveryResult.Delivered(batch.size());
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(bench.backend.received()).isEqualTo(numbers(3, 10));
        assertThat(carrier.status().counts().rejected()).isEqualTo(2);
        bench.assertBalance(carrier);
    }

    @Test
    void step_retryLater_waitsAndBringsTheSameAgain() {
        bench.spool(1, 8);
        AtomicInteger calls = new AtomicInteger();
        bench.backend.answer = batch -> calls.incrementAndGet() <= 3
                ? new DeliveryResult.RetryLater(Duration.ZERO, "503")
                : new DeliveryResult.Delivered(batch.size());
        Carrier carrier = bench.carrier();

        assertThat(carrier.step()).isEqualTo(Outcome.WAITING);
        assertThat(carrier.step()).as("before its time").isEqualTo(Outcome.WAITING);
        assertThat(calls).hasValue(1);
        bench.drain(carrier);

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 8));
        assertThat(carrier.status().counts().retries()).isEqualTo(3);
        assertThat(carrier.status().nextAttemptMillis()).isZero();
        bench.assertBalance(carrier);
    }

    @Test
    void step_paused_keepsEverythingForAnHour() {
        bench.spool(1, 3);
        bench.backend.answer = batch -> new DeliveryResult.Paused("401 wrong key");
        Carrier carrier = bench.carrier();

        carrier.step();

        assertThat(carrier.waitNanos()).isEqualTo(Duration.ofHours(1).toNanos());
        assertThat(carrier.status().state()).isEqualTo(State.PAUSED);
        assertThat(carrier.status().reason()).isEqualTo("401 wrong key");
        assertThat(carrier.status().waiting()).isEqualTo(3);
        assertThat(carrier.status().counts().dropped()).isZero();
        bench.assertBalance(carrier);
    }

    @Test
    void step_settledNothing_isARetryAndNoBusyLoop() {
        bench.spool(1, 3);
        bench.backend.answer = batch -> new DeliveryResult.Delivered(0);
        Carrier carrier = bench.carrier();

        assertThat(carrier.step()).isEqualTo(Outcome.WAITING);

        assertThat(carrier.waitNanos()).isPositive();
        bench.assertBalance(carrier);
    }

    @Test
    void step_settledMoreThanItWasGiven_settlesWhatItWasGiven() {
        bench.spool(1, 10);
        bench.backend.answer = batch -> new DeliveryResult.Delivered(1_000);
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 10));
        bench.assertBalance(carrier);
    }

    @Test
    void step_unreadableFrames_areGivenUpAndHoldNobodyUp() {
        bench.spool(-3, 5);
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(bench.backend.received()).isEqualTo(numbers(0, 5));
        assertThat(carrier.status().counts().unreadable()).isEqualTo(3);
        bench.assertBalance(carrier);
    }

    @Test
    void step_oneFrameMakesTheBackendThrow_onlyThatOneIsGivenUp() {
        bench.spool(1, 30);
        bench.backend.answer = batch -> {
            if (batch.stream().anyMatch(signal -> Numbered.of(signal) == 13)) {
                throw new IllegalStateException("cannot encode");
            }
            return new DeliveryResult.Delivered(batch.size());
        };
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(bench.backend.received()).hasSize(29).doesNotContain(13L).doesNotHaveDuplicates();
        assertThat(carrier.status().counts().rejected()).isEqualTo(1);
        assertThat(carrier.status().state()).isEqualTo(State.READY);
        bench.assertBalance(carrier);
    }

    @Test
    void step_backendThrowsAtEverything_isBrokenAndLosesNothing() {
        bench.spool(1, 30);
        bench.backend.answer = batch -> {
            throw new IllegalStateException("broken");
        };
        Carrier carrier = bench.carrier();

        for (int i = 0; i < 50; i++) {
            carrier.step();
            bench.clock.passNanos(carrier.waitNanos());
        }

        assertThat(carrier.status().state()).isEqualTo(State.BROKEN);
        assertThat(carrier.status().waiting()).isEqualTo(30);
        bench.assertBalance(carrier);
        bench.backend.answer = batch -> new DeliveryResult.Delivered(batch.size());
        bench.drain(carrier);
        assertThat(bench.backend.received()).containsAll(numbers(2, 30));
        assertThat(carrier.status().state()).isEqualTo(State.READY);
        bench.assertBalance(carrier);
    }

    @Test
    void step_classesAreMissing_isOverAfterThreeTries() {
        bench.spool(1, 3);
        AtomicInteger tries = new AtomicInteger();
        bench.opener = () -> {
            tries.incrementAndGet();
            throw new NoClassDefFoundError("com/vendor/Client");
        };
        Carrier carrier = bench.carrier();

        assertThat(bench.drain(carrier)).isEqualTo(Outcome.OVER);

        assertThat(tries).hasValue(3);
        assertThat(carrier.status().state()).isEqualTo(State.BROKEN);
        assertThat(carrier.status().reason()).contains("com/vendor/Client");
        bench.assertBalance(carrier);
    }

    @Test
    void step_settingIsWrong_isOffWithTheMessage() {
        bench.spool(1, 3);
        bench.opener = () -> {
            throw new SettingsException("sentry_dsn", "env:SENTRY_DSN", "htp://", "is not a URL");
        };
        Carrier carrier = bench.carrier();

        assertThat(bench.drain(carrier)).isEqualTo(Outcome.OVER);

        assertThat(carrier.status().state()).isEqualTo(State.OFF);
        assertThat(carrier.status().reason()).isEqualTo("sentry_dsn (env:SENTRY_DSN) 'htp://' is not a URL");
        assertThat(carrier.status().waiting()).isEqualTo(3);
        bench.assertBalance(carrier);
    }

    @Test
    void step_purposeWithdrawnBetweenBatches_sendsNothingMore() {
        bench.spool(1, 20);
        bench.backend.answer = batch -> {
            bench.forbidden.add(Purpose.USAGE);
            return new DeliveryResult.Delivered(batch.size());
        };
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 8));
        assertThat(carrier.status().waiting()).isEqualTo(12);
        bench.assertBalance(carrier);
    }

    @Test
    void step_purposeWithdrawnWhileTheBackendOpens_sendsNothing() {
        bench.spool(1, 3);
        bench.opener = () -> {
            bench.forbidden.add(Purpose.USAGE);
            return bench.backend;
        };
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(bench.backend.batches()).isEmpty();
        assertThat(carrier.status().waiting()).isEqualTo(3);
        bench.assertBalance(carrier);
    }

    @Test
    void step_onePurposeForbidden_otherLanesGoOn() {
        bench.lanes = List.of(() -> bench.spool.reader(ROUTE), () -> bench.spool.reader(ROUTE + 1));
        for (int i = 1; i <= 4; i++) {
            bench.spool(i, Purpose.ERRORS, ROUTE);
            bench.spool(100 + i, Purpose.TRACES, ROUTE + 1);
        }
        bench.forbidden.add(Purpose.ERRORS);
        Carrier carrier = bench.carrier();

        bench.drain(carrier);
        List<Long> whileForbidden = bench.backend.received();
        bench.forbidden.clear();
        bench.drain(carrier);

        assertThat(whileForbidden).isEqualTo(numbers(101, 104));
        assertThat(bench.backend.received()).containsAll(numbers(1, 4));
    }
}
