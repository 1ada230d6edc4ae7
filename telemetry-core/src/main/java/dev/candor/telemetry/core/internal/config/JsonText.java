package dev.candor.telemetry.core.internal.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** Reads JSON by Jackson's streaming parser, strictly, without making objects of it. */
final class JsonText {
    private final JsonParser parser;
    private final Collected collected = new Collected();

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    static Content parse(String text) throws RefusedException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.DEPTH)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            return new JsonText(parser).root();
        } catch (JsonProcessingException broken) {
            throw new RefusedException(
                    "it is not valid JSON",
                    broken.getLocation() == null ? 0 : broken.getLocation().getLineNr());
        } catch (IOException impossible) {
            throw new RefusedException("it cannot be read", 0);
        }
    }

    private Content root() throws IOException, RefusedException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new RefusedException("it is not a list of keys and values", line());
        }
        object("");
        if (parser.nextToken() != null) {
            throw new RefusedException("it goes on after its end", line());
        }
        return collected.content();
    }

    private void object(String section) throws IOException, RefusedException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = Collected.join(section, parser.currentName());
            parser.nextToken();
            value(key);
        }
    }

    private void value(String key) throws IOException, RefusedException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            collected.add(key, Entry.Kind.OTHER, "", line());
            object(key);
        } else if (token == JsonToken.START_ARRAY) {
            collected.add(key, Entry.Kind.OTHER, "", line());
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                value(Collected.join(key, Integer.toString(index)));
            }
        } else if (token == JsonToken.VALUE_NULL) {
            collected.add(key, Entry.Kind.NOTHING, "", line());
        } else {
            collected.add(key, Entry.Kind.SCALAR, parser.getText(), line());
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
