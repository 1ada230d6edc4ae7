package dev.candor.telemetry.core.internal.delivery;

import static dev.candor.telemetry.core.internal.delivery.Bench.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.DropReason;
import dev.candor.telemetry.core.internal.spool.Frame;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.spi.DeliveryResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A receiver that takes fewer than were read: the others are neither read nor offered again for each post. */
class RestOfBatchTest {
    @AutoClose
    private final Bench bench = new Bench();

    private int reads;

    @Test
    void step_receiverTakesOneAtATime_readsABatchOnce() {
        takeAtMost(1);
        bench.limits = new BatchLimits(64, 512 * 1024);
        Carrier carrier = carrier();
        bench.spool(1, 64);

        bench.drain(carrier);

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 64));
        // One when the lane is opened, one that finds the 64, one that finds no more.
        assertThat(reads).isLessThanOrEqualTo(3);
        bench.assertBalance(carrier);
    }

    @Test
    void step_receiverTakesOneAtATime_isOfferedFew() {
        takeAtMost(1);
        bench.limits = new BatchLimits(64, 512 * 1024);
        Carrier carrier = carrier();
        bench.spool(1, 64);

        bench.drain(carrier);

        List<List<Long>> offered = bench.backend.batches();
        assertThat(offered).hasSize(64);
        assertThat(offered.subList(1, 64)).allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(4));
    }

    @Test
    void step_receiverTakesAllAgain_isOfferedAllInTime() {
        takeAtMost(1);
        Carrier carrier = carrier();
        bench.spool(1, 1);
        bench.drain(carrier);
        bench.spool(2, 9);
        carrier.step();
        takeAtMost(8);

        bench.spool(10, 40);
        bench.drain(carrier);

        assertThat(bench.backend.batches()).anySatisfy(each -> assertThat(each).hasSize(8));
        assertThat(bench.backend.received()).isEqualTo(numbers(1, 40));
    }

    @Test
    void step_fewWait_isNoReasonToOfferLess() {
        Carrier carrier = carrier();
        bench.spool(1, 1);
        bench.drain(carrier);

        bench.spool(2, 9);
        bench.drain(carrier);

        assertThat(bench.backend.batches()).containsExactly(numbers(1, 1), numbers(2, 9));
    }

    @Test
    void step_consentGoesWithinABatch_sendsNoMoreOfIt() {
        bench.backend.answer = batch -> {
            bench.forbidden.add(Purpose.USAGE);
            return new DeliveryResult.Delivered(1);
        };
        Carrier carrier = carrier();
        bench.spool(1, 8);

        bench.drain(carrier);

        assertThat(bench.backend.received()).containsExactly(1L);
        assertThat(bench.spool.state().routes().get(Bench.ROUTE).waiting()).isEqualTo(7);
    }

    @Test
    void step_secondLater_readsAnew() {
        takeAtMost(1);
        Carrier carrier = carrier();
        bench.spool(1, 8);
        carrier.step();
        int before = reads;

        bench.clock.pass(Duration.ofSeconds(2));
        carrier.step();

        assertThat(reads).isEqualTo(before + 1);
        assertThat(bench.backend.received()).containsExactly(1L, 2L);
    }

    private void takeAtMost(int most) {
        bench.backend.answer = batch -> new DeliveryResult.Delivered(Math.min(most, batch.size()));
    }

    private Carrier carrier() {
        bench.lanes = List.of(() -> new Counting(bench.spool.reader(Bench.ROUTE)));
        return bench.carrier();
    }

    /** Counts how often it is asked for frames. */
    private final class Counting implements RouteReader {
        private final RouteReader reader;

        Counting(RouteReader reader) {
            this.reader = reader;
        }

        @Override
        public List<Frame> peek(int maxFrames, int maxBytes) {
            reads++;
            return reader.peek(maxFrames, maxBytes);
        }

        @Override
        public void settle(int count) {
            reader.settle(count);
        }

        @Override
        public void discard(int count, DropReason reason) {
            reader.discard(count, reason);
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            return reader.await(atMost);
        }

        @Override
        public long waiting() {
            return reader.waiting();
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
