package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.ConsentRules.Format;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files within the size that is read, of more keys and values than a config file has. */
class LargeTextTest {
    private static final int SIZE = 64 * 1024;

    /** What a parser would take hundreds of megabytes for is refused before it sees it, with the line. */
    @ParameterizedTest
    @ValueSource(strings = {"1,", "1_0,", "1,\n", "[],", "{b=1},"})
    void read_tomlOfThousandsOfValues_isRefusedAtOnce(String piece) {
        byte[] content = ("a = [" + piece.repeat(SIZE / piece.length() - 4) + "1]\n").getBytes(StandardCharsets.UTF_8);
        long start = allocated();

        Content read = ConfigText.read(Format.TOML, content);

        assertThat(allocated() - start).isLessThan(2L << 20);
        assertThat(read).isInstanceOf(Content.Refused.class);
        assertThat(((Content.Refused) read).problem()).isEqualTo("it holds more than 2,500 keys and values");
        assertThat(((Content.Refused) read).line()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"YAML a:[ 1,", "YAML a:[ {},", "JSON {\"a\":[ 1,", "JSON {\"a\":[ [],"})
    void read_yamlOrJsonOfThousandsOfValues_isRefusedAtOnce(Format format, String begin, String piece) {
        byte[] content = (begin + piece.repeat(SIZE / piece.length() - 4)).getBytes(StandardCharsets.UTF_8);
        long start = allocated();

        Content read = ConfigText.read(format, content);

        assertThat(allocated() - start).isLessThan(2L << 20);
        assertThat(read).isEqualTo(new Content.Refused("it holds more than 8,000 keys and values", 1));
    }

    @Test
    void read_yamlOrJsonOfAsManyValuesAsAreAllowed_costsLittle() {
        for (String piece : new String[] {"1,", "{},", "[],"}) {
            String text = "{\"a\": [" + piece.repeat(7_990 / (piece.length() - 1)) + "1]}\n";
            for (Format format : new Format[] {Format.YAML, Format.JSON}) {
                long start = allocated();

                assertThat(ConfigText.read(format, text.getBytes(StandardCharsets.UTF_8)))
                        .isInstanceOf(Content.Entries.class);
                assertThat(allocated() - start).as(format + piece).isLessThan(16L << 20);
            }
        }
    }

    @Test
    void read_tomlOfAsManyValuesAsAreAllowed_costsLittle() {
        for (String piece : new String[] {"1,", "1_0,", "[],", "{b=1},"}) {
            int each = piece.length() > 4 ? 3 : piece.startsWith("[") ? 2 : 1;
            String text = "a = [" + piece.repeat(2_490 / each) + "1]\n";
            long start = allocated();

            assertThat(ConfigText.read(Format.TOML, text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Content.Entries.class);
            assertThat(allocated() - start).as(piece).isLessThan(24L << 20);
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
