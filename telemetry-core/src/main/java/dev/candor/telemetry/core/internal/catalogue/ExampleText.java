package dev.candor.telemetry.core.internal.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of a post as people can read it: JSON a member a line, in the order in which it is sent. */
final class ExampleText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String[] TIMES_OF_SENDING = {"sent_at", "sentAt"};

    private ExampleText() {}

    /** The body, one document or one in each line, between the fences of a block of Markdown. */
    static String fenced(String body) {
        String text = body.strip();
        try {
            StringBuilder out = new StringBuilder("\n```json\n");
            for (String document : text.lines().toList()) {
                out.append(writer().writeValueAsString(settled(JSON.readTree(document))))
                        .append('\n');
            }
            return out.append("```\n").toString();
        } catch (JsonProcessingException other) {
            return "\n```\n" + text + "\n```\n";
        }
    }

    /** With a time of sending that stays: the document is compared with what the code says another day. */
    private static JsonNode settled(JsonNode document) {
        for (String time : TIMES_OF_SENDING) {
            if (document instanceof ObjectNode envelope && envelope.has(time)) {
                envelope.put(time, "2026-01-02T03:04:05.000Z");
            }
        }
        return document;
    }

    /** With the same line ends on every system. */
    private static ObjectWriter writer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
    }
}
