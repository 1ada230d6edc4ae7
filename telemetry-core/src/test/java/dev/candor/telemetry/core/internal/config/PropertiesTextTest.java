package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.ConsentRules.Format;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the strict reader accepts means the same to {@link Properties}. */
class PropertiesTextTest {
    private static final String[] PIECES = {
        "a",
        "b.c",
        "tracking",
        "=",
        ":",
        " ",
        "\t",
        " = ",
        "true",
        "false",
        "\\",
        "\\\n",
        "\\\n  ",
        "\\n",
        "\\t",
        "\\:",
        "\\=",
        "\\u0041",
        "\\u00",
        "#",
        "!",
        "\n",
        "\n",
        "\r\n",
        "é",
        "\\\\",
        "x y"
    };

    @Test
    void read_randomPieces_meansTheSameAsProperties() throws IOException {
        Random random = new Random(13);
        int accepted = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(9) + 1; i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }

            Content content = ConfigText.read(Format.PROPERTIES, text.toString().getBytes(StandardCharsets.UTF_8));

            if (content instanceof Content.Entries entries) {
                accepted++;
                Properties expected = new Properties();
                expected.load(new StringReader(text.toString()));
                Properties actual = new Properties();
                entries.all().forEach(each -> actual.put(each.key(), each.text()));
                assertThat(actual).as("%s", text).isEqualTo(expected);
            }
        }
        assertThat(accepted).isGreaterThan(2_000);
    }
}
