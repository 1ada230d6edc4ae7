package dev.candor.telemetry.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived, whether it was accepted or not.
 *
 * @param method such as {@code POST}
 * @param path with the query
 * @param headers values by lower-case name
 * @param wire the body's bytes as they were sent
 * @param body the same after decompression; empty where it did not decompress
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
public record ReceivedRequest(String method, String path, Map<String, List<String>> headers, byte[] wire, byte[] body) {

    /** Copies {@code headers}. */
    public ReceivedRequest {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The decompressed body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    ReceivedRequest withBody(byte[] decoded) {
        return new ReceivedRequest(method, path, headers, wire, decoded);
    }
}
