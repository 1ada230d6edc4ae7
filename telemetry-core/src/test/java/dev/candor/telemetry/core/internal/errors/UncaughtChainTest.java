package dev.candor.telemetry.core.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Errors;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.core.internal.intake.RecordingSink;
import dev.candor.telemetry.core.internal.trace.CurrentSpan;
import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Exceptions that end a thread: heard, and handed on to whoever heard them before. */
@Isolated
class UncaughtChainTest {
    private final List<Throwable> hostHeard = new ArrayList<>();
    private final RecordingSink sink = new RecordingSink();
    private final UncaughtExceptionHandler hostHandler = (thread, error) -> hostHeard.add(error);
    private UncaughtExceptionHandler before;

    @BeforeEach
    void installHostHandler() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(hostHandler);
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void uncaught_inAThread_isReportedOnceAndHandedOn() throws InterruptedException {
        IllegalStateException failure = new IllegalStateException();
        try (Errors.Handle handle = reporter().captureUncaught()) {
            die(failure);
        }

        assertThat(sink.owner()).hasSize(1);
        assertThat(hostHeard).containsExactly(failure);
    }

    @Test
    void uncaught_wrappedTask_isReportedOnce() throws InterruptedException {
        ErrorReporter reporter = reporter();
        IllegalStateException failure = new IllegalStateException();
        try (Errors.Handle handle = reporter.captureUncaught()) {
            Thread thread = new Thread(reporter.wrap(() -> {
                throw failure;
            }));
            thread.start();
            thread.join();
        }

        assertThat(sink.owner()).hasSize(1);
        assertThat(hostHeard).containsExactly(failure);
    }

    @Test
    void uncaught_reportingFails_isStillHandedOn() throws InterruptedException {
        sink.breakDown();
        IllegalStateException failure = new IllegalStateException();
        try (Errors.Handle handle = reporter().captureUncaught()) {
            die(failure);
        }

        assertThat(hostHeard).containsExactly(failure);
    }

    @Test
    void close_twice_putsTheEarlierHandlerBackAndLeavesALaterOneAlone() {
        Errors.Handle handle = reporter().captureUncaught();
        handle.close();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(hostHandler);
        UncaughtExceptionHandler later = (thread, error) -> {};
        Thread.setDefaultUncaughtExceptionHandler(later);

        handle.close();

        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(later);
    }

    /** Blaxel's hook at the end of the interpreter; in Java the end that a hook can meet is that of the tool's telemetry. */
    @Test
    @DisplayName("BLX-10 close_otherHandlerInstalledOverIt_onlyPassesOn")
    void close_otherHandlerInstalledOverIt_onlyPassesOn() throws InterruptedException {
        Errors.Handle handle = reporter().captureUncaught();
        UncaughtExceptionHandler ours = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> ours.uncaughtException(thread, error));
        IllegalStateException failure = new IllegalStateException();

        handle.close();
        die(failure);

        assertThat(sink.owner()).isEmpty();
        assertThat(hostHeard).containsExactly(failure);
    }

    @Test
    void captureUncaught_twoTools_bothHear() throws InterruptedException {
        RecordingSink other = new RecordingSink();
        IllegalStateException failure = new IllegalStateException();
        try (Errors.Handle first = reporter().captureUncaught();
                Errors.Handle second = reporter(other).captureUncaught()) {
            die(failure);
        }

        assertThat(sink.owner()).hasSize(1);
        assertThat(other.owner()).hasSize(1);
        assertThat(hostHeard).containsExactly(failure);
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(hostHandler);
    }

    private static void die(RuntimeException failure) throws InterruptedException {
        Thread thread = new Thread(() -> {
            throw failure;
        });
        thread.start();
        thread.join();
    }

    private ErrorReporter reporter() {
        return reporter(sink);
    }

    private static ErrorReporter reporter(RecordingSink into) {
        return new ErrorReporter(
                ErrorRules.none(),
                new RealScrubber(),
                into,
                new CurrentSpan(),
                new Breadcrumbs(),
                Clock.systemUTC(),
                Map.of());
    }
}
