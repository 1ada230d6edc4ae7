package dev.example.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signals as an array of JSON objects. */
final class WebhookJson {
    private static final JsonMapper JSON = new JsonMapper();

    private WebhookJson() {}

    static byte[] encode(List<Signal> signals) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (Signal signal : signals) {
            records.add(record(signal));
        }
        try {
            // By way of text: Java's encoder turns half a surrogate pair into '?', where Jackson's own refuses it.
            return JSON.writeValueAsString(records).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Map<String, Object> record(Signal signal) {
        Map<String, Object> record = new LinkedHashMap<>();
        // The id and the time are the signal's own: a second copy must look like the first.
        record.put("id", signal.header().id().toString());
        record.put("time", signal.header().time().toString());
        if (signal instanceof UsageEvent event) {
            record.put("name", event.name());
            record.put("attributes", event.attributes());
        } else if (signal instanceof LogEntry log) {
            record.put("name", log.logger());
            record.put("message", log.message());
            record.put("attributes", log.attributes());
        }
        return record;
    }
}
