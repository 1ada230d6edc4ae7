package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.candor.telemetry.core.ConsentRules.Format;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to mislead, to overflow or to never end. */
class HostileTextTest {
    private static final int SIZE = 64 * 1024;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long MUCH = 64L << 20;

    static Stream<Arguments> refused() {
        List<Arguments> corpus = new ArrayList<>();
        for (Format each : Format.values()) {
            add(corpus, each, "empty", "");
            add(corpus, each, "byte order mark", "\ufeff" + plain(each));
            add(corpus, each, "NUL", plain(each) + "\0\n");
            add(corpus, each, "escape sequence", plain(each) + "# \u001b[2K\n");
            add(corpus, each, "line separator", "#\u2028" + plain(each));
            add(corpus, each, "next line", "#\u0085" + plain(each));
            add(corpus, each, "old Mac line ends", plain(each).replace("\n", "\r"));
            corpus.add(Arguments.of(each, "UTF-16", plain(each).getBytes(StandardCharsets.UTF_16LE)));
            corpus.add(Arguments.of(each, "overlong slash", bytes(plain(each), 0xC0, 0xAF)));
            corpus.add(Arguments.of(each, "lone surrogate", bytes(plain(each), 0xED, 0xA0, 0x80)));
            corpus.add(Arguments.of(each, "Latin-1", bytes(plain(each), 0xE9, 0x0A)));
            corpus.add(Arguments.of(each, "cut within a character", bytes(plain(each), 0xE2, 0x82)));
            add(corpus, each, "a byte too large", "#".repeat(SIZE) + "\n");
            add(corpus, each, "10 MB", "a".repeat(10 << 20));
        }
        toml(corpus);
        yaml(corpus);
        json(corpus);
        properties(corpus);
        return corpus.stream();
    }

    private static void toml(List<Arguments> corpus) {
        Format toml = Format.TOML;
        add(corpus, toml, "arrays 3,000 deep", "a = " + "[".repeat(3_000) + "]".repeat(3_000) + "\n");
        add(corpus, toml, "arrays 60,000 deep, closers in strings", "a = " + "[\"]\",".repeat(12_000) + "\n");
        add(corpus, toml, "inline tables 10,000 deep", "a = " + "{b=".repeat(10_000) + "1" + "}".repeat(10_000) + "\n");
        add(corpus, toml, "dotted key of 30,000 parts", "a" + ".a".repeat(30_000) + " = 1\n");
        add(corpus, toml, "dotted key with blanks", "a" + " . a".repeat(10_000) + " = 1\n");
        add(corpus, toml, "quoted dotted key", "\"a\"" + ".\"a\"".repeat(10_000) + " = 1\n");
        add(corpus, toml, "dotted header", "[a" + ".a".repeat(30_000) + "]\n");
        add(corpus, toml, "65 levels", "a = " + "[".repeat(65) + "]".repeat(65) + "\n");
        add(corpus, toml, "same key, other value", "tracking = false\ntracking = true\n");
        add(corpus, toml, "same key, other order", "tracking = true\ntracking = false\n");
        add(corpus, toml, "same key, quoted", "tracking = false\n\"tracking\" = true\n");
        add(corpus, toml, "same table", "[runtime]\na = 1\n[runtime]\nb = 1\n");
        add(corpus, toml, "inline table reopened", "a = {b = 1}\n[a]\nc = 1\n");
        add(corpus, toml, "array of tables against table", "[a]\nb = 1\n[[a]]\nb = 2\n");
        add(corpus, toml, "dots against a quoted dot", "a.b = 1\n\"a.b\" = 2\n");
        add(corpus, toml, "open string", "a = \"open\n");
        add(corpus, toml, "open multi-line string", "a = \"\"\"open\n");
        add(corpus, toml, "no value", "tracking =\n");
        add(corpus, toml, "half a key", "enable_runtime_tra");
        add(corpus, toml, "YAML", "tracking: false\n");
    }

    private static void yaml(List<Arguments> corpus) {
        Format yaml = Format.YAML;
        StringBuilder laughs = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char each = 'b'; each < 'z'; each++) {
            char before = (char) (each - 1);
            laughs.append(each).append(": &").append(each).append(" [");
            laughs.append(("*" + before + ", ").repeat(8))
                    .append('*')
                    .append(before)
                    .append("]\n");
        }
        add(corpus, yaml, "billion laughs", laughs.toString());
        add(corpus, yaml, "anchor that holds itself", "a: &a [*a]\n");
        add(corpus, yaml, "alias as key", "a: &a x\n*a : 1\n");
        add(corpus, yaml, "anchor never used", "tracking: &a true\n");
        add(corpus, yaml, "merge key", "a: {b: 1}\nc:\n  <<: {d: 1}\n");
        add(corpus, yaml, "flow sequences 60,000 deep", "a: " + "[".repeat(60_000) + "\n");
        add(corpus, yaml, "flow mappings 10,000 deep", "a: " + "{b: ".repeat(10_000) + "\n");
        add(corpus, yaml, "dashes 10,000 deep", "a:\n  " + "- ".repeat(10_000) + "x\n");
        add(corpus, yaml, "question marks 10,000 deep", "? ".repeat(10_000) + "x\n");
        StringBuilder stairs = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            stairs.append(" ".repeat(i)).append("a:\n");
        }
        add(corpus, yaml, "300 indentations", stairs + " ".repeat(300) + "b: 1\n");
        add(corpus, yaml, "class in a tag", "a: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x/\"]]\n");
        add(corpus, yaml, "tag of a string", "tracking: !!str true\n");
        add(corpus, yaml, "verbatim tag", "tracking: !<tag:yaml.org,2002:bool> true\n");
        add(corpus, yaml, "local tag on a mapping", "!x\na: 1\n");
        add(corpus, yaml, "tag directive", "%TAG ! tag:x,2000:\n---\na: 1\n");
        add(corpus, yaml, "version directive", "%YAML 1.1\n---\na: 1\n");
        add(corpus, yaml, "same key, other value", "tracking: false\ntracking: true\n");
        add(corpus, yaml, "same key, other order", "tracking: true\ntracking: false\n");
        add(corpus, yaml, "same key, quoted", "tracking: false\n\"tracking\": true\n");
        add(corpus, yaml, "same key, by sections and by dots", "a:\n  b: 1\na.b: 2\n");
        add(corpus, yaml, "two documents", "tracking: true\n---\ntracking: false\n");
        add(corpus, yaml, "a million empty documents", "---\n".repeat(16_000));
        add(corpus, yaml, "a list", "- tracking\n");
        add(corpus, yaml, "a text", "tracking\n");
        add(corpus, yaml, "list as key", "? [a]\n: 1\n");
        add(corpus, yaml, "tab as indentation", "a:\n\tb: 1\n");
        add(corpus, yaml, "cut after the colon", "a: 1\ntracking:");
        add(corpus, yaml, "cut within a key", "a: 1\ntracki");
        add(corpus, yaml, "open quote", "tracking: \"fal\n");
        add(corpus, yaml, "open brace", "{tracking: true");
    }

    private static void json(List<Arguments> corpus) {
        Format json = Format.JSON;
        add(corpus, json, "arrays 30,000 deep", "{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
        add(corpus, json, "objects 10,000 deep", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        add(corpus, json, "65 levels", "{\"a\":" + "[".repeat(65) + "]".repeat(65) + "}");
        add(corpus, json, "same key, other value", "{\"tracking\":false,\"tracking\":true}");
        add(corpus, json, "same key, escaped", "{\"tracking\":false,\"trackin\\u0067\":true}");
        add(corpus, json, "comment", "{/* */\"a\":1}");
        add(corpus, json, "single quotes", "{'a':1}");
        add(corpus, json, "trailing comma", "{\"a\":1,}");
        add(corpus, json, "NaN", "{\"a\":NaN}");
        add(corpus, json, "goes on", "{\"a\":1} {\"b\":2}");
        add(corpus, json, "a list", "[1]");
        add(corpus, json, "a truth", "true");
        add(corpus, json, "cut off", "{\"tracking\":fal");
        add(corpus, json, "a number of 60,000 digits", "{\"a\":" + "1".repeat(60_000) + "}");
    }

    private static void properties(List<Arguments> corpus) {
        Format properties = Format.PROPERTIES;
        add(corpus, properties, "same key, other value", "tracking=false\ntracking=true\n");
        add(corpus, properties, "same key, escaped", "tracking=false\ntrackin\\u0067=true\n");
        add(corpus, properties, "no value", "tracking");
        add(corpus, properties, "no separator", "tracking\na=1\n");
        add(corpus, properties, "cut after the separator", "tracking=");
        add(corpus, properties, "cut after a blank", "tracking = ");
        add(corpus, properties, "cut within a continuation", "tracking=fa\\");
        add(corpus, properties, "cut after a continuation", "tracking=fa\\\n  ");
        add(corpus, properties, "half an escape", "a=\\u00\n");
    }

    private static void add(List<Arguments> corpus, Format format, String name, String text) {
        corpus.add(Arguments.of(format, name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String plain(Format format) {
        return switch (format) {
            case TOML -> "tracking = true\n";
            case YAML -> "tracking: true\n";
            case JSON -> "{\"tracking\": true}\n";
            case PROPERTIES -> "tracking=true\n";
        };
    }

    private static byte[] bytes(String start, int... more) {
        byte[] first = ("# \n" + start).getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        for (int i = 0; i < more.length; i++) {
            all[first.length + i] = (byte) more[i];
        }
        return all;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void read_hostileText_isRefusedInOneLine(Format format, String name, byte[] content) {
        Content read = assertTimeoutPreemptively(LONG, () -> ConfigText.read(format, content));

        assertThat(read).isInstanceOf(Content.Refused.class);
        assertThat(((Content.Refused) read).problem()).isNotEmpty().doesNotContain("\n");
    }

    /** Text as large as is allowed at all: whatever comes out, it comes soon and does not fill the heap. */
    @ParameterizedTest
    @EnumSource
    void read_largestTexts_costLittle(Format format) {
        for (String piece : new String[] {
            "a=1\n",
            "a: 1\n",
            "[a]\n",
            "- ",
            "&a ",
            "*a ",
            "\"",
            "'",
            "\\\n",
            "a.b.c=1,",
            "{",
            "?",
            "!!a ",
            "# c\n",
            "\"\"\"\n",
            "a=[\n",
            "%a\n",
            "|\n",
            "k: |2\n  x\n",
            "\t",
            "-",
            ":",
            ","
        }) {
            byte[] content = (piece.repeat(SIZE / piece.length())).getBytes(StandardCharsets.UTF_8);
            long before = allocated();

            assertTimeoutPreemptively(LONG, () -> {
                long start = allocated();
                ConfigText.read(format, content);
                assertThat(allocated() - start).as("bytes for %s", piece).isLessThan(MUCH);
            });
            assertThat(before).isNotNegative();
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_randomDamage_neverThrows(Format format) {
        Random random = new Random(5);
        byte[] whole = plain(format).repeat(format == Format.JSON ? 1 : 2).getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 1_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }

            assertThat(ConfigText.read(format, damaged)).isNotNull();
        }
    }

    @Test
    void read_brokenToml_namesTheLine() {
        Content read = ConfigText.read(Format.TOML, "a = 1\nb = 2\nc = = 3\n".getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(new Content.Refused("it is not valid TOML", 3));
    }

    @Test
    void read_brokenYaml_namesTheLine() {
        Content read = ConfigText.read(Format.YAML, "a: 1\nb: [\n".getBytes(StandardCharsets.UTF_8));

        assertThat(((Content.Refused) read).line()).isBetween(2, 3);
    }

    @Test
    void read_sixtyFourLevels_isRead() {
        String text = "a = " + "[".repeat(63) + "]".repeat(63) + "\n";

        assertThat(ConfigText.read(Format.TOML, text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Content.Entries.class);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
