package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.testkit.BackendContract;
import dev.candor.telemetry.testkit.Expected;
import dev.candor.telemetry.testkit.PostHogCapture;
import dev.candor.telemetry.testkit.PostHogReceiver;
import dev.candor.telemetry.testkit.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class PostHogContractTest extends BackendContract {

    @Override
    public BackendProvider provider() {
        return new PostHogBackendProvider();
    }

    @Override
    public Receiver<?> receiver() {
        return new PostHogReceiver();
    }

    @Override
    public Map<String, String> settings(Receiver<?> receiver) {
        return Map.of("key", "phc_4c0f", "host", receiver.uri().toString(), "timeout", "60");
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
    public Expected expected(int status) {
        return status == 408 ? Expected.RETRY : super.expected(status);
    }

    @Override
    public Map<String, List<String>> wrongSettings() {
        return Map.of(
                "key", List.of("phx_personal", "phc a"),
                "allow_insecure", List.of("perhaps"),
                "timeout", List.of("soon", "0", "61", "-1"));
    }

    @Override
    public void checkPrivacy(Receiver<?> receiver) {
        for (PostHogCapture capture : ((PostHogReceiver) receiver).received()) {
            JsonNode properties = capture.properties();
            assertThat(properties.path("$process_person_profile").asBoolean(true))
                    .isFalse();
            assertThat(properties.path("$geoip_disable").asBoolean()).isTrue();
            assertThat(properties.path("$ip").asText()).isEqualTo("0.0.0.0");
            assertThat(properties.path("$lib").asText()).isEqualTo("candor");
            assertThat(properties.has("$set")).isFalse();
            assertThat(properties.has("$set_once")).isFalse();
        }
    }
}
