package dev.candor.telemetry.posthog;

import dev.candor.telemetry.http.Abreast;
import dev.candor.telemetry.http.AnswerTable;
import dev.candor.telemetry.http.AnswerTable.Verdict;
import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.HttpAnswer;
import dev.candor.telemetry.http.HttpPost;
import dev.candor.telemetry.http.Post;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Posts batches to {@code /batch}, written by PostHog's own client.
 *
 * <p>A batch is at most 256 events and 1 MB, and all of its events are either at least 48 hours old or none is: PostHog takes old ones
 * as a historical import. Nothing of PostHog's client is loaded before the first batch.
 */
final class PostHogBackend implements Backend {
    /** Half of what the pipeline brings, so that one half is written while the other is on its way. */
    private static final int MOST_EVENTS = 256;

    /** A kill repeats as many batches at most. */
    private static final int MOST_ABREAST = 2;

    private static final int MOST_BYTES = 1024 * 1024;
    private static final Duration HISTORICAL = Duration.ofDays(2);

    /** A program may bring another version, whose constructors differ; nothing is lost until it is put right. */
    private static final String OTHER_CLIENT =
            "PostHog's client on the class path is missing or of another version; com.posthog:posthog 6.6.5 is needed";

    /** 408 is the one status that PostHog's clients retry and the standard table rejects. */
    private static final AnswerTable ANSWERS = AnswerTable.standard().with(Verdict.RETRY, 408);

    private final PostHogSettings settings;
    private final Endpoint endpoint;
    private final HttpPost http;
    private final Clock clock;
    private final Abreast posts;
    private @Nullable BatchEncoder encoder;

    PostHogBackend(PostHogSettings settings, Receipts receipts, Clock clock) {
        this.settings = settings;
        this.endpoint = settings.host().resolve("batch");
        this.http = new HttpPost(receipts, settings.limits());
        this.clock = clock;
        this.posts = new Abreast(MOST_ABREAST, MOST_ABREAST, this::begin);
    }

    @Override
    public DeliveryResult export(List<Signal> batch) {
        try {
            return posts.export(batch);
        } catch (LinkageError otherClient) {
            return new DeliveryResult.Paused(OTHER_CLIENT);
        }
    }

    private Abreast.Step begin(List<Signal> batch) {
        Part part = first(batch);
        if (part.tooLarge()) {
            return Abreast.Step.unsent(new DeliveryResult.TooLarge(1, "an event over 1 MB"));
        }
        HttpPost.Begun begun = http.begin(post(part.body()));
        return Abreast.Step.begun(part.signals().size(), () -> result(part.signals(), begun.await()));
    }

    private DeliveryResult result(List<Signal> signals, HttpAnswer answer) {
        DeliveryResult result = ANSWERS.result(answer, signals.size(), clock.instant());
        return result instanceof DeliveryResult.Delivered ? QuotaAnswer.read(answer.text(), signals) : result;
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        List<Payload> posts = new ArrayList<>();
        List<Signal> left = batch;
        while (!left.isEmpty()) {
            Part part = first(left);
            if (!part.tooLarge()) {
                posts.add(post(part.body()).payload());
            }
            left = left.subList(part.signals().size(), left.size());
        }
        return posts;
    }

    @Override
    public void close() {
        encoder = null;
    }

    /** As many of the first signals as go into one post; one where even that is too large. */
    private Part first(List<Signal> batch) {
        Instant old = clock.instant().minus(HISTORICAL);
        boolean historical = !batch.get(0).header().time().isAfter(old);
        int count = 1;
        while (count < Math.min(batch.size(), MOST_EVENTS)
                && historical == !batch.get(count).header().time().isAfter(old)) {
            count++;
        }
        List<Signal> signals = batch.subList(0, count);
        byte[] body = encoder().encode(signals, historical);
        while (body.length > MOST_BYTES && signals.size() > 1) {
            signals = signals.subList(0, signals.size() / 2);
            body = encoder().encode(signals, historical);
        }
        return new Part(signals, body);
    }

    private BatchEncoder encoder() {
        BatchEncoder open = encoder;
        if (open == null) {
            open = new BatchEncoder(settings.key());
            encoder = open;
        }
        return open;
    }

    private Post post(byte[] body) {
        return Post.to(endpoint)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "candor-posthog/" + Version.CURRENT)
                .gzip(body);
    }

    /** What goes into one post. */
    @SuppressWarnings("ArrayRecordComponent") // made and read in one call, never compared
    private record Part(List<Signal> signals, byte[] body) {
        boolean tooLarge() {
            return body.length > MOST_BYTES;
        }
    }
}
