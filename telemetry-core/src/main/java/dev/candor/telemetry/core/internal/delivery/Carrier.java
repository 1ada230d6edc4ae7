package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Signal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt after the other for one destination, and draws the conclusions.
 *
 * <p>It has no thread and never waits on its own: {@link #step} is called by one thread at a time, which learns from the outcome what to
 * do next. So a day's outage can be played through in a moment.
 */
final class Carrier {
    private final Destination destination;
    private final ConsentCheck consent;
    private final DeliveryClock clock;
    private final Breaker breaker;
    private final Lanes lanes;
    private final Tally tally = new Tally();
    private final Flight flight = new Flight();
    private final BatchSize size;
    private final Settlement settlement;
    private final Outlet outlet;
    private volatile long waiting;
    private volatile boolean looked;

    Carrier(Destination destination, Backoff backoff, DeliveryClock clock) {
        this.destination = destination;
        this.consent = destination.consent();
        this.clock = clock;
        this.breaker = new Breaker(destination.breaker(), destination.settings(), backoff, clock);
        this.lanes = new Lanes(destination, tally, clock);
        this.size = new BatchSize(destination.limits().frames());
        this.settlement = new Settlement(size, tally);
        this.outlet = new Outlet(destination.name(), destination.opener());
    }

    /** What a step came to. */
    enum Outcome {
        /** Something was settled or learnt; step again. */
        MOVED,
        /** Nothing that may be sent is waiting. */
        IDLE,
        /** The destination is to be left alone for {@link #waitNanos}. */
        WAITING,
        /** This destination takes nothing any more in this process. */
        OVER
    }

    /** Makes at most one attempt. */
    Outcome step() {
        Outcome outcome = attempt();
        waiting = lanes.waiting();
        looked = true;
        return outcome;
    }

    private Outcome attempt() {
        if (outlet.over()) {
            return Outcome.OVER;
        }
        if (breaker.waitNanos() > 0) {
            return Outcome.WAITING;
        }
        Batch batch = lanes.next(size.frames(), destination.limits().bytes(), consent);
        if (batch == null) {
            return Outcome.IDLE;
        }
        waiting = lanes.waiting();
        List<Signal> signals = size.choose(batch.signals());
        if (!flight.depart()) {
            return Outcome.OVER;
        }
        boolean wanted = false;
        DeliveryResult result = null;
        try {
            result = outlet.open();
            // Asked after departure: whoever withdraws consent and then finds nothing in flight knows that nothing more
            // leaves.
            if (result == null && batch.allowedBy(consent)) {
                result = send(signals);
            }
        } finally {
            wanted = flight.land();
        }
        if (!wanted) {
            return Outcome.OVER;
        }
        return result == null ? refusedHere() : conclude(batch, signals, result);
    }

    private @Nullable DeliveryResult send(List<Signal> signals) {
        tally.attempted();
        return outlet.export(signals);
    }

    /** The backend could not be opened or called, or consent went between reading and sending. */
    private Outcome refusedHere() {
        return outlet.over() ? Outcome.OVER : Outcome.MOVED;
    }

    private Outcome conclude(Batch batch, List<Signal> sent, DeliveryResult result) {
        if (result instanceof DeliveryResult.Paused paused) {
            tally.retried();
            breaker.paused(paused.reason());
            return Outcome.WAITING;
        }
        if (result instanceof DeliveryResult.RetryLater later) {
            return retry(later.after(), later.reason(), sent.size());
        }
        int count = Math.min(result.count(), sent.size());
        if (count < 1) {
            return retry(Duration.ZERO, "the backend settled nothing", sent.size());
        }
        breaker.succeeded();
        int settled = settlement.apply(batch.reader(), count, result);
        if (result instanceof DeliveryResult.Delivered) {
            lanes.delivered(sent.subList(0, count));
        }
        lanes.settled(batch, settled);
        return Outcome.MOVED;
    }

    private Outcome retry(Duration after, String reason, int sent) {
        tally.retried();
        if (outlet.threw()) {
            size.threw(sent);
        }
        breaker.failed(after, reason);
        return Outcome.WAITING;
    }

    /** Has this run, on the spool's thread, when a full batch came in; called before the first step. */
    void whenFull(Runnable told) {
        lanes.whenFull(told);
    }

    /** Whether as many wait as go into a batch, by the last look. */
    boolean hasFullBatch() {
        return waiting >= destination.limits().frames();
    }

    /** How long the destination is to be left alone. */
    long waitNanos() {
        return breaker.waitNanos();
    }

    /** Whether anything may be sent now. */
    boolean isAllowed() {
        return consent.allowsAny();
    }

    /** Whether an attempt may be made now, by what was kept last; may be called from any thread. */
    boolean mayAttempt() {
        BreakerState kept = destination.breaker().load();
        return kept == null || kept.waitMillis(destination.settings(), clock.wallMillis()) == 0;
    }

    /** Forgets that it is to be left alone. */
    void retryNow() {
        breaker.retryNow();
    }

    Flight flight() {
        return flight;
    }

    long settled() {
        return tally.settled();
    }

    /** How many frames wait, by the last look. */
    long waiting() {
        return waiting;
    }

    /** Whether it ever looked what is waiting. */
    boolean looked() {
        return looked;
    }

    /** The worker's thread fell over more often than can be excused. */
    void giveUp(String reason) {
        outlet.giveUp(reason);
    }

    DestinationStatus status() {
        BreakerState state = breaker.state();
        DestinationStatus.State worst = outlet.state();
        String reason = outlet.reason();
        if (worst == DestinationStatus.State.READY && (state.paused() || state.failures() >= Backoff.OPEN_AFTER)) {
            worst = DestinationStatus.State.PAUSED;
        }
        return new DestinationStatus(
                destination.name(),
                worst,
                reason.isEmpty() ? state.reason() : reason,
                state.nextAttemptMillis(),
                waiting,
                tally.counts());
    }

    /** Lets go of backend and readers; called by the thread that steps. */
    void close() {
        outlet.close();
        lanes.close();
    }
}
