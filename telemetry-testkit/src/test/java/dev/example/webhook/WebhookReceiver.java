package dev.example.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.telemetry.testkit.Received;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.Receiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes what the webhook backend sends. */
public final class WebhookReceiver extends Receiver<WebhookReceiver.Entry> {

    /** An object of the array. */
    public record Entry(String kind, String id, String name) implements Received {}

    @Override
    protected List<Entry> decode(ReceivedRequest request) {
        if (!request.path().equals("/events")
                || !request.header("authorization").orElse("").startsWith("Bearer ")) {
            throw refuse(request.path());
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : parse(request.body())) {
            entries.add(new Entry(
                    "entry", entry.path("id").asText(), entry.path("name").asText()));
        }
        return entries;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return new JsonMapper().readTree(body);
        } catch (IOException notJson) {
            throw refuse(notJson.getMessage());
        }
    }
}
