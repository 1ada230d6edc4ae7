package dev.candor.telemetry.core.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.core.ConsentRules.Format;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigEditTest {

    private static final String KEY = "runtime.loader_telemetry";

    private static String set(Format format, String text, String key, boolean value) throws RefusedEdit {
        return text(new ConfigEdit(format).set(bytes(text), key, Written.plain(value)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void set_tomlValueThere_changesOnlyTheValue() throws Exception {
        String text =
                "# mine\n[runtime] # here\n  log = \"a = b # c\"\n  loader_telemetry = true   # keep\n[other]\nx = 1\n";

        assertThat(set(Format.TOML, text, KEY, false))
                .isEqualTo(
                        "# mine\n[runtime] # here\n  log = \"a = b # c\"\n  loader_telemetry = false   # keep\n[other]\nx = 1\n");
    }

    @Test
    void set_tomlSectionThere_addsBelowItsHeader() throws Exception {
        assertThat(set(Format.TOML, "a = 1\n\n[runtime] # x\nlog = 2\n", KEY, false))
                .isEqualTo("a = 1\n\n[runtime] # x\nloader_telemetry = false\nlog = 2\n");
    }

    @Test
    void set_tomlSectionMissing_addsItAtTheEnd() throws Exception {
        assertThat(set(Format.TOML, "# only a comment", KEY, false))
                .isEqualTo("# only a comment\n\n[runtime]\nloader_telemetry = false\n");
    }

    @Test
    void set_tomlSectionGivenByASubtable_addsAHeaderOfItsOwn() throws Exception {
        String text = "[runtime.deep]\nx = 1\n";

        assertThat(set(Format.TOML, text, KEY, false)).isEqualTo(text + "\n[runtime]\nloader_telemetry = false\n");
    }

    @Test
    void set_tomlSectionGivenByDottedKeys_addsADottedKey() throws Exception {
        String text = "runtime.log = 1\nother = 2\n[z]\n";

        assertThat(set(Format.TOML, text, KEY, false))
                .isEqualTo("runtime.log = 1\nother = 2\nruntime.loader_telemetry = false\n[z]\n");
    }

    @Test
    void set_tomlInlineTable_addsInsideIt() throws Exception {
        assertThat(set(Format.TOML, "runtime = { log = 1 }\n", KEY, false))
                .isEqualTo("runtime = { loader_telemetry = false, log = 1 }\n");
        assertThat(set(Format.TOML, "runtime = {}\n", KEY, true)).isEqualTo("runtime = {loader_telemetry = true}\n");
        assertThat(set(Format.TOML, "runtime = { a = true, loader_telemetry = true, b = true }\n", KEY, false))
                .isEqualTo("runtime = { a = true, loader_telemetry = false, b = true }\n");
    }

    @Test
    void set_tomlTopLevelKey_goesBeforeTheFirstHeader() throws Exception {
        assertThat(set(Format.TOML, "a = 1\n[runtime]\nb = 2\n", "tracking", true))
                .isEqualTo("a = 1\ntracking = true\n[runtime]\nb = 2\n");
    }

    @Test
    void set_tomlQuotedKeyAndStringValue_areUnderstood() throws Exception {
        assertThat(set(Format.TOML, "[runtime]\n\"loader_telemetry\" = \"true\" # s\n", KEY, false))
                .isEqualTo("[runtime]\n\"loader_telemetry\" = false # s\n");
    }

    @Test
    void set_tomlKeyOnlyInAComment_isAdded() throws Exception {
        assertThat(set(Format.TOML, "[runtime]\n# loader_telemetry = true\n", KEY, false))
                .isEqualTo("[runtime]\nloader_telemetry = false\n# loader_telemetry = true\n");
    }

    @Test
    void set_yamlValueThere_changesOnlyTheValue() throws Exception {
        assertThat(set(Format.YAML, "# mine\nworkspace: w # a: b\ntracking: true # keep\n", "tracking", false))
                .isEqualTo("# mine\nworkspace: w # a: b\ntracking: false # keep\n");
        assertThat(set(Format.YAML, "tracking: \"true\"\n", "tracking", false)).isEqualTo("tracking: false\n");
        assertThat(set(Format.YAML, "tracking:\nx: 1\n", "tracking", false)).isEqualTo("tracking: false\nx: 1\n");
        assertThat(set(Format.YAML, "tracking: ~ # c\n", "tracking", true)).isEqualTo("tracking: true # c\n");
    }

    /** Blaxel's own tools look for the text "tracking:" and take a comment or another key for it. */
    @ParameterizedTest
    @ValueSource(strings = {"# tracking: later\nworkspace: w\n", "error_tracking: true\n", "note: 'tracking: x'\n"})
    void set_yamlLooksAsIfTheKeyWereThere_isAddedAllTheSame(String text) throws Exception {
        assertThat(set(Format.YAML, text, "tracking", false)).isEqualTo(text + "tracking: false\n");
    }

    @Test
    void set_yamlNestedKey_isAddedWhereItsSectionIs() throws Exception {
        assertThat(set(Format.YAML, "runtime:\n    # first\n    log: 1\nz: 2\n", KEY, false))
                .isEqualTo("runtime:\n    # first\n    loader_telemetry: false\n    log: 1\nz: 2\n");
        assertThat(set(Format.YAML, "z: 2", KEY, false)).isEqualTo("z: 2\nruntime:\n  loader_telemetry: false\n");
        assertThat(set(Format.YAML, "runtime: {log: 1}\n", KEY, false))
                .isEqualTo("runtime: {loader_telemetry: false, log: 1}\n");
        assertThat(set(Format.YAML, "runtime: {}\n", KEY, false)).isEqualTo("runtime: {loader_telemetry: false}\n");
        assertThat(set(Format.YAML, "runtime:\nz: 1\n", KEY, false))
                .isEqualTo("runtime:\n  loader_telemetry: false\nz: 1\n");
        assertThat(set(Format.YAML, "{z: 1}\n", KEY, false)).isEqualTo("{runtime: {loader_telemetry: false}, z: 1}\n");
    }

    @Test
    void set_yamlWithDocumentMarks_staysInsideThem() throws Exception {
        assertThat(set(Format.YAML, "---\nz: 1\n...\n", "tracking", true))
                .isEqualTo("---\ntracking: true\nz: 1\n...\n");
    }

    @Test
    void set_json_keepsItsShape() throws Exception {
        assertThat(set(Format.JSON, "{\n  \"z\": 1,\n  \"tracking\": true\n}\n", "tracking", false))
                .isEqualTo("{\n  \"z\": 1,\n  \"tracking\": false\n}\n");
        assertThat(set(Format.JSON, "{\"z\": 1}", "tracking", false)).isEqualTo("{\"tracking\": false, \"z\": 1}");
        assertThat(set(Format.JSON, "{}", KEY, false)).isEqualTo("{\"runtime\": {\"loader_telemetry\": false}}");
        assertThat(set(Format.JSON, "{\"runtime\": {\"a\": 1}}", KEY, true))
                .isEqualTo("{\"runtime\": {\"loader_telemetry\": true, \"a\": 1}}");
    }

    @Test
    void set_properties_changesOnlyTheValue() throws Exception {
        assertThat(set(Format.PROPERTIES, "! c\na\\=b=1\nruntime.loader_telemetry : tr\\\n   ue\nz=2\n", KEY, false))
                .isEqualTo("! c\na\\=b=1\nruntime.loader_telemetry : false\nz=2\n");
        assertThat(set(Format.PROPERTIES, "a=1", KEY, true)).isEqualTo("a=1\nruntime.loader_telemetry=true\n");
        assertThat(set(Format.PROPERTIES, "#runtime.loader_telemetry=true\n", KEY, false))
                .isEqualTo("#runtime.loader_telemetry=true\nruntime.loader_telemetry=false\n");
    }

    @Test
    void set_carriageReturns_areKept() throws Exception {
        assertThat(set(Format.TOML, "[runtime]\r\na = 1\r\n", KEY, false))
                .isEqualTo("[runtime]\r\nloader_telemetry = false\r\na = 1\r\n");
        assertThat(set(Format.YAML, "tracking: true\r\nb: 1\r\n", "tracking", false))
                .isEqualTo("tracking: false\r\nb: 1\r\n");
    }

    @Test
    void set_saysSoAlready_changesNothing() throws Exception {
        byte[] text = bytes("[runtime]\nloader_telemetry = false\n");

        assertThat(new ConfigEdit(Format.TOML).set(text, KEY, Written.plain(false)))
                .isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[runtime",
                "a = 1\na = 2\n",
                "[runtime]\nloader_telemetry = [true]\n",
                "runtime = 3\n",
                "[[runtime]]\na = 1\n",
                "[runtime.loader_telemetry]\nx = 1\n"
            })
    void set_tomlThatIsDamagedOrOfAnotherShape_isRefused(String text) {
        assertThatThrownBy(() -> set(Format.TOML, text, KEY, false)).isInstanceOf(RefusedEdit.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tracking: true\ntracking: true\n",
                "a: &x true\ntracking: *x\n",
                "- a\n- b\n",
                "a: b: c\n",
                "tracking:\n  - true\n",
                "!!map {a: 1}\n",
                "a: 1\n---\nb: 1\n"
            })
    void set_yamlThatIsDamagedOrOfAnotherShape_isRefused(String text) {
        assertThatThrownBy(() -> set(Format.YAML, text, "tracking", false)).isInstanceOf(RefusedEdit.class);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void fresh_anyFormat_holdsJustTheKey(Format format) throws Exception {
        byte[] made = new ConfigEdit(format).fresh(KEY, Written.plain(false));

        assertThat(Reading.of(format, made).entry(KEY).text()).isEqualTo("false");
        assertThat(text(made)).endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# c\n", "[runtime]\na = 1 # c\n", "[runtime]\na = 1 # c\nloader_telemetry = true # d\n"})
    void undo_tomlWhatOffWrote_restoresTheText(String text) throws Exception {
        undoRestores(Format.TOML, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1 # c\n", "runtime:\n  a: 1 # c\n", "runtime:\n  a: 1\n  loader_telemetry: true # d\n"})
    void undo_yamlWhatOffWrote_restoresTheText(String text) throws Exception {
        undoRestores(Format.YAML, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1\n", "# c\nruntime.loader_telemetry = true\nz=1\n"})
    void undo_propertiesWhatOffWrote_restoresTheText(String text) throws Exception {
        undoRestores(Format.PROPERTIES, text);
    }

    private static void undoRestores(Format format, String text) throws RefusedEdit {
        ConfigEdit edit = new ConfigEdit(format);
        String note = edit.saysTrue(bytes(text), KEY) ? Written.WAS_YES : Written.BY_OFF;

        byte[] off = edit.set(bytes(text), KEY, new Written(false, note));

        assertThat(Reading.of(format, off).entry(KEY).text()).isEqualTo("false");
        String restored = text(edit.undo(off, KEY));
        // A section that had to be made stays, empty.
        assertThat(restored.replace("\n[runtime]\n", "").replace("runtime:\n", ""))
                .isEqualTo(text.replace("\n[runtime]\n", "").replace("runtime:\n", ""));
        assertThat(edit.has(bytes(restored), KEY)).isEqualTo(edit.has(bytes(text), KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runtime.loader_telemetry=true",
                "runtime.loader_telemetry=false",
                "a=1\nruntime.loader_telemetry = no"
            })
    void set_yesInALastLineThatDoesNotEnd_endsTheLine(String text) throws Exception {
        assertThat(set(Format.PROPERTIES, text, KEY, true)).endsWith("true\n");
        assertThat(set(Format.PROPERTIES, text, KEY, false)).endsWith("false");
    }

    @Test
    void undo_noThatAPersonWrote_stays() throws Exception {
        byte[] text = bytes("[runtime]\nloader_telemetry = false # mine\n");

        assertThat(new ConfigEdit(Format.TOML).undo(text, KEY)).isSameAs(text);
    }
}
