package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;

/** The check before the TOML parser refuses nothing that the parser accepts. */
class TomlLinesTest {
    private static final int ROUNDS = Boolean.getBoolean("candor.soak") ? 100_000 : 2_500;

    private static final String[] PIECES = {
        "[a]\n",
        "[[a]]\n",
        "[a.b]\n",
        "a",
        "b",
        "c.d",
        "\"q=#\"",
        "'q]'",
        " = ",
        "=",
        "1\n",
        "true\n",
        "1.5 # c\n",
        "\"t\"\n",
        "'#['\n",
        "\"\\\"]\"\n",
        "\"\"\"m\n=\n\"\"\"\n",
        "'''\n[\n'''\n",
        "[1,\n 2] # c\n",
        "[ # ]\n 1 ]\n",
        "{a = 1, b = \"}\"}\n",
        "[[1], ['[']]\n",
        "# note = [\n",
        "\n",
        "  ",
        "\t",
        "1979-05-27T07:32:00Z\n",
        "\"\"\"\"q\"\"\"\"\n",
        "inf\n"
    };

    @Test
    void check_whateverTomljAccepts_passes() {
        Random random = new Random(17);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.append(PIECES[3 + random.nextInt(5)]).append(" = ").append(PIECES[10 + random.nextInt(19)]);
                text.append(random.nextBoolean() ? "\n" : "")
                        .append(random.nextInt(3) == 0 ? PIECES[random.nextInt(29)] : "");
            }
            if (!Toml.parse(text.toString()).hasErrors()) {
                accepted++;

                assertThatCode(() -> TomlLines.check(text.toString()))
                        .as("%s", text)
                        .doesNotThrowAnyException();
            }
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 20);
    }
}
