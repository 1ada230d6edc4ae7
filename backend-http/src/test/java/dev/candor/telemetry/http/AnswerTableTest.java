package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.http.AnswerTable.Verdict;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.DeliveryResult.Paused;
import dev.candor.telemetry.spi.DeliveryResult.Rejected;
import dev.candor.telemetry.spi.DeliveryResult.RetryLater;
import dev.candor.telemetry.spi.DeliveryResult.TooLarge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTableTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final AnswerTable STANDARD = AnswerTable.standard();

    private static HttpAnswer answer(int status) {
        return HttpAnswer.of(status, Map.of(), new byte[0]);
    }

    private static HttpAnswer answer(int status, String header, String value, String body) {
        return HttpAnswer.of(status, Map.of(header, List.of(value)), body.getBytes(StandardCharsets.UTF_8));
    }

    private static DeliveryResult standard(HttpAnswer answer) {
        return STANDARD.result(answer, 3, NOW);
    }

    @Test
    void verdict_eachStatus_isAsInTheTable() {
        for (int status = 100; status < 1000; status++) {
            Verdict expected = switch (status) {
                case 401, 403, 404, 405, 407 -> Verdict.PAUSE;
                case 413 -> Verdict.TOO_LARGE;
                case 429 -> Verdict.RETRY;
                default ->
                    switch (status / 100) {
                        case 2 -> Verdict.DELIVERED;
                        case 4 -> Verdict.REJECT;
                        case 5 -> Verdict.RETRY;
                        default -> Verdict.PAUSE;
                    };
            };
            assertThat(STANDARD.verdict(status)).as("status " + status).isEqualTo(expected);
        }
    }

    @Test
    void result_eachVerdict_isItsResult() {
        assertThat(standard(answer(202))).isEqualTo(new Delivered(3));
        assertThat(standard(answer(413))).isEqualTo(new TooLarge(3, "413"));
        assertThat(standard(answer(500))).isEqualTo(new RetryLater(Duration.ZERO, "500"));
        assertThat(standard(answer(302))).isEqualTo(new Paused("302"));
        assertThat(standard(answer(400))).isEqualTo(new Rejected(3, "400"));
        assertThat(standard(HttpAnswer.failed("no connection")))
                .isEqualTo(new RetryLater(Duration.ZERO, "no connection"));
    }

    @Test
    void result_pageForPeople_pausesWhenItClaimsSuccess() {
        assertThat(standard(answer(200, "content-type", "Text/HTML; charset=utf-8", "x")))
                .isInstanceOf(Paused.class);
        assertThat(standard(answer(200, "X", "y", " <!DOCTYPE html><title>"))).isInstanceOf(Paused.class);
        assertThat(standard(answer(200, "X", "y", "{}"))).isInstanceOf(Delivered.class);
        assertThat(standard(answer(200, "Content-Type", "application/json", "<html>")))
                .isInstanceOf(Delivered.class);
        assertThat(standard(answer(502, "Content-Type", "text/html", "<html>"))).isInstanceOf(RetryLater.class);
        assertThat(standard(answer(413, "Content-Type", "text/html", "<html>"))).isInstanceOf(TooLarge.class);
    }

    @Test
    void result_retryAfter_isWaitedForWithinTheLongest() {
        AnswerTable brief = STANDARD.waitingAtMost(Duration.ofSeconds(300)).waitingUnsaid(Duration.ofSeconds(60));

        assertThat(brief.result(answer(429, "Retry-After", "9", ""), 1, NOW))
                .isEqualTo(new RetryLater(Duration.ofSeconds(9), "429"));
        assertThat(brief.result(answer(429, "Retry-After", "900", ""), 1, NOW))
                .isEqualTo(new RetryLater(Duration.ofSeconds(300), "429"));
        assertThat(brief.result(answer(503, "Retry-After", "9", ""), 1, NOW))
                .isEqualTo(new RetryLater(Duration.ofSeconds(9), "503"));
        assertThat(brief.result(answer(429), 1, NOW)).isEqualTo(new RetryLater(Duration.ofSeconds(60), "429"));
        assertThat(brief.result(answer(503), 1, NOW)).isEqualTo(new RetryLater(Duration.ZERO, "503"));
    }

    @Test
    void with_someStatuses_changesOnlyThese() {
        AnswerTable changed = STANDARD.with(Verdict.RETRY, 408, 410);

        assertThat(changed.verdict(408)).isEqualTo(Verdict.RETRY);
        assertThat(changed.verdict(410)).isEqualTo(Verdict.RETRY);
        assertThat(changed.verdict(409)).isEqualTo(Verdict.REJECT);
        assertThat(STANDARD.verdict(408)).isEqualTo(Verdict.REJECT);
    }
}
