package dev.example.webhook;

import dev.candor.telemetry.http.AnswerTable;
import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.HttpPost;
import dev.candor.telemetry.http.Post;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Posts up to 25 signals at once. */
final class WebhookBackend implements Backend {
    private static final int MOST = 25;

    private final Endpoint endpoint;
    private final String token;
    private final HttpPost http;
    private final AnswerTable answers;

    WebhookBackend(Endpoint endpoint, String token, HttpPost http, AnswerTable answers) {
        this.endpoint = endpoint;
        this.token = token;
        this.http = http;
        this.answers = answers;
    }

    @Override
    public DeliveryResult export(List<Signal> batch) {
        List<Signal> first = batch.subList(0, Math.min(MOST, batch.size()));
        return answers.result(http.send(post(first)), first.size(), Instant.now());
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        List<Payload> posts = new ArrayList<>();
        for (int from = 0; from < batch.size(); from += MOST) {
            posts.add(post(batch.subList(from, Math.min(from + MOST, batch.size())))
                    .payload());
        }
        return posts;
    }

    private Post post(List<Signal> signals) {
        return Post.to(endpoint)
                .header("Content-Type", "application/json")
                .secretHeader("Authorization", "Bearer " + token)
                .gzip(WebhookJson.encode(signals));
    }

    @Override
    public void close() {}
}
