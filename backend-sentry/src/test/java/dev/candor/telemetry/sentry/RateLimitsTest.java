package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {
    private static final Instant NOW = Samples.TIME;

    private final RateLimits limits = new RateLimits();

    private static HttpAnswer answer(int status, String header, String... values) {
        return HttpAnswer.of(status, Map.of(header, List.of(values)), new byte[0]);
    }

    private List<Long> held() {
        return List.of(
                limits.held(Category.ERROR, NOW).toSeconds(),
                limits.held(Category.TRANSACTION, NOW).toSeconds(),
                limits.held(Category.LOG, NOW).toSeconds());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60:error:key                                   | 60, 0, 0",
                "60:default:key                                 | 60, 0, 0",
                "60:transaction;log_item:organization:quota     | 0, 60, 60",
                "60:log_byte:key                                | 0, 0, 60",
                "60:attachment;session:key                      | 0, 0, 0",
                "50:transaction:key, 2700:default;error;security:organization | 2700, 50, 0",
                "60::key                                        | 60, 60, 60",
                "60                                             | 60, 60, 60",
                "2.9:error:key                                  | 2, 0, 0",
                "x:error:key                                    | 60, 0, 0",
                "-5:error:key                                   | 0, 0, 0",
                "99999999:error:key                             | 86400, 0, 0",
                "''                                             | 0, 0, 0",
                ":error                                         | 0, 0, 0",
                "60:error:key,10:error:key                      | 60, 0, 0",
            })
    void note_header_holdsItsCategories(String header, String seconds) {
        limits.note(answer(200, "X-Sentry-Rate-Limits", header), Category.ERROR, NOW);

        assertThat(held().toString()).isEqualTo("[" + seconds + "]");
    }

    @Test
    void note_headerTwice_isReadWhole() {
        limits.note(answer(200, "x-sentry-rate-limits", "10:error:key", "20:transaction:key"), Category.ERROR, NOW);

        assertThat(held()).containsExactly(10L, 20L, 0L);
    }

    @Test
    void note_429WithRetryAfter_holdsWhatWasSent() {
        limits.note(answer(429, "Retry-After", "7"), Category.TRANSACTION, NOW);

        assertThat(held()).containsExactly(0L, 7L, 0L);
    }

    @Test
    void note_bare429_holdsForAMinute() {
        limits.note(answer(429, "X", "y"), Category.LOG, NOW);

        assertThat(held()).containsExactly(0L, 0L, 60L);
    }

    @Test
    void note_429ThatNamesAnotherCategory_holdsBoth() {
        limits.note(answer(429, "X-Sentry-Rate-Limits", "30:transaction:key"), Category.ERROR, NOW);

        assertThat(held()).containsExactly(60L, 30L, 0L);
    }

    @Test
    void held_afterItsTime_isOver() {
        limits.note(answer(200, "X-Sentry-Rate-Limits", "60:error:key"), Category.ERROR, NOW);

        assertThat(limits.held(Category.ERROR, NOW.plusSeconds(59))).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.held(Category.ERROR, NOW.plusSeconds(60))).isZero();
    }

    @Test
    void held_clockSetBack_isOver() {
        limits.note(answer(200, "X-Sentry-Rate-Limits", "60:error:key"), Category.ERROR, NOW);

        assertThat(limits.held(Category.ERROR, NOW.minusSeconds(3600))).isZero();
    }

    @Test
    void note_shorterHold_keepsTheLonger() {
        limits.note(answer(200, "X-Sentry-Rate-Limits", "60:error:key"), Category.ERROR, NOW);
        limits.note(answer(200, "X-Sentry-Rate-Limits", "5:error:key"), Category.ERROR, NOW);

        assertThat(held()).containsExactly(60L, 0L, 0L);
    }
}
