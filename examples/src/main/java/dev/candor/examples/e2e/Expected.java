package dev.candor.examples.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;

/** What the sample signals have to be at a peer, as JSON beside this class. */
final class Expected {
    private Expected() {}

    static JsonNode read(String name) throws IOException {
        try (InputStream in = Expected.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IOException("no resource " + name + ".json");
            }
            return new ObjectMapper().readTree(in);
        }
    }
}
