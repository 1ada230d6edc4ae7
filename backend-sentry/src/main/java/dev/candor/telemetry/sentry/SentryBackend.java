package dev.candor.telemetry.sentry;

import dev.candor.telemetry.http.Abreast;
import dev.candor.telemetry.http.AnswerTable;
import dev.candor.telemetry.http.HttpAnswer;
import dev.candor.telemetry.http.HttpPost;
import dev.candor.telemetry.http.Post;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts envelopes: one event, one transaction, or some log items in each.
 *
 * <p>Sentry takes one event an envelope, so a few are posted side by side while the receiver takes them; after any other answer one alone.
 * Statuses mean what {@code docs/backends/sentry.md} lists. Sentry tells its clients to discard on 429 and 5xx; the spool holds
 * instead, and keeps the pause that Sentry asks for.
 */
final class SentryBackend implements Backend {
    /** An event's limits (docs.sentry.io, "Size Limits"), read as powers of ten so that either reading is kept. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int MOST_WIRE_BYTES = 200_000;

    private static final int MOST_ABREAST = 8;

    /** A kill repeats as many envelopes at most. */
    private static final int MOST_TOGETHER = 16;

    private static final Duration AFTER_SERVER_ERROR = Duration.ofMinutes(1);
    private static final AnswerTable ANSWERS = AnswerTable.standard();

    private final Envelopes envelopes;
    private final HttpPost http;
    private final Clock clock;
    private final RateLimits limits = new RateLimits();
    private final Abreast posts;

    private SentryBackend(Envelopes envelopes, HttpPost http, Clock clock) {
        this.envelopes = envelopes;
        this.http = http;
        this.clock = clock;
        this.posts = new Abreast(MOST_ABREAST, MOST_TOGETHER, this::begin);
    }

    /** Makes the client; nothing is sent. */
    static SentryBackend open(SentrySettings settings, Receipts receipts, Clock clock) throws SettingsException {
        return new SentryBackend(Envelopes.open(settings, clock), new HttpPost(receipts, settings.limits()), clock);
    }

    @Override
    public DeliveryResult export(List<Signal> batch) {
        return posts.export(batch);
    }

    /** Begins to send what goes into one envelope. */
    private Abreast.Step begin(List<Signal> batch) {
        Category category = Category.of(batch.get(0)).orElse(null);
        if (category == null) {
            return Abreast.Step.unsent(new DeliveryResult.Rejected(1, "Sentry has no place for it"));
        }
        Duration held = limits.held(category, clock.instant());
        if (!held.isZero()) {
            return Abreast.Step.unsent(new DeliveryResult.RetryLater(held, "rate limit"));
        }
        List<Signal> together = batch.subList(0, category.together(batch));
        Optional<Post> post;
        try {
            post = envelopes.post(category, together);
        } catch (RuntimeException notEncoded) {
            // Alone it is known which one it was.
            return together.size() > 1
                    ? begin(together.subList(0, 1))
                    : Abreast.Step.unsent(new DeliveryResult.Rejected(
                            1, "cannot be encoded: " + notEncoded.getClass().getName()));
        }
        if (post.isEmpty()) {
            // Sentry's client drops what is captured inside one of its callbacks. This thread is in none, but the host
            // decides that.
            return Abreast.Step.unsent(new DeliveryResult.RetryLater(Duration.ZERO, "Sentry's client kept it back"));
        }
        int raw = post.get().payload().body().length;
        if (raw > MOST_BYTES || post.get().wire().length > MOST_WIRE_BYTES) {
            return Abreast.Step.unsent(
                    new DeliveryResult.TooLarge(together.size(), "over Sentry's limits: " + raw + " bytes"));
        }
        HttpPost.Begun begun = http.begin(post.get());
        return Abreast.Step.begun(together.size(), () -> result(category, together.size(), begun.await()));
    }

    private DeliveryResult result(Category category, int count, HttpAnswer answer) {
        Instant now = clock.instant();
        limits.note(answer, category, now);
        DeliveryResult result = ANSWERS.result(answer, count, now);
        return result instanceof DeliveryResult.RetryLater later ? later(later, answer, category, now) : result;
    }

    private DeliveryResult later(DeliveryResult.RetryLater later, HttpAnswer answer, Category category, Instant now) {
        Duration after = longer(later.after(), limits.held(category, now));
        if (answer.status() >= 500 && after.isZero()) {
            after = AFTER_SERVER_ERROR;
        }
        return new DeliveryResult.RetryLater(after, later.reason());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        List<Payload> payloads = new ArrayList<>();
        int next = 0;
        while (next < batch.size()) {
            List<Signal> rest = batch.subList(next, batch.size());
            Category category = Category.of(rest.get(0)).orElse(null);
            if (category == null) {
                next++;
                continue;
            }
            List<Signal> together = rest.subList(0, category.together(rest));
            envelopes.post(category, together).ifPresent(post -> payloads.add(post.payload()));
            next += together.size();
        }
        return payloads;
    }

    @Override
    public void close() {
        envelopes.close();
    }
}
