package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    private static SettingValue setting(String value) {
        return new SettingValue("segment_endpoint", value, "env:SEGMENT_ENDPOINT");
    }

    @ParameterizedTest
    @CsvSource({
        "https://collector.example, https://collector.example",
        "HTTPS://Collector.Example:8443/a/b?c=d, https://Collector.Example:8443/a/b?c=d",
        "'  https://collector.example/  ', https://collector.example/",
        "https://xn--bcher-kva.example, https://xn--bcher-kva.example",
        "http://localhost:4318, http://localhost:4318",
        "http://127.0.0.1:9/x, http://127.0.0.1:9/x",
        "http://127.8.9.10, http://127.8.9.10",
        "http://[::1]:4318, http://[::1]:4318",
        "https://10.0.0.5:4318, https://10.0.0.5:4318",
        "https://public:secret@collector.example/42, https://collector.example/42"
    })
    void of_good_isTheAddressWithoutUserInfo(String written, String address) throws Exception {
        assertThat(Endpoint.of(setting(written)).uri()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://collector.example",
                "http://localhost@evil.example",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "http://127.0.0.1@evil.example",
                "https://evil.example#@good.example",
                "https://localhost:80@evil.example:x",
                "file:///etc/passwd",
                "jar:file:/tmp/a.jar!/",
                "jar:https://collector.example/a.jar!/",
                "ftp://localhost/",
                "javascript:alert(1)",
                "localhost:4318",
                "//collector.example",
                "collector.example",
                "https://",
                "https:///path",
                "https://:8080",
                "https://collector.example:0",
                "https://collector.example:65536",
                "https://collector.example:-1",
                "https://collector.example:x",
                "http://169.254.169.254/latest",
                "https://169.254.1.1",
                "https://[fe80::1]",
                "https://[fe80::1%25eth0]",
                "https://[::ffff:169.254.169.254]",
                "https://2852039166",
                "https://0251.0376.0251.0376",
                "https://0xa9.0xfe.0xa9.0xfe",
                "https://0xa9fea9fe",
                "https://169.254.43518",
                "https://256.1.1.1",
                "http://0.0.0.0:4318",
                "http://[::]:4318",
                "https://224.0.0.1",
                "https://b\u00fccher.example",
                "https://\u0430pple.example",
                "https://a\u3002b.example",
                "https://collector.example/\r\nX-Evil: 1",
                "https://collector .example",
                "https://collector.example/\u0000",
                "https://coll\tector.example",
                "https://collector.example\\@evil.example",
                "https://a|b.example",
                ""
            })
    void of_bad_isOneMessageWithKeyAndPlace(String written) {
        assertThatThrownBy(() -> Endpoint.of(setting(written)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("segment_endpoint (env:SEGMENT_ENDPOINT) ")
                .satisfies(thrown -> assertThat(thrown.getMessage())
                        .doesNotContain("\n", "\r", "\u0000")
                        .isPrintable());
    }

    @Test
    void of_longerThanAUrl_isRefusedInAShortMessage() {
        assertThatThrownBy(() -> Endpoint.of(setting("https://x.example/" + "x".repeat(64 * 1024))))
                .isInstanceOf(SettingsException.class)
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:hunter2@evil.example/?token=hunter2#hunter2",
                "http://hunter2@evil.example",
                "ftp://hunter2@evil.example",
                "hunter2@evil.example",
                "http://evil.example?hunter2",
                "http://a@b/hunter2@evil.example"
            })
    void of_badWithASecret_isMasked(String written) {
        assertThatThrownBy(() -> Endpoint.of(setting(written)))
                .isInstanceOf(SettingsException.class)
                .message()
                .contains("***")
                .doesNotContain("hunter2");
    }

    @Test
    void of_plainHttpAllowed_takesAnyHostButStillNoLinkLocal() throws Exception {
        assertThat(Endpoint.of(setting("http://collector.lan:4318"), true).uri())
                .hasToString("http://collector.lan:4318");
        assertThatThrownBy(() -> Endpoint.of(setting("http://169.254.169.254"), true))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> Endpoint.of(setting("ftp://collector.lan"), true))
                .isInstanceOf(SettingsException.class);
    }

    @Test
    void userInfo_isKeptApart() throws Exception {
        Endpoint endpoint = Endpoint.of(setting("https://public:s%40cret@collector.example/42?a=b"));

        assertThat(endpoint.userInfo()).isEqualTo("public:s%40cret");
        assertThat(endpoint).hasToString("https://collector.example/42?***");
        assertThat(endpoint.url().getUserInfo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, batch, https://a.example/batch",
        "https://a.example/, /v1/import/, https://a.example/v1/import/",
        "https://a.example:8443/base//, //v1/logs, https://a.example:8443/base/v1/logs",
        "https://a.example/base?x=y, v1, https://a.example/base/v1"
    })
    void resolve_path_hasOneSlashBetween(String base, String path, String whole) throws Exception {
        assertThat(Endpoint.of(setting(base)).resolve(path).uri()).hasToString(whole);
    }
}
