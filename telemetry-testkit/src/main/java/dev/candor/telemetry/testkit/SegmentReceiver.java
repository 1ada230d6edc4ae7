package dev.candor.telemetry.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Takes Segment's {@code POST /v1/import/}, the path of its Java client.
 *
 * <p>After Segment's HTTP API: the write key by Basic authentication and the same in the body; at most 32 KB for a message and 500 KB
 * for a batch, more of which is answered with 400, as Segment does.
 */
public final class SegmentReceiver extends Receiver<SegmentMessage> {
    private static final int LARGEST_MESSAGE = 32 * 1024;
    private static final int LARGEST_BATCH = 500 * 1024;
    private static final Set<String> BATCH =
            Set.of("batch", "sentAt", "context", "sequence", "writeKey", "integrations");

    /** Starts to listen. */
    public SegmentReceiver() {}

    @Override
    protected List<SegmentMessage> decode(ReceivedRequest request) {
        if (!request.method().equals("POST") || !request.path().matches("/v1/(import|batch)/?")) {
            throw refuse(request.method() + " " + request.path());
        }
        String type = request.header("content-type").orElse("");
        if (!type.matches("application/json(; ?charset=[uU][tT][fF]-8)?")) {
            throw refuse("Content-Type: " + type);
        }
        if (request.body().length > LARGEST_BATCH) {
            throw refuse("batch of " + request.body().length + " bytes");
        }
        Fields body = Fields.parse("body", request.body()).only(BATCH);
        String writeKey = body.text("writeKey");
        String basic = "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
        if (!request.header("authorization").orElse("").equals(basic)) {
            throw refuse("Authorization is not the body's write key");
        }
        body.time("sentAt");
        List<SegmentMessage> messages = new ArrayList<>();
        for (Fields message : body.objects("batch")) {
            messages.add(message(message, writeKey));
        }
        return messages;
    }

    private static SegmentMessage message(Fields message, String writeKey) {
        int bytes = message.node().toString().getBytes(StandardCharsets.UTF_8).length;
        message.check(bytes <= LARGEST_MESSAGE, "", "has " + bytes + " bytes");
        String kind = message.text("type", "track|identify|page|screen|group|alias");
        String id = message.text("messageId");
        message.check(id.length() <= 100, "messageId", "has more than 100 characters");
        message.time("timestamp");
        message.check(
                message.has("anonymousId") || message.has("userId"), "anonymousId", "is not there, nor is userId");
        String name = "";
        if (kind.equals("track")) {
            name = message.text("event");
            message.object("properties");
        }
        return new SegmentMessage(kind, id, name, message.node(), writeKey);
    }

    @Override
    protected Reply accepted(ReceivedRequest request) {
        return Reply.answer(200, "application/json", "{\"success\":true}");
    }
}
