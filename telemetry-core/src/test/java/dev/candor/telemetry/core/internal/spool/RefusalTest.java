package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import org.junit.jupiter.api.Test;

/** Events that are not taken. */
class RefusalTest extends SpoolHarness {

    @Test
    void append_overTheFrameLimit_isRefusedAndCounted() {
        Spool spool = open(SpoolMode.COMMAND);

        boolean taken = spool.append(TestEvent.of(1).sized(FrameFormat.MAX_FRAME));

        assertThat(taken).isFalse();
        assertThat(spool.state().refused()).containsEntry(DropReason.TOO_LARGE, 1L);
        assertThat(spool.state().accepted()).isZero();
    }

    @Test
    void append_payloadThrows_isRefusedAndLeavesTheRestWhole() {
        Spool spool = open(SpoolMode.COMMAND);
        spool.append(TestEvent.of(1));
        Outgoing broken = new BrokenEvent();

        boolean taken = spool.append(broken);
        spool.append(TestEvent.of(2));

        assertThat(taken).isFalse();
        assertThat(numbers(drain(spool.reader(TestEvent.A)))).containsExactly(1L, 2L);
    }

    @Test
    void append_afterClose_isRefusedAndNotCountedAsAccepted() {
        for (SpoolMode mode : SpoolMode.values()) {
            Spool spool = open(mode);
            spool.append(TestEvent.of(1));
            spool.close(SOON);

            assertThat(spool.append(TestEvent.of(2))).as("%s", mode).isFalse();
            assertThat(spool.accepted()).as("%s", mode).isEqualTo(1);
            assertThat(spool.state().refused()).containsEntry(DropReason.CLOSED, 1L);
        }
    }

    private static final class BrokenEvent implements Outgoing {
        @Override
        public long idHigh() {
            return 0x7000;
        }

        @Override
        public long idLow() {
            return 1;
        }

        @Override
        public Purpose purpose() {
            return Purpose.USAGE;
        }

        @Override
        public long[] destinations() {
            return new long[] {TestEvent.A};
        }

        @Override
        public void writePayload(PayloadBuffer out) {
            out.putString("half of it");
            throw new IllegalStateException("as an application's toString might");
        }
    }
}
