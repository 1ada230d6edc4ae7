package dev.candor.telemetry.posthog;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostHogSettingsTest {
    @Test
    void of_keyAlone_takesPostHogsOwnHost() throws Exception {
        PostHogSettings settings = PostHogSettings.of(context("key", " phc_abc "));

        assertThat(settings.key()).isEqualTo("phc_abc");
        assertThat(settings.host().uri()).hasToString("https://us.i.posthog.com");
        assertThat(settings.limits().total()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void of_ownHostBehindAPath_keepsThePath() throws Exception {
        PostHogSettings settings = PostHogSettings.of(context("key", "phc_abc", "host", "https://t.example.com/ph/"));

        assertThat(settings.host().resolve("batch").uri()).hasToString("https://t.example.com/ph/batch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"phc_a\r\nX-Evil: 1", "phc_a\nb", "phc_\u0000", "phc_ä", "phc_a b", "phc_a\tb", "phx_personal"})
    void of_badKey_namesKeyAndPlaceAndMasksTheValue(String key) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> PostHogSettings.of(context("key", key)))
                .withMessageContaining("runtime.posthog_key")
                .withMessageContaining("file:user /config.toml")
                .withMessageContaining("***")
                .satisfies(refused -> assertThat(refused.getMessage())
                        .doesNotContain(key)
                        .doesNotContain("personal'")
                        .doesNotContain("\n"));
    }

    @Test
    void of_plainHttpAllowedInSoManyWords_isTaken() throws Exception {
        PostHogSettings settings = PostHogSettings.of(
                context("key", "phc_abc", "host", "http://posthog.intranet", "allow_insecure", "True"));

        assertThat(settings.host().uri()).hasToString("http://posthog.intranet");
    }

    @Test
    void spec_always_declaresWhatIsRead() {
        BackendSpec spec = new PostHogBackendProvider().spec();

        assertThat(spec.name()).isEqualTo("posthog");
        assertThat(spec.ownerPurposes()).isEmpty();
        assertThat(spec.settings().stream().map(Setting::name))
                .containsExactly("key", "host", "allow_insecure", "timeout");
        assertThat(spec.settings().get(0).required()).isTrue();
        assertThat(spec.settings().get(0).secret()).isTrue();
    }

    private static BackendContext context(String... settings) {
        Map<String, SettingValue> values = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(
                    settings[i],
                    new SettingValue("runtime.posthog_" + settings[i], settings[i + 1], "file:user /config.toml"));
        }
        return new BackendContext("trainer", "1.4.0", Audience.MAINTAINER, values, Receipts.none());
    }
}
