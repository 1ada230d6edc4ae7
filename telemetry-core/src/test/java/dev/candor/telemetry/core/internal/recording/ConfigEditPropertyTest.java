package dev.candor.telemetry.core.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.ConsentRules.Format;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Random documents: whatever else is in a file is there afterwards, character by character. */
class ConfigEditPropertyTest {

    private static final String KEY = "runtime.loader_telemetry";

    @Provide
    Arbitrary<List<String>> tomlLines() {
        return lines("a = 1", "b = \"x = y # z\"", "c.d = [1, 2] # list", "'loader_telemetry' = 3", "e = { f = true }");
    }

    @Provide
    Arbitrary<List<String>> yamlLines() {
        return lines("a: 1", "b: 'x: y # z'", "c: [1, 2] # list", "loader_telemetry: 3", "e: {f: true}");
    }

    private static Arbitrary<List<String>> lines(String... keys) {
        Arbitrary<String> comment = Arbitraries.of("# runtime.loader_telemetry = true", "# ü comment: [x", "", "#");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(2, Arbitraries.of(keys)), net.jqwik.api.Tuple.of(1, comment))
                .list()
                .uniqueElements()
                .ofMaxSize(8);
    }

    @Property(tries = 150)
    void set_randomToml_changesNothingElse(
            @ForAll("tomlLines") List<String> top,
            @ForAll("tomlLines") List<String> section,
            @ForAll("tomlLines") List<String> other,
            @ForAll boolean hasSection,
            @ForAll boolean hasKey,
            @ForAll boolean carriageReturns,
            @ForAll boolean value)
            throws Exception {
        StringBuilder text = new StringBuilder("start = 0\n");
        append(text, top, "");
        if (hasSection || hasKey) {
            text.append("[runtime] # here\n");
            List<String> inside = new ArrayList<>(section);
            inside.remove("'loader_telemetry' = 3");
            append(text, inside, "  ");
            text.append(hasKey ? "  loader_telemetry = " + !value + " # keep\n" : "");
        }
        text.append("[other]\n");
        append(text, other, "");
        String before = carriageReturns ? text.toString().replace("\n", "\r\n") : text.toString();

        String after = set(Format.TOML, before, value);

        assertOneChange(before, after);
        TomlParseResult parsed = Toml.parse(after);
        assertThat(parsed.hasErrors()).isFalse();
        assertThat(parsed.getBoolean(KEY)).isEqualTo(value);
        assertThat(flat(parsed)).isEqualTo(flat(Toml.parse(before)));
    }

    @Property(tries = 150)
    void set_randomYaml_changesNothingElse(
            @ForAll("yamlLines") List<String> top,
            @ForAll("yamlLines") List<String> section,
            @ForAll boolean hasSection,
            @ForAll boolean hasKey,
            @ForAll boolean lineEnd,
            @ForAll boolean value)
            throws Exception {
        StringBuilder text = new StringBuilder("start: 0\n");
        append(text, top, "");
        if (hasSection || hasKey) {
            text.append("runtime: # here\n");
            List<String> inside = new ArrayList<>(section);
            inside.remove("loader_telemetry: 3");
            append(text, inside, "    ");
            text.append(hasKey ? "    loader_telemetry: " + !value + " # keep\n" : "    z: 1\n");
        }
        text.append("end: here");
        String before = lineEnd ? text + "\n" : text.toString();

        String after = set(Format.YAML, before, value);

        assertOneChange(before, after);
        Map<String, Object> expected = yaml(before);
        runtime(expected).put("loader_telemetry", value);
        assertThat(yaml(after)).isEqualTo(expected);
    }

    private static String set(Format format, String text, boolean value) throws RefusedEdit {
        byte[] edited = new ConfigEdit(format).set(text.getBytes(StandardCharsets.UTF_8), KEY, Written.plain(value));
        return new String(edited, StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, List<String> lines, String indent) {
        for (String line : lines) {
            text.append(line.isEmpty() ? "" : indent).append(line).append('\n');
        }
    }

    /** What is not the same at both ends is the old value, which is at most a word, and the new one. */
    private static void assertOneChange(String before, String after) {
        int same = 0;
        while (same < before.length() && same < after.length() && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < before.length() - same
                && tail < after.length() - same
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        assertThat(before.substring(same, before.length() - tail)).matches("[a-z]{0,5}");
        assertThat(after).contains(before.substring(0, same)).endsWith(before.substring(before.length() - tail));
    }

    private static Map<String, Object> flat(TomlParseResult toml) {
        Map<String, Object> flat = new TreeMap<>();
        for (String key : toml.dottedKeySet()) {
            if (!key.equals(KEY)) {
                Object value = toml.get(key);
                flat.put(key, value instanceof org.tomlj.TomlArray array ? array.toList() : String.valueOf(value));
            }
        }
        return flat;
    }

    private static Map<String, Object> yaml(String text) {
        Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new LinkedHashMap<>(read);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> runtime(Map<String, Object> document) {
        return (Map<String, Object>) document.computeIfAbsent("runtime", absent -> new LinkedHashMap<>());
    }
}
