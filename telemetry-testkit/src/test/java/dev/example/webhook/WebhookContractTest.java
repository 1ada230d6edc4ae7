package dev.example.webhook;

import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.testkit.BackendContract;
import dev.candor.telemetry.testkit.Expected;
import dev.candor.telemetry.testkit.Receiver;
import java.time.Duration;
import java.util.Map;

class WebhookContractTest extends BackendContract {

    @Override
    public BackendProvider provider() {
        return new WebhookProvider();
    }

    @Override
    public Receiver<?> receiver() {
        return new WebhookReceiver();
    }

    @Override
    public Map<String, String> settings(Receiver<?> receiver) {
        return Map.of("endpoint", receiver.uri() + "/events", "token", "token-5b1f", "timeout", "60");
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
}
