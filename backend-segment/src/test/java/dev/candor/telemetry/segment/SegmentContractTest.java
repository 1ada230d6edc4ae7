package dev.candor.telemetry.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.testkit.BackendContract;
import dev.candor.telemetry.testkit.Expected;
import dev.candor.telemetry.testkit.Receiver;
import dev.candor.telemetry.testkit.SegmentMessage;
import dev.candor.telemetry.testkit.SegmentReceiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class SegmentContractTest extends BackendContract {

    @Override
    public BackendProvider provider() {
        return new SegmentBackendProvider();
    }

    @Override
    public Receiver<?> receiver() {
        return new SegmentReceiver();
    }

    @Override
    public Map<String, String> settings(Receiver<?> receiver) {
        return Map.of("write_key", "wk4c0f", "endpoint", receiver.uri().toString(), "timeout", "60");
    }

    @Override
    public Map<String, String> impatient() {
        return Map.of("timeout", "4");
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(4);
    }

    @Override
    public Duration longestWait() {
        return Duration.ofSeconds(300);
    }

    /** The table of Segment's Java client 3.5.5; 511 pauses instead of losing. */
    @Override
    public Expected expected(int status) {
        return switch (status) {
            case 408, 410, 460 -> Expected.RETRY;
            case 501, 505 -> Expected.REJECTED;
            case 511 -> Expected.PAUSED;
            default -> super.expected(status);
        };
    }

    @Override
    public Map<String, List<String>> wrongSettings() {
        return Map.of(
                "write_key", List.of("a:b", "a b"),
                "allow_insecure", List.of("perhaps"),
                "timeout", List.of("soon", "0", "61", "-1"));
    }

    @Override
    public void checkPrivacy(Receiver<?> receiver) {
        for (SegmentMessage message : ((SegmentReceiver) receiver).received()) {
            JsonNode context = message.content().path("context");
            assertThat(context.has("library")).isTrue();
            assertThat(context.has("ip")).isFalse();
            assertThat(message.content().has("userId")).isFalse();
        }
        assertThat(new String(receiver.rawBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("instanceId");
    }
}
