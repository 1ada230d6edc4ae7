package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.ConsentRules.Format;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan answers exactly as the parser, or declines. */
class PlainScanTest {
    private static final int ROUNDS = Boolean.getBoolean("candor.soak") ? 100_000 : 2_500;

    private static final String[] TOML_PIECES = {
        "[runtime]",
        "[a]",
        "[ a ]",
        "[a.b]",
        "[[a]]",
        "[]",
        "a",
        "b",
        "tracking",
        "loader_telemetry",
        "\"q\"",
        "'q'",
        "a.b",
        " = ",
        "=",
        " =",
        "true",
        "false",
        "True",
        "1",
        "0",
        "-1",
        "+1",
        "01",
        "1_000",
        "0x1",
        "1.5",
        "inf",
        "\"text\"",
        "\"\"",
        "''",
        "'it'",
        "\"a\\nb\"",
        "\"\"\"m\"\"\"",
        "\"open",
        "[1, 2]",
        "{a = 1}",
        "# note",
        " #",
        "#",
        "\n",
        "\n",
        "\n",
        "\r\n",
        " ",
        "\t",
        "é",
        "\"é\"",
        "1979-05-27",
        "12345678901234567890",
        "\\",
        "\"tab\there\""
    };

    private static final String[] YAML_PIECES = {
        "tracking",
        "a",
        "b",
        "runtime",
        "loader_telemetry",
        ":",
        ": ",
        ":  ",
        ":\n",
        ":\n  ",
        "\n  ",
        "\n    ",
        "\n",
        "\n",
        "\n",
        "\r\n",
        "true",
        "false",
        "yes",
        "no",
        "null",
        "~",
        "1",
        "0x1",
        "1.5",
        "1e3",
        "2001-01-01",
        "12:30",
        "http://x/y:1",
        "\"text\"",
        "''",
        "'it''s'",
        "\"a\\n\"",
        "# note",
        " # note",
        "#",
        "- a",
        "-",
        "[1, 2]",
        "{a: 1}",
        "&x",
        "*x",
        "!!str",
        "|",
        ">",
        "---",
        "...",
        "%YAML 1.1",
        "<<",
        "?",
        "@",
        "`",
        "a b",
        "é",
        "\"é\"",
        "\t",
        " ",
        "text:",
        "k: v: w",
        "%",
        "=",
        "a#b",
        "a/b",
        "...",
        ".5",
        "_",
        "text"
    };

    @ParameterizedTest
    @EnumSource(names = {"TOML", "YAML"})
    void scan_randomPieces_equalsParserOrDeclines(Format format) {
        Random random = new Random(7);
        String[] pieces = format == Format.TOML ? TOML_PIECES : YAML_PIECES;
        int answered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(9) + 1; i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }

            answered += compare(format, text.toString());
        }
        assertThat(answered).as("the scan answers some of them").isGreaterThan(ROUNDS / 50);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOML", "YAML"})
    void scan_plausibleFilesWithOneSlip_equalsParserOrDeclines(Format format) {
        Random random = new Random(11);
        String alphabet = "abtrue01 \t\n:=#\"'[]{}.-_~,&*!|>%@\\é";
        int answered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(plausible(format, random));
            for (int slips = random.nextInt(3); slips > 0; slips--) {
                int at = random.nextInt(text.length());
                char slip = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, slip);
                    case 1 -> text.insert(at, slip);
                    default -> text.deleteCharAt(at);
                }
            }

            answered += compare(format, text.toString());
        }
        assertThat(answered).as("the scan answers many of them").isGreaterThan(ROUNDS / 4);
    }

    private static String plausible(Format format, Random random) {
        boolean toml = format == Format.TOML;
        String[] values = {"true", "false", "1", "\"yes\"", "'no'", "\"https://k@host/1\"", toml ? "0" : "off", "\"\""};
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "# settings\n" : "");
        for (int key = 0; key < 3; key++) {
            text.append("key").append(key).append(toml ? " = " : ": ").append(values[random.nextInt(values.length)]);
            text.append(random.nextBoolean() ? " # note\n" : "\n");
        }
        text.append(toml ? "[runtime]\n" : "runtime:\n");
        for (int key = 0; key < 2; key++) {
            text.append(toml ? "" : "  ").append("inner").append(key).append(toml ? " = " : ": ");
            text.append(values[random.nextInt(values.length)]).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tracking: false\n",
                "# c\ntracking: true # yes\nworkspace: \"acme\"\n",
                "runtime:\n  loader_telemetry: off\n  sentry_dsn: https://k@h/1\n",
                "a:\nb: 1\n"
            })
    void scan_ordinaryYaml_answers(String text) {
        assertThat(compare(Format.YAML, text)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[runtime]\ndlthub_telemetry=false\n",
                "enable_runtime_trace=false",
                "# c\n[runtime] # d\nsentry_dsn = \"https://k@h/1\"\nlevel = 3\n",
                "title = \"Zürich\" # ü\n"
            })
    void scan_ordinaryToml_answers(String text) {
        assertThat(compare(Format.TOML, text)).isEqualTo(1);
    }

    @Test
    void scan_tomlEscapes_declines() throws RefusedException {
        assertThat(new PlainToml("a = \"\\u0031\"\n").scan()).isNull();
    }

    private static int compare(Format format, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Content byParser = ConfigText.readByParser(format, bytes);
        String folded = text.replace("\r\n", "\n");
        Content byScan;
        try {
            TextCheck.decode(bytes);
        } catch (RefusedException refused) {
            return 0;
        }
        try {
            byScan = format == Format.TOML ? new PlainToml(folded).scan() : new PlainYaml(folded).scan();
            if (format == Format.YAML) {
                PlainYaml.requireEnd(folded);
            }
        } catch (RefusedException refused) {
            assertThat(byParser).as("refused by the scan: %s", text).isInstanceOf(Content.Refused.class);
            return 1;
        }
        if (byScan == null) {
            return 0;
        }
        assertThat(byParser).as("by the parser: %s", text).isInstanceOf(Content.Entries.class);
        assertThat(sorted(byScan)).as("by the scan: %s", text).isEqualTo(sorted(byParser));
        return 1;
    }

    private static List<Entry> sorted(Content content) {
        List<Entry> entries = new ArrayList<>(((Content.Entries) content).all());
        entries.sort(Comparator.comparing(Entry::key));
        return entries;
    }
}
