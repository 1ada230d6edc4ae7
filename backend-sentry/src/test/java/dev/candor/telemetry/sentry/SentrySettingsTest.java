package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingsException;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentrySettingsTest {

    private static void open(Map<String, String> settings) throws SettingsException {
        new SentryBackendProvider().open(Samples.context(settings)).close();
    }

    @Test
    void spec_always_namesPurposesAndTheDsnAsSecret() {
        BackendSpec spec = new SentryBackendProvider().spec();

        assertThat(spec.name()).isEqualTo("sentry");
        assertThat(spec.carries()).containsExactlyInAnyOrder(Purpose.ERRORS, Purpose.TRACES, Purpose.LOGS);
        assertThat(spec.ownerPurposes()).isEqualTo(spec.carries());
        assertThat(spec.settings())
                .extracting(Setting::name)
                .containsExactly("dsn", "environment", "release", "allow_insecure", "timeout");
        assertThat(spec.settings().get(0).required() && spec.settings().get(0).secret())
                .isTrue();
    }

    @Test
    void provider_onTheClassPath_isFoundAlone() {
        assertThat(ServiceLoader.load(dev.candor.telemetry.spi.BackendProvider.class))
                .hasExactlyElementsOfTypes(SentryBackendProvider.class);
    }

    @Test
    void open_withoutDsn_saysThatItIsNotSet() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> open(Map.of()))
                .withMessageContaining("dsn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https:///<...>                        | is not a URL",
                "hello                                 | is not an http or https URL",
                "ftp://topsecret@o1.ingest.sentry.io/1      | is not an http or https URL",
                "https://o1.ingest.sentry.io/1         | names no key",
                "https://:topsecret@o1.ingest.sentry.io/1   | names no key",
                "https://topsecret@o1.ingest.sentry.io      | names no project",
                "https://topsecret@o1.ingest.sentry.io/     | names no project",
                "https://topsecret@o1.ingest.sentry.io/a/   | names no project",
                "http://topsecret@o1.ingest.sentry.io/1     | is plain http to another machine; use https",
                "https://topsecret@169.254.169.254/1        | is a link-local address",
                "https://topsecret@sentry.io:99999/1        | has a port that does not exist",
                "https://topsecret@sentry.io/1#x            | has a fragment",
            })
    void open_wrongDsn_isOneLineWithKeyPlaceAndNoKey(String dsn, String problem) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> open(Map.of("dsn", dsn)))
                .withMessageStartingWith("sentry_dsn (file:user) '")
                .withMessageEndingWith("' " + problem)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("topsecret", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://key@o1.ingest.sentry.io/42",
                "https://key:secret@sentry.example.org:8443/base/42",
                " https://key@o1.ingest.sentry.io/42 ",
                "http://key@localhost:9000/42",
                "http://key@[::1]:9000/42",
                "https://key@o1.ingest.sentry.io/42?x=1",
            })
    void open_goodDsn_opens(String dsn) throws Exception {
        open(Map.of("dsn", dsn));
    }

    @Test
    void open_plainHttpAllowed_opens() throws Exception {
        open(Map.of("dsn", "http://key@sentry.example.org/42", "allow_insecure", "true"));
    }

    @ParameterizedTest
    @CsvSource({
        "environment, a/b, 'sentry_environment (file:user) ''a/b'' holds a slash, which Sentry refuses'",
        "release, a\\b, 'sentry_release (file:user) ''a\\b'' holds a slash, which Sentry refuses'",
        "release, .., 'sentry_release (file:user) ''..'' is not a name'",
        "allow_insecure, perhaps, 'sentry_allow_insecure (file:user) ''perhaps'' is neither yes nor no'",
        "timeout, soon, 'sentry_timeout (file:user) ''soon'' is not a number of seconds from 0.1 to 60'",
    })
    void open_wrongSetting_isNamed(String name, String value, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> open(Map.of("dsn", "https://key@o1.ingest.sentry.io/42", name, value)))
                .withMessage(message);
    }

    @Test
    void open_environmentWithLineBreak_isRefusedOnOneLine() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> open(Map.of("dsn", "https://key@o1.ingest.sentry.io/42", "environment", "a\nb")))
                .withMessage("sentry_environment (file:user) 'a?b' holds a control character");
    }
}
