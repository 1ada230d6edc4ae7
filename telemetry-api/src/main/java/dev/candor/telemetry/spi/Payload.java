package dev.candor.telemetry.spi;

import java.util.Arrays;
import java.util.Map;

/**
 * One post as it goes over the wire, with the secret parts of its headers masked.
 *
 * @param url where it goes, without secrets
 * @param headers what identifies it; secret values masked
 * @param body the bytes before {@code Content-Encoding}; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode are by content
public record Payload(String url, Map<String, String> headers, byte[] body) {

    /** Copies {@code headers}. */
    public Payload {
        headers = Map.copyOf(headers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that
                && url.equals(that.url)
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * url.hashCode() + headers.hashCode()) + Arrays.hashCode(body);
    }
}
