package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {

    private static SettingValue setting(String value) {
        return new SettingValue("segment_write_key", value, "file:user config.toml");
    }

    private static BackendContext context(String name, String value) {
        return new BackendContext(
                "loader",
                "1",
                Audience.MAINTAINER,
                Map.of(name, new SettingValue("x_" + name, value, "code")),
                Receipts.none());
    }

    @Test
    void of_key_isWithoutWhiteSpaceAround() throws Exception {
        assertThat(HeaderValue.of(setting(" wk_1.2-3/4+5= \n"))).isEqualTo("wk_1.2-3/4+5=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2\r\nX: y",
                "hunter2\nx",
                "hunter2\u0000x",
                "hunter2\u001bx",
                "hunter2\u007fx",
                "hunter2\u00e9",
                "hunter2\ud83d\ude00",
                " "
            })
    void of_bad_isOneMessageWithoutTheValue(String value) {
        assertThatThrownBy(() -> HeaderValue.of(setting(value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("segment_write_key (file:user config.toml) '***' ")
                .message()
                .doesNotContain("hunter2")
                .isPrintable();
    }

    @Test
    void of_megabyte_isRefused() {
        assertThatThrownBy(() -> HeaderValue.of(setting("k".repeat(1 << 20)))).isInstanceOf(SettingsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "\u00e9", ""})
    void header_bad_isRefusedBeforeItIsSent(String value) throws Exception {
        Post.Head head = Post.to(Endpoint.of(new SettingValue("k", "https://a.example", "code")));

        assertThatThrownBy(() -> head.header("X", value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> head.header("X: y\r\nZ", "v")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void flag_words_areOnOffOrRefused() throws Exception {
        assertThat(Flag.isOn(context("insecure", " YES "), "insecure")).isTrue();
        assertThat(Flag.isOn(context("insecure", "0"), "insecure")).isFalse();
        assertThat(Flag.isOn(context("other", "1"), "insecure")).isFalse();
        assertThatThrownBy(() -> Flag.isOn(context("insecure", "maybe"), "insecure"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("x_insecure (code) 'maybe' is neither yes nor no");
    }

    @Test
    void limits_timeout_isReadInSeconds() throws Exception {
        assertThat(Limits.of(context("timeout", "2.5")).total()).isEqualTo(Duration.ofMillis(2500));
        assertThat(Limits.of(context("timeout", "2.5")).connect()).isEqualTo(Duration.ofMillis(2500));
        assertThat(Limits.of(context("other", "1"))).isEqualTo(Limits.standard());
        for (String wrong : new String[] {"0", "-1", "61", "NaN", "soon", "1e9"}) {
            assertThatThrownBy(() -> Limits.of(context("timeout", wrong)))
                    .as(wrong)
                    .isInstanceOf(SettingsException.class);
        }
    }
}
