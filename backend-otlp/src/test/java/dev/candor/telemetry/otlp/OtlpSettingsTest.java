package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.SettingsException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpSettingsTest {

    private static OtlpSettings settings(String place, String... pairs) throws SettingsException {
        Map<String, String> all = new HashMap<>();
        all.put("endpoint", "https://collector.example:4318");
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return OtlpSettings.of(Samples.context(all, place));
    }

    @Test
    void spec_always_carriesAllAndGivesTheOwnerAllButUsage() {
        BackendSpec spec = new OtlpBackendProvider().spec();

        assertThat(spec.name()).isEqualTo("otlp");
        assertThat(spec.carries()).containsExactlyInAnyOrder(Purpose.values());
        assertThat(spec.ownerPurposes())
                .containsExactlyInAnyOrder(Purpose.ERRORS, Purpose.TRACES, Purpose.METRICS, Purpose.LOGS);
    }

    @Test
    void provider_onTheClassPath_isFoundAlone() {
        assertThat(ServiceLoader.load(dev.candor.telemetry.spi.BackendProvider.class))
                .hasExactlyElementsOfTypes(OtlpBackendProvider.class);
    }

    @Test
    void of_baseUrl_isExtendedForEachKind() throws Exception {
        OtlpSettings settings = settings("file:user", "traces_endpoint", "https://traces.example/in");

        assertThat(settings.channel(Kind.LOGS).endpoint()).hasToString("https://collector.example:4318/v1/logs");
        assertThat(settings.channel(Kind.METRICS).endpoint()).hasToString("https://collector.example:4318/v1/metrics");
        assertThat(settings.channel(Kind.TRACES).endpoint()).hasToString("https://traces.example/in");
    }

    @ParameterizedTest
    @CsvSource({
        "file:user, 3, 3000",
        "env:LOADER_OTLP_TIMEOUT, 3, 3000",
        "env:OTEL_EXPORTER_OTLP_TIMEOUT, 2500, 2500",
    })
    void of_timeout_countsSecondsAndInOpenTelemetrysVariableMilliseconds(String place, String value, long millis)
            throws Exception {
        OtlpSettings settings = settings(place, "timeout", value);

        assertThat(settings.channel(Kind.METRICS).limits().total()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "endpoint    | http://collector.example:4318 | 'http://collector.example:4318' is plain http to another machine; use https",
                "compression | zstd                          | 'zstd' is not gzip or none",
                "protocol    | grpc                          | 'grpc' is not http/protobuf",
                "headers     | topsecret                     | '***' is not a list of name=value",
                "headers     | content-type=topsecret        | '***' sets content-type, which belongs to the post itself",
                "headers     | a=topsecret%0d%0ab:c          | '***' holds a line break",
                "headers     | a=%0atopsecret                | '***' holds a value that begins or ends with white space",
                "headers     | a=topsecret%                  | '***' holds a percent sign that begins no code",
                "headers     | a b=topsecret                 | '***' holds a header name that is not one",
            })
    void of_wrongValue_isOneLineWithKeyPlaceAndMaskedValue(String name, String value, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> settings("file:user", name, value))
                .withMessage("otlp_" + name + " (file:user) " + message);
    }

    @Test
    void of_withoutEndpoint_saysThatItIsNotSet() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> OtlpSettings.of(Samples.context(Map.of("headers", "a=b"))))
                .withMessageContaining("endpoint");
    }

    @Test
    void of_plainHttpAllowed_isTaken() throws Exception {
        OtlpSettings settings =
                settings("file:user", "endpoint", "http://otel-collector:4318", "allow_insecure", "true");

        assertThat(settings.channel(Kind.LOGS).endpoint()).hasToString("http://otel-collector:4318/v1/logs");
    }

    @Test
    void of_headers_areDecodedAndEmptyPairsLeftOut() throws Exception {
        OtlpSettings settings = settings("file:user", "headers", " a = 1 ,, b=%41%2C ");

        assertThat(settings.channel(Kind.LOGS).headers()).isEqualTo(Map.of("a", "1", "b", "A,"));
    }
}
