package dev.candor.telemetry.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back from a post.
 *
 * <p>The status line is the answer; the body is its comment. A body that broke off, ran into the deadline or did not decompress is
 * therefore cut short without further notice, and is not there at all for 401 and 407.
 */
public final class HttpAnswer {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final String failure;

    private HttpAnswer(int status, Map<String, List<String>> headers, byte[] body, String failure) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.failure = failure;
    }

    /** An answer with a status. The headers' names are compared without regard to case. */
    public static HttpAnswer of(int status, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> copies = new LinkedHashMap<>();
        headers.forEach((name, values) -> copies.put(name, List.copyOf(values)));
        return new HttpAnswer(status, copies, body, "");
    }

    /** The same answer with a body. */
    HttpAnswer with(byte[] read) {
        return new HttpAnswer(status, headers, read, failure);
    }

    /** No answer, and why, in a few words. */
    public static HttpAnswer failed(String why) {
        return new HttpAnswer(0, Map.of(), new byte[0], why);
    }

    /** The status, or 0 where there was no answer. */
    public int status() {
        return status;
    }

    /** Whether a status came back. */
    public boolean answered() {
        return status != 0;
    }

    /** Whether the status is one of success. */
    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** All values of a header, in the order of arrival. */
    public List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                values.addAll(header.getValue());
            }
        }
        return values;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** The body, decompressed, and cut at the limit. Not copied, not to be changed. */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether it is a page for people: a captive portal, a login or a proxy's complaint rather than the receiver. */
    public boolean html() {
        String type = header("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
        if (!type.isEmpty()) {
            return type.startsWith("text/html") || type.startsWith("application/xhtml");
        }
        String start = new String(body, 0, Math.min(body.length, 256), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    /** The status, or why there is none; what the journal shows. */
    @Override
    public String toString() {
        return answered() ? Integer.toString(status) : failure;
    }
}
