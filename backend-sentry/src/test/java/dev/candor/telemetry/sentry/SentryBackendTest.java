package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.DeliveryResult.Rejected;
import dev.candor.telemetry.spi.DeliveryResult.RetryLater;
import dev.candor.telemetry.spi.DeliveryResult.TooLarge;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import dev.candor.telemetry.testkit.Reply;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentryBackendTest {
    private final SentryReceiver receiver = new SentryReceiver();
    private final ManualClock clock = new ManualClock();
    private Backend backend;

    @BeforeEach
    void open() throws Exception {
        backend = Samples.open(receiver.dsn(), clock);
    }

    @AfterEach
    void close() {
        backend.close();
        receiver.close();
    }

    private DeliveryResult export(Signal... signals) {
        return backend.export(List.of(signals));
    }

    private static ErrorReport withMessage(String message) {
        return Samples.error(1, List.of(new Thrown("a.B", message, -1, false, List.of())));
    }

    private static String incompressible(int length) {
        Random random = new Random(17);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('!' + random.nextInt(90)));
        }
        return text.toString().replace('"', '_').replace('\\', '_');
    }

    @Test
    void export_severalErrors_settlesOneAnEnvelope() {
        DeliveryResult result = export(Samples.error(1), Samples.error(2));

        assertThat(result).isEqualTo(new Delivered(1));
        assertThat(receiver.received()).extracting(item -> item.id()).containsExactly(Samples.hex(1));
    }

    @Test
    void export_manyLogs_settlesAHundredTogether() {
        List<Signal> logs = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            logs.add(Samples.bareLog(i));
        }

        DeliveryResult result = backend.export(logs);

        assertThat(result).isEqualTo(new Delivered(100));
        assertThat(receiver.requests()).hasSize(1);
        assertThat(receiver.received()).hasSize(100);
        assertThat(receiver.received().get(99).name()).isEqualTo("hello 99");
    }

    @Test
    void export_logsBeforeAnotherSignal_settlesTheLogs() {
        DeliveryResult result = export(Samples.log(1), Samples.log(2), Samples.error(3), Samples.log(4));

        assertThat(result).isEqualTo(new Delivered(2));
    }

    @Test
    void export_usageEvent_isRejected() {
        DeliveryResult result = export(new UsageEvent(Samples.header(1), "load", Map.of()), Samples.error(2));

        assertThat(result)
                .isInstanceOf(Rejected.class)
                .extracting(DeliveryResult::count)
                .isEqualTo(1);
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void export_traceThatCannotBeEncoded_isRejectedAlone() {
        Trace broken =
                new Trace(Samples.header(1), "not an id", Samples.trace(1).spans());

        DeliveryResult result = export(broken, Samples.trace(2));

        assertThat(result).isEqualTo(new Rejected(1, "cannot be encoded: java.lang.IllegalArgumentException"));
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void export_moreThanAMegabyte_isTooLargeBeforeItIsSent() {
        DeliveryResult result = export(withMessage("x".repeat(1_000_000)));

        assertThat(result)
                .isInstanceOf(TooLarge.class)
                .extracting(DeliveryResult::count)
                .isEqualTo(1);
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void export_moreThan200KilobytesCompressed_isTooLargeBeforeItIsSent() {
        DeliveryResult result = export(withMessage(incompressible(300_000)));

        assertThat(result).isInstanceOf(TooLarge.class);
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void export_justBelowTheLimits_isDelivered() {
        DeliveryResult result = export(withMessage("x".repeat(990_000)));

        assertThat(result).isEqualTo(new Delivered(1));
    }

    @Test
    void export_successWithRateLimit_isDeliveredAndHoldsThatCategoryOnly() {
        receiver.next(Reply.status(200, "X-Sentry-Rate-Limits", "60:transaction:organization:quota_exceeded"));

        DeliveryResult first = export(Samples.error(1));
        DeliveryResult held = export(Samples.trace(2));
        DeliveryResult other = export(Samples.error(3));
        clock.advance(Duration.ofSeconds(60));
        DeliveryResult after = export(Samples.trace(2));

        assertThat(first).isEqualTo(new Delivered(1));
        assertThat(held).isEqualTo(new RetryLater(Duration.ofSeconds(60), "rate limit"));
        assertThat(other).isEqualTo(new Delivered(1));
        assertThat(after).isEqualTo(new Delivered(1));
        assertThat(receiver.requests()).hasSize(3);
    }

    @Test
    void export_tooManyRequestsWithRateLimit_waitsAsLong() {
        receiver.next(Reply.status(429, "X-Sentry-Rate-Limits", "120:error;default:key"));

        DeliveryResult refused = export(Samples.error(1));
        clock.advance(Duration.ofSeconds(119));
        DeliveryResult early = export(Samples.error(1));
        clock.advance(Duration.ofSeconds(1));
        DeliveryResult late = export(Samples.error(1));

        assertThat(refused).isEqualTo(new RetryLater(Duration.ofSeconds(120), "429"));
        assertThat(early).isEqualTo(new RetryLater(Duration.ofSeconds(1), "rate limit"));
        assertThat(late).isEqualTo(new Delivered(1));
        assertThat(receiver.requests()).hasSize(2);
    }

    @Test
    void export_bareTooManyRequests_waitsAMinute() {
        receiver.next(Reply.status(429));

        assertThat(export(Samples.error(1))).isEqualTo(new RetryLater(Duration.ofMinutes(1), "429"));
    }

    @Test
    void export_serverError_isHeldForAMinuteInsteadOfDiscarded() {
        receiver.next(Reply.status(500), Reply.status(503, "Retry-After", "7"));

        assertThat(export(Samples.error(1))).isEqualTo(new RetryLater(Duration.ofMinutes(1), "500"));
        assertThat(export(Samples.error(1))).isEqualTo(new RetryLater(Duration.ofSeconds(7), "503"));
        assertThat(export(Samples.error(1))).isEqualTo(new Delivered(1));
    }
}
