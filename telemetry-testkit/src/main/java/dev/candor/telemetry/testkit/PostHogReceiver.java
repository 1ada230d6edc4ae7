package dev.candor.telemetry.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes PostHog's {@code POST /batch}.
 *
 * <p>After the rules of PostHog's capture service: key, event, distinct id of 1 to 200 characters; a body of at most 20 MB. Stricter than
 * it in one thing: {@code uuid} and {@code timestamp} must be there, without which PostHog cannot recognise a second copy.
 */
public final class PostHogReceiver extends Receiver<PostHogCapture> {
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final Set<String> BATCH = Set.of("api_key", "batch", "sent_at", "historical_migration");
    private static final Set<String> EVENT = Set.of("uuid", "event", "distinct_id", "timestamp", "properties", "type");
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    /** Starts to listen. */
    public PostHogReceiver() {}

    @Override
    protected List<PostHogCapture> decode(ReceivedRequest request) {
        if (!request.method().equals("POST") || !request.path().matches("/batch/?")) {
            throw refuse(request.method() + " " + request.path());
        }
        String type = request.header("content-type").orElse("");
        if (!type.matches("application/json(; ?charset=utf-8)?")) {
            throw refuse("Content-Type: " + type);
        }
        Fields body = Fields.parse("body", request.body()).only(BATCH);
        String key = body.text("api_key");
        if (body.has("sent_at")) {
            body.time("sent_at");
        }
        List<PostHogCapture> captures = new ArrayList<>();
        for (Fields event : body.objects("batch")) {
            captures.add(capture(event.only(EVENT), key));
        }
        return captures;
    }

    private static PostHogCapture capture(Fields event, String key) {
        String distinctId = event.text("distinct_id");
        event.check(
                distinctId.length() <= 200 && !distinctId.isBlank(),
                "distinct_id",
                "is blank or has more than 200 characters");
        event.time("timestamp");
        return new PostHogCapture(
                "capture",
                event.text("uuid", UUID),
                event.text("event"),
                distinctId,
                event.object("properties").node(),
                event.node(),
                key);
    }

    @Override
    protected Reply accepted(ReceivedRequest request) {
        return request.body().length > LARGEST
                ? Reply.status(413)
                : Reply.answer(200, "application/json", "{\"status\":\"Ok\"}");
    }
}
