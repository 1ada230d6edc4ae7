package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What an answer means for what was posted.
 *
 * <p>A backend begins with {@link #standard()} and names the statuses that its vendor means otherwise. Immutable.
 */
public final class AnswerTable {

    /** What becomes of the signals. */
    public enum Verdict {
        /** The receiver has them. */
        DELIVERED,
        /** Too large together. */
        TOO_LARGE,
        /** Worth another try. */
        RETRY,
        /** Held until a setting is mended. */
        PAUSE,
        /** Lost: the receiver will never take them. */
        REJECT
    }

    private final Map<Integer, Verdict> exceptions;
    private final Duration unsaid;
    private final Duration most;

    private AnswerTable(Map<Integer, Verdict> exceptions, Duration unsaid, Duration most) {
        this.exceptions = Collections.unmodifiableMap(exceptions);
        this.unsaid = unsaid;
        this.most = most;
    }

    /**
     * 2xx delivered, unless it is a page for people; 413 too large; 429 and 5xx another try; 3xx, 401, 403, 404, 405 and 407 a pause; the
     * other 4xx rejected.
     */
    public static AnswerTable standard() {
        return new AnswerTable(new HashMap<>(), Duration.ZERO, RetryAfter.MOST);
    }

    /** The same with another verdict on these statuses. */
    public AnswerTable with(Verdict verdict, int... statuses) {
        Map<Integer, Verdict> more = new HashMap<>(exceptions);
        for (int status : statuses) {
            more.put(status, verdict);
        }
        return new AnswerTable(more, unsaid, most);
    }

    /** The same with a wait for a 429 that does not say how long. */
    public AnswerTable waitingUnsaid(Duration wait) {
        return new AnswerTable(new HashMap<>(exceptions), wait, most);
    }

    /** The same with a shorter longest wait. */
    public AnswerTable waitingAtMost(Duration wait) {
        return new AnswerTable(new HashMap<>(exceptions), unsaid, wait);
    }

    /** What the status alone means. */
    public Verdict verdict(int status) {
        Verdict exception = exceptions.get(status);
        if (exception != null) {
            return exception;
        }
        if (status >= 200 && status < 300) {
            return Verdict.DELIVERED;
        }
        if (status == 413) {
            return Verdict.TOO_LARGE;
        }
        if (status == 429 || (status >= 500 && status < 600)) {
            return Verdict.RETRY;
        }
        if (status >= 400 && status < 500) {
            return status == 401 || (status >= 403 && status <= 405) || status == 407 ? Verdict.PAUSE : Verdict.REJECT;
        }
        // Redirects, and what HTTP does not know: somebody else is answering.
        return Verdict.PAUSE;
    }

    /**
     * What the answer means for the first {@code count} signals.
     *
     * @param now for a {@code Retry-After} that is a date
     */
    public DeliveryResult result(HttpAnswer answer, int count, Instant now) {
        String reason = answer.toString();
        if (!answer.answered()) {
            return new DeliveryResult.RetryLater(Duration.ZERO, reason);
        }
        if (answer.successful() && answer.html()) {
            return new DeliveryResult.Paused(reason + " with an HTML page, which is not from the receiver");
        }
        return switch (verdict(answer.status())) {
            case DELIVERED -> new DeliveryResult.Delivered(count);
            case TOO_LARGE -> new DeliveryResult.TooLarge(count, reason);
            case RETRY -> new DeliveryResult.RetryLater(wait(answer, now), reason);
            case PAUSE -> new DeliveryResult.Paused(reason);
            case REJECT -> new DeliveryResult.Rejected(count, reason);
        };
    }

    private Duration wait(HttpAnswer answer, Instant now) {
        Duration asked = RetryAfter.of(answer, now).orElse(answer.status() == 429 ? unsaid : Duration.ZERO);
        return asked.compareTo(most) > 0 ? most : asked;
    }
}
