package dev.candor.telemetry.core.internal.delivery;

import static dev.candor.telemetry.core.internal.delivery.Bench.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.DeliveryResult;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How much an attempt takes after a receiver found one too large. */
class BatchSizeTest {
    @AutoClose
    private final Bench bench = new Bench();

    @Test
    void step_tooLarge_halvesAndGivesUpTheOneThatIsTooLargeAlone() {
        bench.spool(1, 8);
        bench.backend.answer = batch -> batch.stream().anyMatch(signal -> Numbered.of(signal) == 6)
                ? new DeliveryResult.TooLarge(batch.size(), "413")
                : new DeliveryResult.Delivered(batch.size());
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(bench.backend.received()).containsExactly(1L, 2L, 3L, 4L, 5L, 7L, 8L);
        assertThat(carrier.status().counts().tooLarge()).isEqualTo(1);
        bench.assertBalance(carrier);
    }

    @Test
    void step_receiverTakesLittle_isNotTriedWithMoreEachTime() {
        bench.spool(1, 160);
        bench.backend.answer = batch -> batch.size() > 2
                ? new DeliveryResult.TooLarge(batch.size(), "413")
                : new DeliveryResult.Delivered(batch.size());
        Carrier carrier = bench.carrier();

        bench.drain(carrier);

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 160));
        // 80 posts that went, one in eight that did not, and those of the beginning.
        assertThat(bench.backend.batches()).hasSizeLessThanOrEqualTo(80 + 10 + 2);
        bench.assertBalance(carrier);
    }
}
