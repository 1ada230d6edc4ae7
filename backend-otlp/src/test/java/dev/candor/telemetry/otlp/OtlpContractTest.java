package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.testkit.BackendContract;
import dev.candor.telemetry.testkit.Expected;
import dev.candor.telemetry.testkit.OtlpReceiver;
import dev.candor.telemetry.testkit.OtlpRecord;
import dev.candor.telemetry.testkit.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class OtlpContractTest extends BackendContract {

    @Override
    public BackendProvider provider() {
        return new OtlpBackendProvider();
    }

    @Override
    public Receiver<?> receiver() {
        return new OtlpReceiver();
    }

    @Override
    public Map<String, String> settings(Receiver<?> receiver) {
        return Map.of("endpoint", receiver.uri().toString(), "headers", "x-api-key=key-of-a-test", "timeout", "60");
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
        boolean again = status == 502 || status == 503 || status == 504;
        return status >= 500 && !again ? Expected.REJECTED : super.expected(status);
    }

    @Override
    public Map<String, List<String>> wrongSettings() {
        return Map.of(
                "logs_endpoint", List.of("hello", "ftp://127.0.0.1/"),
                "traces_endpoint", List.of("http://receiver.example/v1/traces"),
                "metrics_endpoint", List.of("https://169.254.169.254/"),
                "headers", List.of("key", "=key", "a b=c", "a=%zz", "a=%0d%0aX-Evil:1", "a=%00", "Host=evil", "a="),
                "compression", List.of("brotli"),
                "protocol", List.of("grpc"),
                "timeout", List.of("0", "soon", "NaN"),
                "allow_insecure", List.of("perhaps"));
    }

    @Override
    public void checkPrivacy(Receiver<?> receiver) {
        for (OtlpRecord record : ((OtlpReceiver) receiver).received()) {
            assertThat(record.resourceAttributes().keySet())
                    .doesNotContain("host.name", "host.id", "host.ip", "process.pid", "process.command_line")
                    .doesNotContain("process.executable.path", "process.owner", "service.instance.id");
        }
    }
}
