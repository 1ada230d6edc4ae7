package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to one destination on a daemon thread of its own.
 *
 * <p>All methods may be called from any thread. None waits for the backend longer than it was told to.
 */
final class DeliveryWorker {
    private static final int FALLS_EXCUSED = 3;

    private final String name;
    private final Carrier carrier;
    private final DaemonThreads threads;
    private final Object lock = new Object();
    // The rest is guarded by lock.
    private final FlushRequests requests = new FlushRequests();
    private final Pace pace;
    private @Nullable Thread thread;
    private boolean stopping;
    private boolean ended;
    private boolean woken;
    private boolean retryNow;
    private long stopNanos;
    private int falls;

    DeliveryWorker(String name, Carrier carrier, Pace pace, DaemonThreads threads) {
        this.name = name;
        this.carrier = carrier;
        this.pace = pace;
        this.threads = threads;
    }

    Carrier carrier() {
        return carrier;
    }

    /**
     * Starts its thread, unless it runs, was stopped, or nothing may be sent now; false where no thread could be started, and another call
     * may.
     */
    boolean start() {
        synchronized (lock) {
            if (thread == null && !stopping && carrier.isAllowed()) {
                carrier.whenFull(this::full);
                thread = threads.start(this::run, "candor-" + name);
                return thread != null;
            }
            return true;
        }
    }

    /** Whether what the carrier saw last is what a thread of this worker saw, or there is nothing to look for. */
    boolean looked() {
        synchronized (lock) {
            return thread == null ? !carrier.isAllowed() : carrier.looked();
        }
    }

    /** Looks again at once, past a destination's wait where {@code past} is true. */
    void wake(boolean past) {
        synchronized (lock) {
            woken = true;
            retryNow |= past;
            lock.notifyAll();
        }
    }

    /** A full batch came in, which is sent at once unless the destination is to be left alone. */
    private void full() {
        synchronized (lock) {
            pace.full();
            lock.notifyAll();
        }
    }

    /** Asks for everything that waits now to be tried by {@code deadlineNanos}; the ticket is for {@link #awaitAnswer}. */
    long ask(long deadlineNanos) {
        synchronized (lock) {
            woken = true;
            lock.notifyAll();
            return requests.add(deadlineNanos);
        }
    }

    /**
     * Waits until what was asked for is done or cannot be done by {@code deadlineNanos}, of {@link System#nanoTime}.
     *
     * @return false when that time is over and there is no answer: then what was seen last may be from before the question
     */
    boolean awaitAnswer(long ticket, long deadlineNanos) throws InterruptedException {
        synchronized (lock) {
            while (!requests.isAnswered(ticket) && !ended && thread != null) {
                if (!pause(deadlineNanos)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Tells it to try what waits until {@code deadlineNanos}, then to let go of everything. */
    void stop(long deadlineNanos) {
        synchronized (lock) {
            if (!stopping) {
                stopping = true;
                stopNanos = deadlineNanos;
                lock.notifyAll();
            }
        }
    }

    /** Waits for its end until {@code deadlineNanos}; then a call that still hangs is left behind, and its answer ignored. */
    void awaitEnd(long deadlineNanos) throws InterruptedException {
        try {
            Thread last = awaitEnded(deadlineNanos);
            if (last != null) {
                // It has nothing left to do but to end.
                last.join(Math.max(1, (deadlineNanos - System.nanoTime()) / 1_000_000));
            }
        } finally {
            carrier.flight().abandon();
        }
    }

    /** Whether no thread of its own will see anything more. */
    boolean isOver() {
        synchronized (lock) {
            return thread == null || ended;
        }
    }

    /** Its thread when that has done its work; null when there is none, it is the caller or the time is over. */
    private @Nullable Thread awaitEnded(long deadlineNanos) throws InterruptedException {
        synchronized (lock) {
            while (thread != null && !ended) {
                // A backend that closes the pipeline it works for would wait for itself.
                if (thread == Thread.currentThread() || !pause(deadlineNanos)) {
                    return null;
                }
            }
            return thread == Thread.currentThread() ? null : thread;
        }
    }

    @SuppressWarnings("WaitNotInLoop") // each caller loops over its own condition
    private boolean pause(long deadlineNanos) throws InterruptedException {
        long left = deadlineNanos - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        lock.wait(left / 1_000_000, (int) (left % 1_000_000));
        return true;
    }

    private void run() {
        Thread.currentThread().setUncaughtExceptionHandler((fallen, error) -> fell(error));
        while (round()) {
            // each round is one step and the wait after it
        }
        end();
    }

    /** One step, and the rest after it; false when the thread's work is over. */
    private boolean round() {
        long ticket;
        synchronized (lock) {
            ticket = requests.last();
            pace.begin(woken || stopping, System.nanoTime());
            woken = false;
            if (retryNow) {
                retryNow = false;
                carrier.retryNow();
            }
        }
        Carrier.Outcome outcome = carrier.step();
        synchronized (lock) {
            if (requests.answer(ticket, outcome, carrier)) {
                lock.notifyAll();
            }
            return outcome != Carrier.Outcome.OVER && rest(outcome);
        }
    }

    private boolean rest(Carrier.Outcome outcome) {
        long now = System.nanoTime();
        long nanos = pace.restNanos(outcome, woken || stopping, carrier, now);
        if (stopping && (outcome == Carrier.Outcome.IDLE || !goesOn(nanos))) {
            return false;
        }
        boolean wasStopping = stopping;
        boolean leftAlone = outcome == Carrier.Outcome.WAITING;
        try {
            while (!woken && (leftAlone || !pace.isFull()) && stopping == wasStopping && pause(now + nanos)) {
                // until woken, told to stop, or over
            }
        } catch (InterruptedException stray) {
            // Nobody interrupts this thread while it rests; it just looks again.
            return true;
        }
        return true;
    }

    /** Whether there is still time after {@code nanos}. */
    private boolean goesOn(long nanos) {
        return !stopping || System.nanoTime() + nanos - stopNanos < 0;
    }

    private void fell(Throwable error) {
        log().log(
                        Level.WARNING,
                        "Telemetry delivery to {0} fell over: {1}",
                        name,
                        error.getClass().getName());
        synchronized (lock) {
            falls++;
            if (falls <= FALLS_EXCUSED && !stopping) {
                thread = threads.start(this::run, "candor-" + name);
                // Without a thread nobody may wait for an answer; the next start makes another one.
                lock.notifyAll();
                return;
            }
        }
        carrier.giveUp("its thread fell over: " + error.getClass().getName());
        end();
    }

    // Looked up when there is something to say: the first look-up of a process takes about 20 ms.
    private static System.Logger log() {
        return System.getLogger(DeliveryWorker.class.getName());
    }

    private void end() {
        carrier.close();
        synchronized (lock) {
            ended = true;
            lock.notifyAll();
        }
    }
}
