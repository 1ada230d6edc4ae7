package dev.candor.telemetry.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentSettingsTest {
    /** dlt refuses a key without an endpoint; here such a key has one meaning, Segment itself. */
    @Test
    @DisplayName("DLT-06 of_keyAlone_takesSegmentsOwnEndpoint")
    void of_keyAlone_takesSegmentsOwnEndpoint() throws Exception {
        SegmentSettings settings = SegmentSettings.of(context("write_key", " wk_abc "));

        assertThat(settings.writeKey()).isEqualTo("wk_abc");
        assertThat(settings.endpoint().uri()).hasToString("https://api.segment.io");
        assertThat(settings.limits().total()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest(name = "DLT-04 {0}")
    @ValueSource(strings = {"https://t.example.com/seg", "https://t.example.com/seg/"})
    void of_ownEndpointBehindAPath_keepsThePath(String endpoint) throws Exception {
        SegmentSettings settings = SegmentSettings.of(context("write_key", "wk_abc", "endpoint", endpoint));

        assertThat(settings.endpoint().resolve("v1/import/").uri()).hasToString("https://t.example.com/seg/v1/import/");
    }

    /** dlt needs no key for a server of its own; here it is asked for everywhere, and who sends stays known to who receives. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "DLT-05, ''",
        "DLT-05, https://api.segment.io",
        "DLT-04, https://t.example.com",
        "DLT-04, https://t.example.com/"
    })
    void of_noKey_isOneMessage(String vector, String endpoint) {
        BackendContext keyless = endpoint.isEmpty() ? context() : context("endpoint", endpoint);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SegmentSettings.of(keyless))
                .withMessageContaining("write_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wk_a\r\nX-Evil: 1", "wk_a\nb", "wk_\u0000", "wk_ä", "wk_a b", "wk_a\tb", "wk:x"})
    void of_badKey_namesKeyAndPlaceAndMasksTheValue(String key) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SegmentSettings.of(context("write_key", key)))
                .withMessageContaining("runtime.segment_write_key")
                .withMessageContaining("file:user /config.toml")
                .withMessageContaining("***")
                .satisfies(refused ->
                        assertThat(refused.getMessage()).doesNotContain(key).doesNotContain("\n"));
    }

    @Test
    void of_plainHttpAllowedInSoManyWords_isTaken() throws Exception {
        SegmentSettings settings = SegmentSettings.of(
                context("write_key", "wk_abc", "endpoint", "http://segment.intranet", "allow_insecure", "True"));

        assertThat(settings.endpoint().uri()).hasToString("http://segment.intranet");
    }

    @Test
    void spec_always_declaresWhatIsRead() {
        BackendSpec spec = new SegmentBackendProvider().spec();

        assertThat(spec.name()).isEqualTo("segment");
        assertThat(spec.ownerPurposes()).isEmpty();
        assertThat(spec.settings().stream().map(Setting::name))
                .containsExactly("write_key", "endpoint", "allow_insecure", "timeout");
        assertThat(spec.settings().get(0).required()).isTrue();
        assertThat(spec.settings().get(0).secret()).isTrue();
    }

    private static BackendContext context(String... settings) {
        Map<String, SettingValue> values = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(
                    settings[i],
                    new SettingValue("runtime.segment_" + settings[i], settings[i + 1], "file:user /config.toml"));
        }
        return new BackendContext("loader", "1.4.0", Audience.MAINTAINER, values, Receipts.none());
    }
}
