package dev.candor.telemetry.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes Sentry's envelopes.
 *
 * <p>After develop.sentry.dev, "Envelopes" and "Envelope Items", with the sizes of docs.sentry.io: an event or transaction of more than 1
 * MB, or a request of more than 200 KB compressed, is answered with 413. Sessions, client reports and attachments are refused: nobody
 * declared them.
 */
public final class SentryReceiver extends Receiver<SentryItem> {
    private static final Pattern PATH = Pattern.compile("/api/[0-9]+/envelope/");
    private static final int LARGEST_ITEM = 1024 * 1024;
    private static final int LARGEST_REQUEST = 200 * 1024;

    /** Starts to listen. */
    public SentryReceiver() {}

    /** The setting's value for a project of this receiver, with the key {@code public}. */
    public String dsn() {
        return "http://public@127.0.0.1:" + uri().getPort() + "/42";
    }

    @Override
    protected List<SentryItem> decode(ReceivedRequest request) {
        if (!request.method().equals("POST") || !PATH.matcher(request.path()).matches()) {
            throw refuse(request.method() + " " + request.path());
        }
        String type = request.header("content-type").orElse("");
        if (!type.equals("application/x-sentry-envelope")) {
            throw refuse("Content-Type: " + type);
        }
        String auth = request.header("x-sentry-auth").orElse("");
        if (!auth.startsWith("Sentry ")
                || !auth.contains("sentry_version=7")
                || !auth.matches(".*\\bsentry_key=[^, ]+.*")) {
            throw refuse("X-Sentry-Auth: " + auth);
        }
        return new SentryEnvelope(request.body()).items();
    }

    @Override
    protected Reply accepted(ReceivedRequest request) {
        if (request.wire().length > LARGEST_REQUEST || SentryEnvelope.largestItem(request.body()) > LARGEST_ITEM) {
            return Reply.status(413);
        }
        return Reply.answer(200, "application/json", "{\"id\":\"\"}");
    }

    /** Checks and takes apart one item of JSON. */
    static List<SentryItem> items(Fields header, Fields item, Fields envelope) {
        return switch (header.text("type")) {
            case "event" -> List.of(event(item, envelope));
            case "transaction" -> List.of(transaction(item, envelope));
            case "log" -> logs(header, item, envelope);
            default -> throw refuse("item of type " + header.text("type"));
        };
    }

    private static SentryItem event(Fields event, Fields envelope) {
        String id = event.text("event_id", "[0-9a-f]{32}");
        envelope.check(envelope.text("event_id").equals(id), "event_id", "is not that of the event");
        event.time("timestamp");
        event.text("platform");
        if (event.has("level")) {
            event.text("level", "fatal|error|warning|info|debug");
        }
        String name = "";
        if (event.has("exception")) {
            for (Fields thrown : event.object("exception").objects("values")) {
                name = thrown.text("type");
                if (thrown.has("stacktrace")) {
                    thrown.object("stacktrace").objects("frames");
                }
            }
        }
        return new SentryItem("event", id, name, event.node(), envelope.node());
    }

    private static SentryItem transaction(Fields transaction, Fields envelope) {
        String id = transaction.text("event_id", "[0-9a-f]{32}");
        envelope.check(envelope.text("event_id").equals(id), "event_id", "is not that of the transaction");
        transaction.text("type", "transaction");
        span(transaction, transaction.object("contexts").object("trace"));
        if (transaction.has("spans") && !transaction.node().path("spans").isEmpty()) {
            for (Fields span : transaction.objects("spans")) {
                span(span, span);
                span.text("parent_span_id", "[0-9a-f]{16}");
            }
        }
        return new SentryItem("transaction", id, transaction.text("transaction"), transaction.node(), envelope.node());
    }

    private static void span(Fields times, Fields ids) {
        ids.text("trace_id", "[0-9a-f]{32}");
        ids.text("span_id", "[0-9a-f]{16}");
        ids.text("op");
        times.check(
                !times.time("timestamp").isBefore(times.time("start_timestamp")), "timestamp", "is before the start");
    }

    private static List<SentryItem> logs(Fields header, Fields item, Fields envelope) {
        header.text("content_type", "application/vnd\\.sentry\\.items\\.log\\+json");
        List<SentryItem> logs = new ArrayList<>();
        for (Fields log : item.only(Set.of("items")).objects("items")) {
            log.time("timestamp");
            log.text("level", "trace|debug|info|warn|error|fatal");
            log.text("trace_id", "[0-9a-f]{32}");
            logs.add(new SentryItem("log", "", log.text("body"), log.node(), envelope.node()));
        }
        header.check(header.number("item_count") == logs.size(), "item_count", "is not the number of items");
        return logs;
    }
}
