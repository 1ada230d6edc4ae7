package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource({
        "0, 1000",
        "1, 1000",
        "7, 7000",
        "0.2, 1000",
        "2.5, 2500",
        "' 60 ', 60000",
        "3600, 3600000",
        "3601, 3600000",
        "1e18, 3600000",
        "99999999999999999999, 3600000",
        "9223372036854775807, 3600000",
        "1e999, 3600000",
        "2e2, 200000"
    })
    void of_seconds_areClamped(String value, long millis) {
        assertThat(RetryAfter.longest(List.of(value), NOW)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({
        "'Fri, 02 Jan 2026 03:05:05 GMT', 60000",
        "'Fri, 02 Jan 2026 03:04:05 GMT', 1000",
        "'Thu, 01 Jan 1970 00:00:00 GMT', 1000",
        "'Wed, 02 Jan 2126 03:04:05 GMT', 3600000"
    })
    void of_date_isClamped(String value, long millis) {
        assertThat(RetryAfter.longest(List.of(value), NOW)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "-0.5",
                "soon",
                "NaN",
                "Infinity",
                "0x10",
                "5d",
                "1 2",
                "--",
                "e",
                "1;2",
                "Fri, 99 Jan 2026 03:05:05 GMT"
            })
    void of_nonsense_isNothing(String value) {
        assertThat(RetryAfter.longest(List.of(value), NOW)).isEmpty();
    }

    @Test
    void of_megabyte_isNothing() {
        assertThat(RetryAfter.longest(List.of("1".repeat(1 << 20)), NOW)).isEmpty();
    }

    @Test
    void of_several_isTheLongest() {
        HttpAnswer answer = HttpAnswer.of(429, Map.of("retry-after", List.of("5", "x", "90", "7")), new byte[0]);

        assertThat(RetryAfter.of(answer, NOW)).contains(Duration.ofSeconds(90));
    }
}
