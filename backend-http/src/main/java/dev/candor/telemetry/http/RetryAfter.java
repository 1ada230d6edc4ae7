package dev.candor.telemetry.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a receiver asks to be left alone: RFC 9110, 10.2.3, and decimals as Sentry sends them. */
public final class RetryAfter {
    /** The least that is waited, also for a date that has passed. */
    public static final Duration LEAST = Duration.ofSeconds(1);

    /** The most that is waited, whatever the receiver says. */
    public static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    /** What the answer's {@code Retry-After} says, within {@link #LEAST} and {@link #MOST}; the longest where there are several. */
    public static Optional<Duration> of(HttpAnswer answer, Instant now) {
        return longest(answer.headers("Retry-After"), now);
    }

    static Optional<Duration> longest(List<String> values, Instant now) {
        Duration longest = null;
        for (String value : values) {
            Duration one = parse(value.strip(), now);
            if (one != null && (longest == null || one.compareTo(longest) > 0)) {
                longest = one;
            }
        }
        return Optional.ofNullable(longest);
    }

    private static @Nullable Duration parse(String value, Instant now) {
        if (value.isEmpty() || value.length() > 64) {
            return null;
        }
        return number(value) ? seconds(value) : date(value, now);
    }

    /** Digits with a sign, a point or an exponent. Not what else {@link Double#parseDouble} takes: NaN, hexadecimal, 5d. */
    private static boolean number(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Duration seconds(String value) {
        try {
            double seconds = Double.parseDouble(value);
            // A negative number is as wrong as a word; a receiver that sends it has asked for nothing.
            return seconds < 0 ? null : clamp(Duration.ofMillis((long) Math.ceil(Math.min(seconds, 3600) * 1000)));
        } catch (NumberFormatException notNumber) {
            return null;
        }
    }

    private static @Nullable Duration date(String value, Instant now) {
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return clamp(Duration.between(now, until));
        } catch (DateTimeException | ArithmeticException notDate) {
            return null;
        }
    }

    private static Duration clamp(Duration asked) {
        if (asked.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return asked.compareTo(MOST) > 0 ? MOST : asked;
    }
}
