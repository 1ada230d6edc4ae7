package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.spi.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingTimesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void of_clientOnAClassPath_isFalse() {
        assertThat(MissingTimes.of(ClientConfig.of("phc_test", new Intercepted())))
                .isFalse();
    }

    @Test
    void added_batchWithoutTimes_isTheBatchThatTheClientWritesElsewhere() throws Exception {
        List<Signal> signals = List.of(Samples.usage(1), Samples.error(2), Samples.trace(3));
        JsonNode whole = JSON.readTree(new BatchEncoder("phc_test").encode(signals, false));
        ObjectNode without = whole.deepCopy();
        without.get("batch").forEach(event -> ((ObjectNode) event).remove("timestamp"));

        JsonNode mended = JSON.readTree(MissingTimes.added(JSON.writeValueAsBytes(without), signals));

        assertThat(mended).isEqualTo(whole);
    }
}
