package dev.candor.telemetry.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Segment would refuse is decided here, before anything is posted; api.segment.io is not reached by these tests. */
class OversizeTest {
    private static final Signal TOO_LARGE = new UsageEvent(Samples.header(2), "e", Map.of("text", "x".repeat(33_000)));
    private static final Signal NAMELESS = new UsageEvent(Samples.header(3), "", Map.of());

    @Test
    void export_messageOver32Kilobytes_isTooLargeAlone() throws Exception {
        DeliveryResult result = SegmentPayloadTest.backend().export(List.of(TOO_LARGE, Samples.usage(1)));

        assertThat(result).isEqualTo(new DeliveryResult.TooLarge(1, "a message over 32 KB"));
    }

    @Test
    void export_eventWithoutAName_isRejectedAlone() throws Exception {
        DeliveryResult result = SegmentPayloadTest.backend().export(List.of(NAMELESS, Samples.usage(1)));

        assertThat(result).isEqualTo(new DeliveryResult.Rejected(1, "a message that Segment's types refuse"));
    }

    @Test
    void first_messagesBeforeABadOne_goWithoutIt() {
        BatchBody bodies = new BatchBody("wk");

        for (Signal bad : List.of(TOO_LARGE, NAMELESS)) {
            BatchBody.Part part =
                    bodies.first(List.of(Samples.usage(0), Samples.usage(1), bad, Samples.usage(4)), Samples.TIME);

            assertThat(part.sendable()).isTrue();
            assertThat(part.count()).isEqualTo(2);
        }
    }

    @Test
    void first_messageOfExactly32Kilobytes_isSent() {
        BatchBody bodies = new BatchBody("wk");
        int empty = size(bodies, "");

        String fitting = "x".repeat(BatchBody.MESSAGE_BYTES - empty);

        assertThat(bodies.first(List.of(text(fitting)), Samples.TIME).sendable())
                .isTrue();
        assertThat(bodies.first(List.of(text(fitting + "x")), Samples.TIME).tooLarge())
                .isTrue();
    }

    private static int size(BatchBody bodies, String text) {
        int one = bodies.first(List.of(text(text)), Samples.TIME).body().length;
        int two = bodies.first(List.of(text(text), text(text)), Samples.TIME).body().length;
        return two - one - 1;
    }

    private static Signal text(String text) {
        return new UsageEvent(Samples.header(5), "e", Map.of("text", text));
    }
}
