package dev.candor.telemetry.core.internal.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The body of a post as people can read it: JSON a member a line, in the order in which it is sent. */
final class ExampleText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ExampleText() {}

    /** The body between the fences of a block of Markdown. */
    static String fenced(byte[] body) {
        String text = text(body).strip();
        try {
            JsonNode tree = JSON.readTree(text);
            return "\n```json\n" + JSON.writer(printer()).writeValueAsString(tree) + "\n```\n";
        } catch (JsonProcessingException other) {
            return "\n```\n" + text + "\n```\n";
        }
    }

    /** With the same line ends on every system. */
    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException binary) {
            return body.length + " bytes of protobuf";
        }
    }
}
