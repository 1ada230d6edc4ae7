package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A wrong setting is one message, the same when a start looks at the settings and when the backend is opened. */
interface SettingsContract extends BackendUnderTest {

    @Test
    default void spec_isPlainAndReadsTheSettingsOfThisTest() {
        BackendSpec spec = provider().spec();

        assertThat(spec.name()).matches("[a-z][a-z0-9]*");
        assertThat(spec.settings()).isNotEmpty().allSatisfy(setting -> {
            assertThat(setting.name()).matches("[a-z][a-z0-9_]*");
            assertThat(setting.help()).isNotBlank();
        });
        try (Receiver<?> receiver = receiver()) {
            assertThat(spec.settings().stream().map(Setting::name))
                    .containsAll(settings(receiver).keySet());
        }
    }

    @Test
    default void open_withoutARequiredSetting_saysWhich() {
        try (Receiver<?> receiver = receiver()) {
            for (Setting setting : provider().spec().settings()) {
                if (setting.required()) {
                    Map<String, String> settings = new HashMap<>(settings(receiver));
                    settings.remove(setting.name());
                    assertThat(refusal(settings, "without " + setting.name()).key())
                            .contains(setting.name());
                }
            }
        }
    }

    @Test
    default void open_wrongAddress_isRefusedInOneLineWithoutSecrets() {
        try (Receiver<?> receiver = receiver()) {
            String here = "127.0.0.1:" + receiver.uri().getPort();
            settings(receiver).forEach((name, value) -> {
                if (value.contains(here)) {
                    for (String wrong : Wrong.addresses(value, here)) {
                        checkRefused(receiver, name, wrong);
                    }
                }
            });
        }
    }

    @Test
    default void open_wrongSecret_isRefusedInOneLineWithoutIt() {
        try (Receiver<?> receiver = receiver()) {
            String here = "127.0.0.1:" + receiver.uri().getPort();
            for (Setting setting : provider().spec().settings()) {
                String value = settings(receiver).get(setting.name());
                if (setting.secret() && value != null && !value.contains(here)) {
                    for (String wrong : Wrong.secrets(value)) {
                        checkRefused(receiver, setting.name(), wrong);
                    }
                }
            }
        }
    }

    @Test
    default void open_valuesThatTheBackendNamesAsWrong_areRefusedInOneLine() {
        try (Receiver<?> receiver = receiver()) {
            wrongSettings().forEach((name, values) -> values.forEach(value -> checkRefused(receiver, name, value)));
        }
    }

    private void checkRefused(Receiver<?> receiver, String name, String wrong) {
        Map<String, String> settings = new HashMap<>(settings(receiver));
        settings.put(name, wrong);

        SettingsException refusal = refusal(settings, name + " = " + wrong.substring(0, Math.min(60, wrong.length())));

        String message = String.valueOf(refusal.getMessage());
        assertThat(refusal.key()).contains(name);
        assertThat(message)
                .contains(refusal.key(), Bench.PLACE)
                .doesNotContain("\n", "\r", "\0")
                .hasSizeLessThan(1000);
        for (String secret : secrets(receiver)) {
            assertThat(message).as("the message for " + name).doesNotContain(secret);
        }
        assertThat(receiver.requests()).isEmpty();
    }

    private List<String> secrets(Receiver<?> receiver) {
        List<String> secrets = new ArrayList<>();
        for (Setting setting : provider().spec().settings()) {
            String value = settings(receiver).get(setting.name());
            if (setting.secret() && value != null) {
                secrets.add(value.contains("@") ? Wrong.userInfo(value) : value);
            }
        }
        return secrets;
    }

    private SettingsException refusal(Map<String, String> settings, String what) {
        BackendProvider provider = provider();
        BackendContext context = Bench.context(provider.spec(), settings, Receipts.none());
        try {
            provider.open(context).close();
        } catch (SettingsException refusal) {
            assertThatThrownBy(() -> provider.check(context))
                    .describedAs("the check that a start makes, " + what)
                    .isInstanceOf(SettingsException.class)
                    .hasMessage(refusal.getMessage());
            return refusal;
        }
        return fail("opened with " + what);
    }
}
