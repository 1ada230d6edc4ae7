package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Delivers what waits to every destination, each on a thread of its own.
 *
 * <p>No destination waits for another one, and no method waits longer than its deadline. Every method may be called from any thread. Where
 * nothing was started there is no thread, and closing costs nothing.
 */
public final class DeliveryWorkers {
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int EARLY_PART = 8;
    private static final long EARLY_NANOS = 20_000_000;

    private final List<DeliveryWorker> workers = new ArrayList<>();

    /** Workers for {@code destinations}; starts no thread and opens nothing. */
    public DeliveryWorkers(List<Destination> destinations, DeliveryClock clock) {
        this(destinations, clock, new DaemonThreads());
    }

    DeliveryWorkers(List<Destination> destinations, DeliveryClock clock, DaemonThreads threads) {
        this(destinations, clock, threads, Pace.USUAL_NANOS);
    }

    DeliveryWorkers(List<Destination> destinations, DeliveryClock clock, DaemonThreads threads, long lookNanos) {
        SplittableRandom random = new SplittableRandom();
        for (Destination destination : destinations) {
            Carrier carrier = new Carrier(destination, new Backoff(random.split()), clock);
            workers.add(new DeliveryWorker(destination.name(), carrier, new Pace(lookNanos), threads));
        }
    }

    /**
     * Delivers in the background from now on, on daemon threads. A destination for which nothing is allowed gets none: it needs another call
     * when that has changed.
     *
     * @return false where the machine had no room for one of them; then another call may find some
     */
    public boolean start() {
        boolean all = true;
        for (DeliveryWorker worker : workers) {
            all &= worker.start();
        }
        return all;
    }

    /** Lets every worker look at once, for instance after consent was given. */
    void wake() {
        for (DeliveryWorker worker : workers) {
            worker.wake(false);
        }
    }

    /** Lets every destination be tried at once, also one that is to be left alone: for a person who asks for it. */
    public void retryNow() {
        for (DeliveryWorker worker : workers) {
            worker.wake(true);
        }
    }

    /**
     * Tries to deliver what waits at this moment, starting the workers where they were not.
     *
     * <p>Returns before {@code atMost} is over when the rest cannot be delivered within it.
     */
    public Delivery flush(Duration atMost) {
        long deadline = deadline(atMost);
        start();
        long[] tickets = new long[workers.size()];
        for (int i = 0; i < tickets.length; i++) {
            tickets[i] = workers.get(i).ask(deadline);
        }
        boolean answered = true;
        try {
            for (int i = 0; i < tickets.length; i++) {
                answered &= workers.get(i).awaitAnswer(tickets[i], deadline);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            answered = false;
        }
        return summary(answered);
    }

    /**
     * Goes on delivering for at most {@code atMost}, then lets go of all backends and readers.
     *
     * <p>A backend that still hangs is left behind on its daemon thread; what it had waits for the next process. A second call returns
     * at once.
     */
    public Delivery close(Duration atMost) {
        long deadline = deadline(atMost);
        for (DeliveryWorker worker : workers) {
            worker.stop(deadline);
        }
        boolean interrupted = false;
        for (DeliveryWorker worker : workers) {
            try {
                worker.awaitEnd(interrupted ? System.nanoTime() : deadline);
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        boolean over = true;
        for (DeliveryWorker worker : workers) {
            over &= worker.isOver();
        }
        return summary(over);
    }

    /**
     * Waits until no call of a backend that began before this moment is running.
     *
     * <p>Whoever first made the consent check say no, and then gets true, knows that nothing more leaves.
     */
    boolean awaitQuiet(Duration atMost) {
        long deadline = deadline(atMost);
        try {
            boolean quiet = true;
            for (DeliveryWorker worker : workers) {
                quiet &= worker.carrier().flight().awaitLanding(deadline - System.nanoTime());
            }
            return quiet;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Whether any destination may be tried at this time, by what earlier processes learnt; reads a small file for each.
     *
     * <p>For a command that is about to start an upload process: where all servers are down it would be in vain.
     */
    public boolean mayAttempt() {
        for (DeliveryWorker worker : workers) {
            if (worker.carrier().mayAttempt()) {
                return true;
            }
        }
        return false;
    }

    /** How each destination is doing, in the order in which they were given. */
    public List<DestinationStatus> status() {
        List<DestinationStatus> all = new ArrayList<>(workers.size());
        for (DeliveryWorker worker : workers) {
            all.add(worker.carrier().status());
        }
        return all;
    }

    /** What was seen last; nothing is complete of which that may be from before somebody asked. */
    private Delivery summary(boolean fresh) {
        long delivered = 0;
        long waiting = 0;
        boolean looked = fresh;
        for (DeliveryWorker worker : workers) {
            looked &= worker.looked();
        }
        Map<String, Long> dropped = new LinkedHashMap<>();
        for (DestinationStatus status : status()) {
            delivered += status.counts().delivered();
            waiting += status.waiting();
            for (Map.Entry<String, Long> each :
                    status.counts().droppedByReason().entrySet()) {
                dropped.merge(each.getKey(), each.getValue(), Long::sum);
            }
        }
        return new Delivery(delivered, waiting, dropped, looked && waiting == 0);
    }

    /**
     * When to stop waiting: a little before the time is over.
     *
     * <p>A thread that waits is not woken at the moment it named but when the machine has a processor for it, and its caller has things to
     * do after it. What would be delivered in the last few milliseconds is delivered by the next process.
     */
    private static long deadline(Duration atMost) {
        // Longer ones would overflow the nanoseconds.
        long nanos = (atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost).toNanos();
        return System.nanoTime() + nanos - Math.min(nanos / EARLY_PART, EARLY_NANOS);
    }
}
