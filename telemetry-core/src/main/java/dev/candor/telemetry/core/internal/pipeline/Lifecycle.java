package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.delivery.ShutdownHook;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts, flushes and ends a pipeline. */
final class Lifecycle {
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration AT_EXIT = Duration.ofSeconds(2);
    private static final Duration LEAST = Duration.ofMillis(20);

    private final Mode mode;
    private final ConsentGate gate;
    private final Engine engine;
    private final Instruments instruments;
    private final Tally tally;
    private final Uploads uploads;
    private final FloodReport flood;
    private final LocalFiles files;
    private final @Nullable PlanKeeping keeping;
    // Guarded by this.
    private @Nullable Watch watch;
    private @Nullable ShutdownHook hook;
    private @Nullable DaemonThreads threads;
    private boolean closed;
    private boolean over;

    Lifecycle(
            Mode mode,
            ConsentGate gate,
            Engine engine,
            Instruments instruments,
            Tally tally,
            Uploads uploads,
            FloodReport flood,
            LocalFiles files,
            @Nullable PlanKeeping keeping) {
        this.mode = mode;
        this.gate = gate;
        this.engine = engine;
        this.instruments = instruments;
        this.tally = tally;
        this.uploads = uploads;
        this.flood = flood;
        this.files = files;
        this.keeping = keeping;
    }

    /** A long-running program delivers from now on what earlier runs left. A command starts nothing before it records. */
    synchronized void start() {
        if (mode == Mode.COMMAND || closed) {
            return;
        }
        if (!gate.allowsAnything()) {
            gate.onceAllowed(this::startApart);
            return;
        }
        Parts parts = engine.parts();
        if (parts == null) {
            return;
        }
        if (mode == Mode.SERVER && hook == null) {
            hook = ShutdownHook.register(this::closeAtExit);
        }
        Watch watching = watch == null ? new Watch(gate, instruments, parts, this::start, threads()) : watch;
        watch = watching;
        boolean delivers = parts.delivery().start();
        boolean watches = watching.start();
        if (!delivers || !watches) {
            // Until then nothing is delivered but by a flush, and consent is looked at before each attempt.
            engine.later(this::start);
        }
    }

    /** A grace ended while the program ran: its thread goes on, and another one puts the pipeline together. */
    private void startApart() {
        if (threads().start(this::start, "candor-start") == null) {
            engine.later(this::startApart);
        }
    }

    /** Made by those who start a thread: a command starts none. */
    private synchronized DaemonThreads threads() {
        DaemonThreads made = threads == null ? new DaemonThreads() : threads;
        threads = made;
        return made;
    }

    Delivery flush(Duration atMost) {
        long deadline = deadline(atMost);
        gate.refreshIfChanged();
        instruments.collectMetrics();
        Parts parts = gate.allowsAnything() ? engine.parts() : engine.ifAssembled();
        if (parts == null) {
            return Delivery.nothing();
        }
        boolean written = parts.spool().sync(left(deadline));
        Delivery delivery = summary(parts.delivery().flush(left(deadline)));
        return written || !delivery.complete() || isInMemory(parts) ? delivery : unfinished(delivery);
    }

    /** A host may exit while another of its threads closes: what that one has not written yet is waited for. */
    private void closeAtExit() {
        long deadline = deadline(AT_EXIT);
        close(AT_EXIT);
        try {
            awaitOver(deadline);
        } catch (InterruptedException stop) {
            // Then the rest is left to chance, as the host wants it.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitOver(long deadline) throws InterruptedException {
        for (long left = left(deadline).toMillis();
                !over && left > 0;
                left = left(deadline).toMillis()) {
            wait(left);
        }
    }

    Delivery close(Duration atMost) {
        long deadline = deadline(atMost);
        synchronized (this) {
            if (closed) {
                return Delivery.nothing();
            }
            closed = true;
            if (watch != null) {
                watch.stop();
            }
        }
        try {
            return closeOnce(deadline);
        } finally {
            synchronized (this) {
                over = true;
                notifyAll();
                if (hook != null) {
                    hook.remove();
                }
            }
        }
    }

    private Delivery closeOnce(long deadline) {
        instruments.collectMetrics();
        flood.tell();
        // A quick start may have accepted events before these parts were needed.
        boolean upload = mode == Mode.COMMAND && engine.accepted() > 0 && uploads.isDue();
        Parts parts = upload ? engine.parts() : engine.ifAssembled();
        engine.close();
        if (parts != null) {
            return close(parts, deadline);
        }
        noteLosses();
        return engine.accepted() > 0 ? new Delivery(0, engine.accepted(), tally.counts(), false) : Delivery.nothing();
    }

    private static boolean isInMemory(Parts parts) {
        return parts.spool().state().mode() == SpoolMode.MEMORY;
    }

    /** What was not yet written when the time was over is not seen by those who deliver: it waits all the same. */
    private static Delivery unfinished(Delivery seen) {
        return new Delivery(seen.delivered(), Math.max(1, seen.waiting()), seen.dropped(), false);
    }

    private Delivery close(Parts parts, long deadline) {
        if (mode != Mode.COMMAND) {
            parts.spool().sync(left(deadline));
        }
        Delivery delivery = parts.delivery().close(mode == Mode.COMMAND ? Duration.ZERO : left(deadline));
        boolean inTime = parts.spool().close(left(deadline));
        // Where the disk does not answer nothing else is asked of it.
        boolean noted = inTime && threads().run(new Notes(parts), "candor-notes", leastLeft(deadline));
        if (noted
                && mode == Mode.COMMAND
                && engine.accepted() > 0
                && uploads.isDue()
                && parts.delivery().mayAttempt()) {
            uploads.start();
        }
        return summary(delivery);
    }

    /** What this run leaves to later ones: it is synced, which takes as long as the disk likes. */
    private final class Notes implements Runnable {
        private final Parts parts;

        private Notes(Parts parts) {
            this.parts = parts;
        }

        @Override
        public void run() {
            try {
                noteLosses();
                if (mode == Mode.COMMAND && engine.accepted() > 0 && keeping != null) {
                    keeping.keep(parts);
                }
            } catch (RuntimeException | LinkageError broken) {
                System.getLogger("dev.candor.telemetry")
                        .log(System.Logger.Level.DEBUG, "Nothing could be noted for the next run.", broken);
            }
        }
    }

    /** For the status of later processes. */
    private void noteLosses() {
        Map<String, Long> counts = tally.counts();
        LossBook book = counts.isEmpty() || !gate.allowsAnything() ? null : files.losses();
        if (book != null) {
            book.add(counts);
        }
    }

    private Delivery summary(Delivery delivery) {
        Map<String, Long> dropped = new LinkedHashMap<>(tally.counts());
        dropped.putAll(delivery.dropped());
        // Where no worker looked, what this run accepted is known to wait, and nothing is known of earlier runs.
        boolean looked = delivery.delivered() > 0 || delivery.waiting() > 0 || delivery.complete();
        long waiting = looked ? delivery.waiting() : engine.accepted();
        return new Delivery(delivery.delivered(), waiting, dropped, delivery.complete());
    }

    /** When {@code atMost} is over, in the time of {@link System#nanoTime}. */
    static long deadline(Duration atMost) {
        if (atMost.isNegative()) {
            return System.nanoTime();
        }
        // A host may say for ever in ways that nanoseconds do not hold.
        return System.nanoTime() + (atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost).toNanos();
    }

    /** What is left, or the little that a healthy disk needs. */
    private static Duration leastLeft(long deadline) {
        Duration left = left(deadline);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
