package dev.candor.examples.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import dev.candor.telemetry.testkit.SegmentMessage;
import dev.candor.telemetry.testkit.SegmentReceiver;
import dev.candor.telemetry.testkit.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares our messages with those of Segment's own client for Node for the same input, and has its validator look at all of ours.
 *
 * <p>For usage events the input is the signal. What an error or a trace is as a track message is ours to say, so for these the input is
 * our event name and properties, and the comparison is about everything around them.
 */
final class SegmentComparison {
    private static final int COUNT = 3;
    private static final Duration ARRIVAL = Duration.ofSeconds(60);

    private final Path node;
    private final Tally.Checks checks;
    private final ObjectMapper json = new ObjectMapper();

    SegmentComparison(Path node, Tally.Checks checks) {
        this.node = node;
        this.checks = checks;
    }

    void run() throws Exception {
        List<Signal> signals = new ArrayList<>();
        List<Signal> hostile = new ArrayList<>();
        for (Purpose purpose : Backends.carries("segment")) {
            signals.addAll(Signals.of(purpose, COUNT));
            hostile.addAll(Signals.hostile(purpose));
        }
        List<JsonNode> ours = sent(signals);
        ArrayNode inputs = json.createArrayNode();
        for (int i = 0; i < ours.size(); i++) {
            inputs.add(input(signals.get(i), ours.get(i)));
        }
        ObjectNode work = json.createObjectNode().put("writeKey", "e2e");
        work.set("inputs", inputs);
        work.putArray("messages").addAll(ours).addAll(sent(hostile));

        try (SegmentReceiver receiver = new SegmentReceiver()) {
            checks.nothing("validateEvent on " + work.path("messages").size() + " messages", problems(receiver, work));
            compare(ours, receiver.awaitCount(signals.size(), ARRIVAL));
            checks.nothing("our receiver takes what Segment's client sends", receiver.refusals());
        }
    }

    /** The messages that the backend made of signals, as they arrived. */
    private List<JsonNode> sent(List<Signal> signals) throws Exception {
        try (SegmentReceiver receiver = new SegmentReceiver();
                Backend backend = Backends.open("segment", receiver.uri().toString())) {
            List<Signal> left = signals;
            while (!left.isEmpty()) {
                DeliveryResult result = backend.export(left);
                checks.that("export", result.count() > 0, "got " + result);
                left = left.subList(Math.max(1, result.count()), left.size());
            }
            checks.nothing("our messages arrive", receiver.refusals());
            return receiver.received().stream().map(SegmentMessage::content).toList();
        }
    }

    private ObjectNode input(Signal signal, JsonNode ours) {
        ObjectNode input = json.createObjectNode();
        input.put("messageId", signal.header().id().toString());
        input.put("timestamp", signal.header().time().toString());
        input.put("anonymousId", signal.header().distinctId());
        input.set("context", ours.path("context"));
        if (signal instanceof UsageEvent usage) {
            input.put("event", usage.name());
            input.set("properties", json.valueToTree(usage.attributes()));
        } else {
            input.set("event", ours.path("event"));
            input.set("properties", ours.path("properties"));
        }
        return input;
    }

    private List<String> problems(SegmentReceiver receiver, ObjectNode work) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "node", "segment.mjs", receiver.uri().toString())
                .directory(node.toFile())
                .redirectError(node.resolve("segment.log").toFile())
                .start();
        try (var in = process.getOutputStream()) {
            json.writeValue(in, work);
        }
        List<String> problems = new ArrayList<>();
        for (JsonNode problem : json.readTree(process.getInputStream())) {
            problems.add(problem.asText());
        }
        if (process.waitFor() != 0) {
            problems.add("node ended with " + process.exitValue());
        }
        return problems;
    }

    /** Segment's client names itself as the library, and adds what runs it; everything else has to be the same. */
    private void compare(List<JsonNode> ours, List<SegmentMessage> theirs) {
        checks.equal("messages of Segment's client", ours.size(), theirs.size());
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            JsonNode mine = withoutLibrary(ours.get(i));
            JsonNode their = withoutLibrary(theirs.get(i).content());
            checks.nothing("message " + i, Fields.differences(their, mine));
        }
    }

    private static JsonNode withoutLibrary(JsonNode message) {
        ObjectNode copy = message.deepCopy();
        copy.remove("_metadata");
        ((ObjectNode) copy.path("context")).remove("library");
        return copy;
    }
}
