package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration NOT_SAID = Duration.ZERO;
    private final Backoff backoff = new Backoff(new SplittableRandom(7));

    @Test
    void millis_firstFailures_jitterUnderADoublingCeiling() {
        long[] longest = new long[5];
        for (int i = 0; i < 5_000; i++) {
            for (int failures = 1; failures < Backoff.OPEN_AFTER; failures++) {
                longest[failures] = Math.max(longest[failures], backoff.millis(failures, NOT_SAID));
            }
        }

        assertThat(longest[1]).isBetween(900L, 1_000L);
        assertThat(longest[2]).isBetween(1_800L, 2_000L);
        assertThat(longest[3]).isBetween(3_600L, 4_000L);
        assertThat(longest[4]).isBetween(7_200L, 8_000L);
    }

    @Test
    void millis_manyFailures_isBetweenSixAndElevenMinutes() {
        for (int failures = 10; failures < 1_000_000; failures = failures * 3 + 1) {
            assertThat(backoff.millis(failures, NOT_SAID)).isBetween(360_000L, 660_000L);
        }
    }

    @Test
    void millis_askedForLonger_waitsThatLong() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.millis(1 + i % 20, Duration.ofSeconds(120))).isGreaterThanOrEqualTo(120_000);
        }
    }

    @Test
    void millis_askedForNonsense_staysWithinAnHour() {
        assertThat(backoff.millis(1, Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(3_600_000);
        assertThat(backoff.millis(1, Duration.ofDays(400))).isEqualTo(3_600_000);
        assertThat(backoff.millis(1, Duration.ofSeconds(Long.MIN_VALUE))).isBetween(100L, 1_000L);
        assertThat(backoff.millis(1, Duration.ofSeconds(-5))).isBetween(100L, 1_000L);
    }

    @Test
    void millis_aThousandClientsAfterAnOutage_peakSecondIsSmall() {
        Map<Long, Integer> bySecond = new HashMap<>();
        for (int client = 0; client < 1_000; client++) {
            Backoff own = new Backoff(new SplittableRandom(client));
            bySecond.merge(own.millis(12, NOT_SAID) / 1_000, 1, Integer::sum);
        }

        assertThat(bySecond.values().stream().mapToInt(Integer::intValue).max().orElseThrow())
                .isLessThanOrEqualTo(50);
    }
}
