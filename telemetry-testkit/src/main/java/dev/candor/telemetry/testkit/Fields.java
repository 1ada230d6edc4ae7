package dev.candor.telemetry.testkit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A JSON object whose fields are taken by type, and whose place is named in what is refused. */
final class Fields {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String place;
    private final JsonNode node;

    private Fields(String place, JsonNode node) {
        this.place = place;
        this.node = node;
    }

    /** Parses UTF-8 strictly: no malformed bytes, no doubled keys, nothing after the object. */
    static Fields parse(String place, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return of(place, JSON.readTree(text));
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed(place + ": is not UTF-8");
        } catch (JsonProcessingException notJson) {
            throw new Malformed(place + ": is not JSON: " + notJson.getOriginalMessage());
        }
    }

    static Fields of(String place, JsonNode node) {
        if (!node.isObject()) {
            throw new Malformed(place + ": is not an object");
        }
        return new Fields(place, node);
    }

    JsonNode node() {
        return node;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Refuses fields of other names. */
    Fields only(Set<String> names) {
        for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
            String name = each.next();
            check(names.contains(name), name, "is not a known field");
        }
        return this;
    }

    /** A text that is not empty. */
    String text(String name) {
        JsonNode value = node.path(name);
        check(value.isTextual() && !value.asText().isEmpty(), name, "is not a text, or is empty");
        return value.asText();
    }

    String text(String name, String pattern) {
        String text = text(name);
        check(text.matches(pattern), name, "is not like " + pattern + ": " + text);
        return text;
    }

    Fields object(String name) {
        return of(place + "." + name, node.path(name));
    }

    /** An array with at least one object. */
    List<Fields> objects(String name) {
        JsonNode values = node.path(name);
        check(values.isArray() && !values.isEmpty(), name, "is not an array, or is empty");
        List<Fields> objects = new ArrayList<>();
        for (JsonNode value : values) {
            objects.add(of(place + "." + name + "[" + objects.size() + "]", value));
        }
        return objects;
    }

    int number(String name) {
        JsonNode value = node.path(name);
        check(value.isIntegralNumber() && value.canConvertToInt(), name, "is not a whole number");
        return value.asInt();
    }

    /** ISO 8601 with an offset, or seconds since 1970 as Sentry also takes them. */
    Instant time(String name) {
        JsonNode value = node.path(name);
        try {
            return value.isNumber()
                    ? Instant.ofEpochMilli(Math.round(value.asDouble() * 1000))
                    : OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeException notTime) {
            throw new Malformed(place + "." + name + ": is not a time: " + value.asText());
        }
    }

    void check(boolean holds, String name, String why) {
        if (!holds) {
            throw new Malformed(place + "." + name + ": " + why);
        }
    }
}
