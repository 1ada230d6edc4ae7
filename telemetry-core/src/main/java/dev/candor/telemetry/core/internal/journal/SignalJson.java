package dev.candor.telemetry.core.internal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.candor.telemetry.spi.Signal;
import java.time.Instant;
import java.util.Locale;

/** A signal as a line of JSON for people: its purpose, then its components under their own names. */
final class SignalJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    private SignalJson() {}

    static String of(Signal signal) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("purpose", signal.purpose().name().toLowerCase(Locale.ROOT));
        ObjectNode components = MAPPER.valueToTree(signal);
        json.setAll(components);
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
