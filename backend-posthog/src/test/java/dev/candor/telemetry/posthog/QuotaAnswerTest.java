package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaAnswerTest {
    private static final List<Signal> SIGNALS = List.of(Samples.usage(1), Samples.error(2), Samples.trace(3));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"status\":1}",
                "{\"status\":\"Ok\",\"quota_limited\":[]}",
                "{\"quota_limited\":null}",
                "{\"quota_limited\":[\"recordings\",7,{},null]}",
                "{\"quota_limited\":",
                "[\"quota_limited\"]",
                "quota_limited"
            })
    void read_nothingOfOursLimited_allDelivered(String answer) {
        assertThat(QuotaAnswer.read(answer, SIGNALS)).isEqualTo(new Delivered(3, 0));
    }

    @Test
    void read_eventsLimited_eventsRefused() {
        assertThat(QuotaAnswer.read("{\"status\":1,\"quota_limited\":[\"events\"]}", SIGNALS))
                .isEqualTo(new Delivered(3, 2));
    }

    @Test
    void read_exceptionsLimited_errorsRefused() {
        assertThat(QuotaAnswer.read("{\"status\":1,\"quota_limited\":[\"exceptions\"]}", SIGNALS))
                .isEqualTo(new Delivered(3, 1));
    }
}
