package dev.candor.telemetry.otlp;

import dev.candor.telemetry.http.AnswerTable;
import dev.candor.telemetry.http.AnswerTable.Verdict;
import dev.candor.telemetry.http.HttpAnswer;
import dev.candor.telemetry.http.HttpPost;
import dev.candor.telemetry.http.Post;
import dev.candor.telemetry.otlp.KeepingSender.Request;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Signal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Posts the records of one kind for each call.
 *
 * <p>Statuses mean what OTLP says (opentelemetry.io, "OTLP/HTTP Response"): of those above 499 only 502, 503 and 504 are worth another try.
 */
final class OtlpBackend implements Backend {
    /** The most one post holds. A Collector takes 20 MiB and says 400, not 413, beyond it. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final AnswerTable ANSWERS = AnswerTable.standard()
            .with(Verdict.REJECT, IntStream.range(500, 600).toArray())
            .with(Verdict.RETRY, 502, 503, 504);

    private final OtlpSettings settings;
    private final Map<Kind, HttpPost> posts = new EnumMap<>(Kind.class);
    private final Clock clock;
    private final Exporters exporters;

    OtlpBackend(OtlpSettings settings, Receipts receipts, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.exporters = new Exporters(settings, MOST_BYTES);
        for (Kind kind : Kind.values()) {
            posts.put(kind, new HttpPost(receipts, settings.channel(kind).limits()));
        }
    }

    @Override
    public DeliveryResult export(List<Signal> batch) {
        Kind kind = Kind.of(batch.get(0));
        List<Signal> together = batch.subList(0, kind.together(batch));
        // Outside: an exporter that cannot be made is not the signals' fault.
        exporters.make(kind);
        Optional<Request> request;
        try {
            request = exporters.request(kind, together);
        } catch (RuntimeException notEncoded) {
            // Alone it is known which one it was.
            return together.size() > 1
                    ? export(together.subList(0, 1))
                    : new DeliveryResult.Rejected(
                            1, "cannot be encoded: " + notEncoded.getClass().getName());
        }
        if (request.isEmpty()) {
            return new DeliveryResult.RetryLater(Duration.ZERO, "OpenTelemetry's exporter made no request");
        }
        if (request.get().size() > MOST_BYTES) {
            return new DeliveryResult.TooLarge(
                    together.size(), request.get().size() + " bytes are more than " + MOST_BYTES);
        }
        HttpAnswer answer = Objects.requireNonNull(posts.get(kind)).send(post(kind, request.get()));
        DeliveryResult result = ANSWERS.result(answer, together.size(), clock.instant());
        return result instanceof DeliveryResult.Delivered ? delivered(together, answer) : result;
    }

    /** A receiver counts records and does not say which it refused; they are shared out among the signals, and never sent again. */
    private static DeliveryResult delivered(List<Signal> together, HttpAnswer answer) {
        long refused = PartialSuccess.refused(answer.body());
        if (refused == 0) {
            return new DeliveryResult.Delivered(together.size());
        }
        long records = 0;
        for (Signal signal : together) {
            records += Kind.records(signal);
        }
        double share = Math.min(1.0, (double) refused / Math.max(1, records));
        return new DeliveryResult.Delivered(together.size(), (int) Math.ceil(share * together.size()));
    }

    private Post post(Kind kind, Request request) {
        Channel channel = settings.channel(kind);
        Post.Head head = Post.to(channel.endpoint())
                .header("Content-Type", request.config().getContentType());
        request.config().getHeadersSupplier().get().forEach((name, values) -> head.header(name, values.get(0)));
        channel.headers().forEach(head::secretHeader);
        return channel.gzip() ? head.gzip(request.body()) : head.body(request.body());
    }

    @Override
    public List<Payload> preview(List<Signal> batch) {
        List<Payload> payloads = new ArrayList<>();
        int next = 0;
        while (next < batch.size()) {
            List<Signal> rest = batch.subList(next, batch.size());
            Kind kind = Kind.of(rest.get(0));
            List<Signal> together = rest.subList(0, kind.together(rest));
            exporters
                    .request(kind, together)
                    .ifPresent(request -> payloads.add(post(kind, request).payload()));
            next += together.size();
        }
        return payloads;
    }

    @Override
    public List<String> readable(List<Signal> batch) {
        List<String> texts = new ArrayList<>();
        int next = 0;
        while (next < batch.size()) {
            List<Signal> rest = batch.subList(next, batch.size());
            Kind kind = Kind.of(rest.get(0));
            List<Signal> together = rest.subList(0, kind.together(rest));
            texts.addAll(exporters.readable(kind, together));
            next += together.size();
        }
        return texts;
    }

    @Override
    public void close() {
        exporters.close();
    }
}
