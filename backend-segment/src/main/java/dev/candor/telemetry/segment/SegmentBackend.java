package dev.candor.telemetry.segment;

import dev.candor.telemetry.http.AnswerTable;
import dev.candor.telemetry.http.AnswerTable.Verdict;
import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.HttpPost;
import dev.candor.telemetry.http.Post;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts batches of track messages to {@code /v1/import/}, the address of Segment's Java client. */
final class SegmentBackend implements Backend {
    /**
     * The table of Segment's Java client 3.5.5, which waits 300 seconds at most. Where it gives up on 511, the route pauses: that status
     * is a captive portal's (RFC 6585), and nothing is to be lost by one.
     */
    private static final AnswerTable ANSWERS = AnswerTable.standard()
            .with(Verdict.RETRY, 408, 410, 460)
            .with(Verdict.REJECT, 501, 505)
            .with(Verdict.PAUSE, 511)
            .waitingAtMost(Duration.ofMinutes(5));

    private static final String OTHER_TYPES =
            "Segment's types on the class path are missing or of another version; analytics-core 3.5.4 is needed";

    private final SegmentSettings settings;
    private final Endpoint endpoint;
    private final HttpPost http;
    private final Clock clock;
    private @Nullable BatchBody bodies;

    SegmentBackend(SegmentSettings settings, Receipts receipts, Clock clock) {
        this.settings = settings;
        this.endpoint = settings.endpoint().resolve("v1/import/");
        this.http = new HttpPost(receipts, settings.limits());
        this.clock = clock;
    }

    @Override
    public DeliveryResult export(List<Signal> batch) {
        try {
            return export(bodies().first(batch, clock.instant()));
        } catch (LinkageError otherTypes) {
            return new DeliveryResult.Paused(OTHER_TYPES);
        }
    }

    private DeliveryResult export(BatchBody.Part part) {
        if (part.sendable()) {
            return ANSWERS.result(http.send(post(part.body())), part.count(), clock.instant());
        }
        return part.tooLarge()
                ? new DeliveryResult.TooLarge(part.count(), part.problem())
                : new DeliveryResult.Rejected(part.count(), part.problem());
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        List<Payload> posts = new ArrayList<>();
        List<Signal> left = batch;
        while (!left.isEmpty()) {
            BatchBody.Part part = bodies().first(left, clock.instant());
            if (part.sendable()) {
                posts.add(post(part.body()).payload());
            }
            left = left.subList(part.count(), left.size());
        }
        return posts;
    }

    @Override
    public void close() {
        bodies = null;
    }

    private BatchBody bodies() {
        BatchBody open = bodies;
        if (open == null) {
            open = new BatchBody(settings.writeKey());
            bodies = open;
        }
        return open;
    }

    private Post post(byte[] body) {
        byte[] credentials = (settings.writeKey() + ":").getBytes(StandardCharsets.US_ASCII);
        return Post.to(endpoint)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "candor-segment/" + Version.CURRENT)
                .secretHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .body(body);
    }
}
