package dev.candor.telemetry.core.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Errors;
import dev.candor.telemetry.core.ErrorRules;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Blaxel's last-chance hooks: in front of the host's, never instead of them, and silent about what is not the SDK's. */
@Isolated
@Timeout(60)
class BlaxelHooksTest {
    private final List<Throwable> host = Collections.synchronizedList(new ArrayList<>());
    private final UncaughtExceptionHandler hosts = (thread, error) -> host.add(error);
    private final SeedErrors seed = SeedErrors.ofSdk();
    private UncaughtExceptionHandler before;

    @BeforeEach
    void installHosts() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(hosts);
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void blx01_hooked_keepsTheHostsHandlerAndGivesItBack() {
        try (Errors.Handle handle = seed.errors.captureUncaught()) {
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNotSameAs(hosts);
        }

        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(hosts);
    }

    @Test
    void blx02_hookedByFourThreadsAtOnce_reportsOnceAndCallsTheHostOnce() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                await(start);
                seed.errors.captureUncaught();
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread each : threads) {
            each.join();
        }

        die(own());

        assertThat(seed.maintainers()).hasSize(1);
        assertThat(host).hasSize(1);
    }

    @Test
    void blx03_errorThatTheCallerCatches_isNotCaptured() {
        try (Errors.Handle handle = seed.errors.captureUncaught()) {
            try {
                throw own();
            } catch (IllegalStateException caught) {
                assertThat(caught).isNotNull();
            }
        }

        assertThat(seed.maintainers()).isEmpty();
        assertThat(host).isEmpty();
    }

    @Test
    void blx04_errorThatEndsAThread_isUnhandledAndHandedOnTheSame() throws InterruptedException {
        IllegalStateException failure = own();
        try (Errors.Handle handle = seed.errors.captureUncaught()) {
            die(failure);
        }

        assertThat(seed.maintainers())
                .singleElement()
                .satisfies(report -> assertThat(report.handled()).isFalse());
        assertThat(host).containsExactly(failure);
    }

    @Test
    void blx07_reportedError_canBeCollected() {
        WeakReference<Throwable> error = report();

        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (error.get() != null && System.nanoTime() < deadline) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(error.get()).isNull();
    }

    @Test
    void blx12_applicationInAFolderThatLooksLikeTheSdk_isOnlyHandedOn() throws InterruptedException {
        IllegalStateException theirs = SeedErrors.from(new IllegalStateException(), "customer.sdk.core.X", "sdk.Main");
        try (Errors.Handle handle = seed.errors.captureUncaught()) {
            die(theirs);
        }

        assertThat(seed.maintainers()).isEmpty();
        assertThat(host).containsExactly(theirs);
    }

    @Test
    void blx13_classifierThatThrows_capturesNothingAndHandsOn() throws InterruptedException {
        SeedErrors broken = new SeedErrors(ErrorRules.owned("sdk")
                .expected(error -> {
                    throw new IllegalStateException("broken");
                })
                .build());
        IllegalStateException failure = own();
        try (Errors.Handle handle = broken.errors.captureUncaught()) {
            die(failure);
        }

        assertThat(broken.maintainers()).isEmpty();
        assertThat(host).containsExactly(failure);
    }

    @Test
    void blx30_errorThatTheHostPrintsAndLogs_isTheHostsAlone() {
        IllegalStateException failure = own();
        List<Throwable> logged = new ArrayList<>();
        Logger logger = Logger.getLogger("blx30");
        logger.setUseParentHandlers(false);
        logger.setFilter(record -> logged.add(record.getThrown()));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream hosts = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream stderr = System.err;
        System.setErr(hosts);
        try (Errors.Handle handle = seed.errors.captureUncaught()) {
            failure.printStackTrace();
            logger.log(Level.SEVERE, "failed", failure);

            assertThat(System.err).isSameAs(hosts);
            assertThat(logger.getHandlers()).isEmpty();
        } finally {
            System.setErr(stderr);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).containsOnlyOnce("sdk.Client");
        assertThat(logged).containsExactly(failure);
        assertThat(seed.maintainers()).isEmpty();
    }

    /** A browser rejects with a text alone; the nearest that Java can throw has a text and no stack. */
    @Test
    void blx35_failureWithoutAStackAndThenTheSdks_leavesTheSdksAlone() throws InterruptedException {
        Throwable bare = new RuntimeException("customer-secret-4711", null, false, false) {
            private static final long serialVersionUID = 1L;
        };
        IllegalStateException failure = own();
        try (Errors.Handle handle = seed.errors.captureUncaught()) {
            die(bare);
            die(failure);
        }

        assertThat(seed.maintainers()).hasSize(1);
        assertThat(seed.maintainers().toString())
                .contains("IllegalStateException", "sdk.Client")
                .doesNotContain("customer-secret-4711", "RuntimeException");
        assertThat(host).containsExactly(bare, failure);
    }

    @Test
    void blx46_errorOfTheVirtualMachine_goesOnTheSameAndHoldsNoSecret() throws InterruptedException {
        AssertionError panic =
                SeedErrors.from(new AssertionError("token=ghp_R7mQ2xVb9LkT4wZs8NcJ5hYd1PfG"), "sdk.Main");
        try (Errors.Handle handle = seed.errors.captureUncaught()) {
            die(panic);
        }

        assertThat(host).containsExactly(panic);
        assertThat(seed.maintainers().toString()).contains("AssertionError").doesNotContain("ghp_");
    }

    private WeakReference<Throwable> report() {
        IllegalStateException error = own();
        assertThat(seed.errors.record(error)).isTrue();
        return new WeakReference<>(error);
    }

    private static IllegalStateException own() {
        return SeedErrors.from(new IllegalStateException("x"), "sdk.Client", "customer.App");
    }

    private static void die(Throwable failure) throws InterruptedException {
        Thread thread = new Thread(() -> BlaxelHooksTest.<RuntimeException>throwAny(failure));
        thread.start();
        thread.join();
    }

    @SuppressWarnings("unchecked") // throws what it is given, as bytecode may
    private static <X extends Throwable> void throwAny(Throwable failure) throws X {
        throw (X) failure;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
