package dev.candor.telemetry.core.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonLineTest {

    @Test
    void ended_severalFields_isOneLine() {
        byte[] line = new JsonLine(0).text("a", "one\ntwo").number("b", -3).ended();

        assertThat(new String(line, UTF_8)).isEqualTo("{\"a\":\"one\\u000atwo\",\"b\":-3}\n");
    }

    @Test
    void text_firstBytes_areThose() {
        byte[] line =
                new JsonLine(16).text("a", "shown and not".getBytes(UTF_8), 5).ended();

        assertThat(new String(line, UTF_8)).isEqualTo("{\"a\":\"shown\"}\n");
    }

    @Test
    void text_everyCharacter_isReadBack() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
            if (each < Character.MIN_SURROGATE || each > Character.MAX_SURROGATE) {
                all.appendCodePoint(each);
            }
        }

        byte[] line = new JsonLine(16).text("all", all.toString()).ended();

        String read = new ObjectMapper().readTree(line).path("all").asText();
        assertThat(read.equals(all.toString())).isTrue();
    }
}
