package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.ConsentRules.Format;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigTextTest {

    @Test
    void read_sameSettingsInFourFormats_areTheSameEntries() {
        List<Entry> toml =
                entries(Format.TOML, "tracking = false\n[runtime]\nsentry_dsn = \"https://k@h/1\"\nlevel = 3\n");
        List<Entry> yaml = entries(Format.YAML, "tracking: false\nruntime:\n  sentry_dsn: https://k@h/1\n  level: 3\n");
        List<Entry> json = entries(
                Format.JSON,
                "{\"tracking\": false,\n\"runtime\": {\n\"sentry_dsn\": \"https://k@h/1\",\n\"level\": 3}}");

        assertThat(toml).isEqualTo(yaml).isEqualTo(json);
        assertThat(toml)
                .containsExactly(
                        new Entry("tracking", Entry.Kind.SCALAR, "false", 1),
                        new Entry("runtime", Entry.Kind.OTHER, "", 2),
                        new Entry("runtime.sentry_dsn", Entry.Kind.SCALAR, "https://k@h/1", 3),
                        new Entry("runtime.level", Entry.Kind.SCALAR, "3", 4));
    }

    @Test
    void read_propertiesWithDottedKeys_areSections() {
        assertThat(entries(Format.PROPERTIES, "runtime.loader_telemetry = off\n"))
                .containsExactly(new Entry("runtime.loader_telemetry", Entry.Kind.SCALAR, "off", 1));
    }

    @Test
    void read_listsAndTables_areWalkedToTheEnd() {
        List<Entry> entries = entries(Format.TOML, "[[steps]]\nenable_runtime_trace = false\n");

        assertThat(entries).extracting(Entry::key).contains("steps.0.enable_runtime_trace");
    }

    @Test
    void read_yamlNorway_staysText() {
        assertThat(entries(Format.YAML, "a: no\nb: 0x0\nc: ~\nd: \"~\"\ne: 1e400\n"))
                .extracting(Entry::text)
                .containsExactly("no", "0x0", "", "~", "1e400");
    }

    @Test
    void read_windowsLineEnds_areLineEnds() {
        assertThat(entries(Format.YAML, "a: 1\r\nb: 2\r\n")).hasSize(2);
    }

    private static List<Entry> entries(Format format, String text) {
        return ((Content.Entries) ConfigText.read(format, text.getBytes(StandardCharsets.UTF_8))).all();
    }
}
