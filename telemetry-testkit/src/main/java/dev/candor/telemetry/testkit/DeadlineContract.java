package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nothing that a receiver does holds a backend for longer than its deadline. */
interface DeadlineContract extends BackendUnderTest {
    /** What a busy machine may add. */
    Duration MARGIN = Duration.ofSeconds(20);

    @Test
    default void export_receiverHangs_returnsByTheDeadline() throws Exception {
        Duration drip = Duration.ofMillis(50);
        List<Reply> slow = List.of(Reply.hang(), Reply.deaf(), Reply.trickledHead(drip), Reply.trickledBody(drip));
        List<Bench> benches = new ArrayList<>();
        List<CompletableFuture<DeliveryResult>> exports = new ArrayList<>();
        for (Reply reply : slow) {
            Bench bench = Bench.impatient(this);
            bench.receiver().always(reply);
            benches.add(bench);
            exports.add(inThread(bench.backend(), Signals.of(bench.any(), 1)).result());
        }

        for (int i = 0; i < exports.size(); i++) {
            DeliveryResult result = exports.get(i).get(deadline().plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
            // Of the last one the status has arrived.
            boolean answered = i == 3 && result instanceof DeliveryResult.Delivered;
            assertThat(answered || result instanceof DeliveryResult.RetryLater)
                    .as("case " + i + ": " + result)
                    .isTrue();
        }
        benches.forEach(Bench::close);
    }

    @Test
    default void export_interruptedWhileItWaits_returnsAndStaysInterrupted() throws Exception {
        try (Bench bench = new Bench(this)) {
            bench.receiver().always(Reply.hang());
            Exporting exporting = inThread(bench.backend(), Signals.of(bench.any(), 1));
            bench.receiver().awaitRequests(1, MARGIN);

            exporting.thread().interrupt();

            assertThat(exporting.result().get(deadline().plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS))
                    .isInstanceOf(DeliveryResult.RetryLater.class);
            assertThat(exporting.interrupted().get(1, TimeUnit.MINUTES))
                    .as("the thread's interrupted flag")
                    .isTrue();
        }
    }

    @Test
    default void export_afterAHang_deliversAgain() {
        try (Bench bench = Bench.impatient(this)) {
            bench.receiver().next(Reply.hang());
            List<Signal> signals = Signals.of(bench.any(), 1);
            long end = System.nanoTime() + deadline().plus(MARGIN).toNanos();

            DeliveryResult result = bench.backend().export(signals);
            assertThat(result).isInstanceOf(DeliveryResult.RetryLater.class);
            while (result instanceof DeliveryResult.RetryLater && System.nanoTime() < end) {
                result = bench.backend().export(signals);
            }

            assertThat(result).isEqualTo(new DeliveryResult.Delivered(1));
        }
    }

    @Test
    default void close_twiceAndBeforeAnythingWasSent_isQuiet() {
        try (Bench bench = new Bench(this)) {
            bench.backend().close();

            assertThatCode(bench.backend()::close).doesNotThrowAnyException();
            assertThat(bench.receiver().requests()).isEmpty();
        }
    }

    private static Exporting inThread(Backend backend, List<Signal> signals) {
        CompletableFuture<DeliveryResult> result = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(backend.export(signals));
                    } catch (RuntimeException | LinkageError thrown) {
                        result.completeExceptionally(thrown);
                    }
                    interrupted.complete(Thread.currentThread().isInterrupted());
                },
                "contract-export");
        thread.setDaemon(true);
        thread.start();
        return new Exporting(thread, result, interrupted);
    }

    /** An export that runs. */
    record Exporting(Thread thread, CompletableFuture<DeliveryResult> result, CompletableFuture<Boolean> interrupted) {}
}
