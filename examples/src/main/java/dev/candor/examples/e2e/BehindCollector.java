package dev.candor.examples.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.testkit.Received;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.Receiver;
import java.io.IOException;
import java.util.List;

/** What a Collector passes its data on to: takes OTLP as JSON. */
final class BehindCollector extends Receiver<BehindCollector.Export> {

    @Override
    protected List<Export> decode(ReceivedRequest request) {
        try {
            return List.of(new Export(request.path(), new ObjectMapper().readTree(request.body())));
        } catch (IOException notJson) {
            throw refuse(request.path() + ": " + notJson.getMessage());
        }
    }

    /** One post of the Collector. */
    record Export(String kind, JsonNode content) implements Received {
        @Override
        public String id() {
            return "";
        }

        @Override
        public String name() {
            return "";
        }
    }
}
