package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.testkit.BackendContract;
import dev.candor.telemetry.testkit.Receiver;
import dev.candor.telemetry.testkit.SentryItem;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class SentryContractTest extends BackendContract {

    @Override
    public BackendProvider provider() {
        return new SentryBackendProvider();
    }

    @Override
    public Receiver<?> receiver() {
        return new SentryReceiver();
    }

    @Override
    public Map<String, String> settings(Receiver<?> receiver) {
        return Map.of("dsn", ((SentryReceiver) receiver).dsn(), "timeout", "60");
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
    public Map<String, List<String>> wrongSettings() {
        return Map.of(
                "dsn", List.of("https:///<...>", "https://o1.ingest.sentry.io/1", "https://key@o1.ingest.sentry.io/"),
                "environment", List.of("a/b", "x".repeat(65)),
                "release", List.of("a\nb", ".", "x".repeat(201)),
                "allow_insecure", List.of("perhaps"));
    }

    @Override
    public void checkPrivacy(Receiver<?> receiver) {
        for (SentryItem item : ((SentryReceiver) receiver).received()) {
            JsonNode sdk = item.envelope().path("sdk");
            assertThat(sdk.path("settings").path("infer_ip").asText()).isEqualTo("never");
            assertThat(sdk.has("integrations") || sdk.has("packages")).isFalse();
            for (String field : List.of("server_name", "user", "request", "modules", "debug_meta", "dist", "extra")) {
                assertThat(item.payload().has(field)).as(field).isFalse();
            }
            assertThat(item.payload().toString()).doesNotContain("ip_address", "server.address", "thread.name\"");
        }
    }
}
