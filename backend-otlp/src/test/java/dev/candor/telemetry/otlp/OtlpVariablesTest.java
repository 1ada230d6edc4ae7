package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.testkit.OtlpReceiver;
import dev.candor.telemetry.testkit.OtlpRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard variables as values, by the names and the precedence that OpenTelemetry gives them. */
class OtlpVariablesTest {
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /** A context as the pipeline makes it of an owner's settings and of variables that a setting declares. */
    private static BackendContext context(Map<String, String> own, String... variables) {
        Map<String, SettingValue> settings = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            settings.put(
                    declaring(variables[i]), new SettingValue(variables[i], variables[i + 1], "env:" + variables[i]));
        }
        own.forEach((name, value) -> settings.put(name, new SettingValue("otlp_" + name, value, "file:user")));
        return new BackendContext("loader", "1.4.0", Audience.OWNER, settings, Receipts.none());
    }

    private static String declaring(String variable) {
        return new OtlpBackendProvider()
                .spec().settings().stream()
                        .filter(setting -> setting.variable().equals(variable))
                        .map(Setting::name)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(variable + " gives no setting its value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENDPOINT", "HEADERS", "COMPRESSION", "PROTOCOL", "TIMEOUT"})
    void spec_eachStandardVariable_isDeclaredForAllAndForEachKind(String name) {
        for (String kind : List.of("", "LOGS_", "TRACES_", "METRICS_")) {
            String variable = "OTEL_EXPORTER_OTLP_" + kind + name;

            assertThat(declaring(variable)).isEqualToIgnoringCase(kind + name);
        }
    }

    @Test
    void of_variablesOfOneKind_standInPlaceOfThoseForAll() throws Exception {
        OtlpSettings settings = OtlpSettings.of(context(
                Map.of(),
                ENDPOINT,
                "https://collector.example:4318",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                "https://traces.example/in",
                "OTEL_EXPORTER_OTLP_HEADERS",
                "a=1,b=2",
                "OTEL_EXPORTER_OTLP_TRACES_HEADERS",
                "a=3",
                "OTEL_EXPORTER_OTLP_TIMEOUT",
                "2000",
                "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT",
                "3000",
                "OTEL_EXPORTER_OTLP_COMPRESSION",
                "gzip",
                "OTEL_EXPORTER_OTLP_TRACES_COMPRESSION",
                "none"));

        Channel logs = settings.channel(Kind.LOGS);
        assertThat(logs.endpoint()).hasToString("https://collector.example:4318/v1/logs");
        assertThat(logs.headers()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(logs.gzip()).isTrue();
        assertThat(logs.limits().total()).isEqualTo(Duration.ofSeconds(2));
        Channel traces = settings.channel(Kind.TRACES);
        assertThat(traces.endpoint()).hasToString("https://traces.example/in");
        assertThat(traces.headers()).isEqualTo(Map.of("a", "3"));
        assertThat(traces.gzip()).isFalse();
        assertThat(traces.limits().total()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void of_protocolInAVariableBesideTheUsersOwnAddress_isForOthers() throws Exception {
        OtlpSettings settings = OtlpSettings.of(
                context(Map.of("endpoint", "https://collector.example:4318"), "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"));

        assertThat(settings.channel(Kind.LOGS).endpoint()).hasToString("https://collector.example:4318/v1/logs");
    }

    @ParameterizedTest
    @CsvSource({"OTEL_EXPORTER_OTLP_PROTOCOL, grpc", "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL, http/json"})
    void of_anotherProtocolForAnAddressInAVariable_isOneLineThatNamesTheVariable(String variable, String value) {
        BackendContext context = context(Map.of(), ENDPOINT, "https://collector.example:4317", variable, value);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> OtlpSettings.of(context))
                .withMessage(variable + " (env:" + variable + ") '" + value + "' is not http/protobuf");
    }

    @Test
    void of_brokenResourceAttributes_isOneLine() {
        BackendContext context =
                context(Map.of(), ENDPOINT, "https://collector.example:4318", "OTEL_RESOURCE_ATTRIBUTES", "a=1,b");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> OtlpSettings.of(context))
                .withMessage(
                        "OTEL_RESOURCE_ATTRIBUTES (env:OTEL_RESOURCE_ATTRIBUTES) 'a=1,b' is not a list of name=value");
    }

    @Test
    void export_nameAndAttributesInVariables_standAboveWhatIsKnown() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                Backend backend = new OtlpBackendProvider()
                        .open(context(
                                Map.of("endpoint", receiver.uri().toString()),
                                "OTEL_RESOURCE_ATTRIBUTES",
                                "service.name=lost,service.namespace=shop%2C2,os.type=plan9",
                                "OTEL_SERVICE_NAME",
                                "nightly"))) {

            DeliveryResult result = backend.export(List.of(Samples.log(1)));

            assertThat(result).isEqualTo(new DeliveryResult.Delivered(1));
            OtlpRecord record = receiver.received().get(0);
            assertThat(record.resourceAttributes())
                    .containsEntry("service.name", "nightly")
                    .containsEntry("service.namespace", "shop,2")
                    .containsEntry("os.type", "plan9")
                    .containsEntry("service.version", "1.4.0")
                    .containsEntry("telemetry.sdk.name", "candor");
        }
    }

    @Test
    void export_timeoutAndHeadersOfOneKind_areThatKindsAlone() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                Backend backend = new OtlpBackendProvider()
                        .open(context(
                                Map.of("endpoint", receiver.uri().toString()),
                                "OTEL_EXPORTER_OTLP_LOGS_HEADERS",
                                "x-tenant=one",
                                "OTEL_EXPORTER_OTLP_LOGS_COMPRESSION",
                                "none"))) {

            backend.export(List.of(Samples.log(1)));
            backend.export(List.of(Samples.trace(2, 1)));

            assertThat(receiver.requests().get(0).header("x-tenant")).contains("one");
            assertThat(receiver.requests().get(0).header("content-encoding")).isEmpty();
            assertThat(receiver.requests().get(1).header("x-tenant")).isEmpty();
            assertThat(receiver.requests().get(1).header("content-encoding")).contains("gzip");
        }
    }
}
