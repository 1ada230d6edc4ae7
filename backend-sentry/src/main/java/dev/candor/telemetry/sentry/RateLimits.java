package dev.candor.telemetry.sentry;

import dev.candor.telemetry.http.HttpAnswer;
import dev.candor.telemetry.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long Sentry wants to be spared, by category (develop.sentry.dev, "Rate Limiting").
 *
 * <p>{@code X-Sentry-Rate-Limits: 60:transaction;error:key, 2700::organization} may come with any answer, also with 200. No category
 * means all. A 429 without it holds what was sent for {@code Retry-After}, or a minute.
 */
final class RateLimits {
    private static final String HEADER = "X-Sentry-Rate-Limits";
    private static final String ALL = "";
    private static final Duration UNSAID = Duration.ofSeconds(60);
    private static final double MOST_SECONDS = 24 * 3600;

    private final Map<String, Hold> holds = new HashMap<>();

    /** How long nothing of this category may be sent; zero where it may. */
    Duration held(Category category, Instant now) {
        Duration longest = left(ALL, now);
        for (String name : category.names()) {
            Duration left = left(name, now);
            longest = left.compareTo(longest) > 0 ? left : longest;
        }
        return longest;
    }

    /** Takes note of what an answer to {@code sent} asks for. */
    void note(HttpAnswer answer, Category sent, Instant now) {
        List<String> headers = answer.headers(HEADER);
        for (String header : headers) {
            for (String limit : header.split(",", -1)) {
                note(limit, now);
            }
        }
        if (answer.status() == 429 && held(sent, now).isZero()) {
            Duration asked = RetryAfter.of(answer, now).orElse(UNSAID);
            for (String name : sent.names()) {
                hold(name, asked, now);
            }
        }
    }

    private void note(String limit, Instant now) {
        String[] parts = limit.strip().split(":", -1);
        if (parts[0].isEmpty()) {
            return;
        }
        Duration asked = seconds(parts[0]);
        String categories = parts.length > 1 ? parts[1] : "";
        for (String category : categories.split(";", -1)) {
            hold(category.strip(), asked, now);
        }
    }

    private void hold(String name, Duration asked, Instant now) {
        if (left(name, now).compareTo(asked) < 0) {
            holds.put(name, new Hold(now, now.plus(asked)));
        }
    }

    private Duration left(String name, Instant now) {
        Hold hold = holds.get(name);
        return hold == null ? Duration.ZERO : hold.left(now);
    }

    private static Duration seconds(String written) {
        try {
            double seconds = Double.parseDouble(written);
            return seconds > 0 ? Duration.ofMillis((long) (Math.min(seconds, MOST_SECONDS) * 1000)) : Duration.ZERO;
        } catch (NumberFormatException notNumber) {
            return UNSAID;
        }
    }

    /** A hold that ends also when the clock is set back to before it began: it would otherwise last for as long. */
    private record Hold(Instant from, Instant until) {
        Duration left(Instant now) {
            return now.isBefore(from) || !now.isBefore(until) ? Duration.ZERO : Duration.between(now, until);
        }
    }
}
