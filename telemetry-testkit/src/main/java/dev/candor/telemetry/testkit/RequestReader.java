package dev.candor.telemetry.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests of HTTP/1.1 (RFC 9112) from one connection, and refuses what the grammar does not allow. */
final class RequestReader {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_BODY = 64 * 1024 * 1024;

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The next request without its body, or null when the client has closed. */
    @Nullable
    ReceivedRequest head() throws IOException {
        String start = line();
        if (start == null) {
            return null;
        }
        String[] parts = start.split(" ", -1);
        if (parts.length != 3 || !parts[2].equals("HTTP/1.1")) {
            throw new Malformed("request line: " + start);
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(); line == null || !line.isEmpty(); line = line()) {
            int colon = line == null ? -1 : line.indexOf(':');
            if (line == null || colon <= 0) {
                throw new Malformed("header: " + line);
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new ReceivedRequest(parts[0], parts[1], headers, new byte[0], new byte[0]);
    }

    /** The same request with its body. */
    ReceivedRequest body(ReceivedRequest head) throws IOException {
        boolean chunked = head.header("transfer-encoding")
                .map("chunked"::equalsIgnoreCase)
                .orElse(false);
        byte[] body = chunked ? chunks() : exactly(length(head));
        return new ReceivedRequest(head.method(), head.path(), head.headers(), body, body);
    }

    private static int length(ReceivedRequest head) {
        String length = head.header("content-length").orElse("0");
        try {
            int bytes = Integer.parseInt(length);
            if (bytes >= 0 && bytes <= LONGEST_BODY) {
                return bytes;
            }
        } catch (NumberFormatException notNumber) {
            throw new Malformed("Content-Length: " + length);
        }
        throw new Malformed("Content-Length: " + length);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int bytes = chunkSize();
            if (bytes == 0) {
                line();
                return body.toByteArray();
            }
            if (bytes < 0 || body.size() + bytes > LONGEST_BODY) {
                throw new Malformed("chunk of " + bytes);
            }
            body.writeBytes(exactly(bytes));
            line();
        }
    }

    private int chunkSize() throws IOException {
        String size = line();
        try {
            return Integer.parseInt(size == null ? "" : size, 16);
        } catch (NumberFormatException notNumber) {
            throw new Malformed("chunk size: " + size);
        }
    }

    private byte[] exactly(int bytes) throws IOException {
        byte[] body = in.readNBytes(bytes);
        if (body.length < bytes) {
            throw new Malformed("body of " + body.length + " bytes, " + bytes + " were announced");
        }
        return body;
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                if (line.size() > 0) {
                    throw new Malformed("the connection ended within a line");
                }
                return null;
            }
            if (line.size() > LONGEST_LINE) {
                throw new Malformed("a line of more than " + LONGEST_LINE + " bytes");
            }
            line.write(b);
        }
        String text = line.toString(Wire.LATIN);
        if (!text.endsWith("\r")) {
            throw new Malformed("a line without carriage return");
        }
        return text.substring(0, text.length() - 1);
    }
}
