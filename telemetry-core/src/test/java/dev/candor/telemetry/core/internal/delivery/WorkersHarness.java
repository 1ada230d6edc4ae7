package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import dev.candor.telemetry.core.internal.spool.SpoolState;
import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import dev.candor.telemetry.spi.DeliveryResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Workers over a spool in memory. After each test everything that was accepted is accounted for, and no thread is left. */
@Timeout(180)
abstract class WorkersHarness {
    static final Duration LONG = Duration.ofSeconds(60);

    final Spool spool = Spool.open(SpoolOptions.of(SpoolMode.MEMORY, null));
    final List<Destination> destinations = new ArrayList<>();
    volatile boolean allowed = true;
    private final List<DeliveryWorkers> started = new ArrayList<>();
    private volatile CountDownLatch hanging = new CountDownLatch(1);

    @AfterEach
    void everythingIsAccountedForAndNoThreadIsLeft() throws InterruptedException {
        release();
        for (DeliveryWorkers workers : started) {
            workers.close(LONG);
        }
        awaitNoThread();

        SpoolState state = spool.state();
        state.routes()
                .forEach((route, books) -> assertThat(books.balances())
                        .as("accepted + found = delivered + waiting + left + dropped, for %s: %s", route, books)
                        .isTrue());
        long delivered = 0;
        for (DeliveryWorkers workers : started) {
            for (DestinationStatus status : workers.status()) {
                delivered += status.counts().delivered();
            }
        }
        assertThat(delivered)
                .as("delivered, in the spool's books and in the workers'")
                .isEqualTo(state.routes().values().stream()
                        .mapToLong(SpoolState.Route::delivered)
                        .sum());
        spool.close(LONG);
    }

    FakeBackend destination(String name, long route) {
        FakeBackend backend = new FakeBackend();
        destinations.add(new Destination(
                name,
                "settings",
                purpose -> allowed,
                List.of(() -> spool.reader(route)),
                backend.opener(),
                Numbered::decode,
                BatchLimits.usual(),
                BreakerStore.none(),
                DailyCaps::none));
        return backend;
    }

    /** Workers for the destinations so far. */
    DeliveryWorkers workers() {
        return workers(new DaemonThreads());
    }

    /** Workers for the destinations so far, on a machine that may have no room for their threads. */
    DeliveryWorkers workers(DaemonThreads threads) {
        return tracked(new DeliveryWorkers(destinations, DeliveryClock.system(), threads));
    }

    /** Workers for the destinations so far that look as seldom as this. */
    DeliveryWorkers workersThatLookEvery(Duration time) {
        return tracked(new DeliveryWorkers(destinations, DeliveryClock.system(), new DaemonThreads(), time.toNanos()));
    }

    private DeliveryWorkers tracked(DeliveryWorkers workers) {
        started.add(workers);
        return workers;
    }

    void spool(int count, long... routes) {
        for (int i = 1; i <= count; i++) {
            assertThat(spool.append(new Numbered(i, Purpose.USAGE, routes))).isTrue();
        }
        // The books are read with the ring empty.
        spool.state();
    }

    /** Hangs as a blocking read does, until {@link #release}: an interrupt does not end it. */
    DeliveryResult hang() {
        CountDownLatch released = hanging;
        boolean interrupted = false;
        while (true) {
            try {
                released.await();
                break;
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return new DeliveryResult.RetryLater(Duration.ZERO, "hung");
    }

    /** Lets go of everybody who hangs, and of whoever is about to. */
    void release() {
        hanging.countDown();
    }

    /** Whoever hangs from now on does so until the next {@link #release}. */
    void hangAgain() {
        hanging = new CountDownLatch(1);
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The threads of this test's destinations that are alive. */
    List<Thread> threads() {
        List<Thread> ours = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            for (Destination destination : destinations) {
                if (thread.getName().equals("candor-" + destination.name())) {
                    ours.add(thread);
                }
            }
        }
        return ours;
    }

    private void awaitNoThread() throws InterruptedException {
        for (Thread thread : threads()) {
            thread.join(LONG.toMillis());
            assertThat(thread.isAlive()).as("%s is left", thread).isFalse();
        }
    }
}
