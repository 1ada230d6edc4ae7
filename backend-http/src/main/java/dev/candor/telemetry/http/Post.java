package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.Payload;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One post before it is sent.
 *
 * <p>A backend makes it in one place, so that {@code preview} shows by {@link #payload()} what {@code export} sends. Bodies are not
 * copied and not to be changed.
 */
public final class Post {
    private final Endpoint endpoint;
    private final Map<String, String> headers;
    private final Payload payload;
    private final byte[] wire;

    private Post(Head head, byte[] body, byte[] wire) {
        this.endpoint = head.endpoint;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(head.headers));
        this.payload = new Payload(endpoint.toString(), head.shown, body);
        this.wire = wire;
    }

    /** Begins a post to {@code endpoint}. */
    public static Head to(Endpoint endpoint) {
        return new Head(endpoint);
    }

    /** Where it goes. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** The headers as they are sent, secrets included, in the order in which they were given. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The bytes as they are sent, compressed where that makes them fewer. */
    public byte[] wire() {
        return wire;
    }

    /** What people may see of it: the body before compression, and secret headers masked. */
    public Payload payload() {
        return payload;
    }

    /** Where a post goes and with which headers; one may begin several posts. */
    public static final class Head {
        private final Endpoint endpoint;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final Map<String, String> shown = new LinkedHashMap<>();

        private Head(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        /**
         * Adds a header.
         *
         * @throws IllegalArgumentException when name or value would end the header early
         */
        public Head header(String name, String value) {
            return add(name, value, value);
        }

        /** Adds a header whose value is masked wherever the post is shown. */
        public Head secretHeader(String name, String value) {
            return add(name, value, Masked.secret());
        }

        private Head add(String name, String value, String visible) {
            String problem = HeaderValue.problem(value);
            if (problem != null || !token(name)) {
                throw new IllegalArgumentException(
                        "header " + (problem == null ? "name is not a token" : name + " " + problem));
            }
            headers.put(name, value);
            shown.put(name, visible);
            return this;
        }

        private static boolean token(String name) {
            boolean all = !name.isEmpty();
            for (int i = 0; all && i < name.length(); i++) {
                char c = name.charAt(i);
                all = c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0;
            }
            return all;
        }

        /** The post with this body as it is. */
        public Post body(byte[] body) {
            return new Post(this, body, body);
        }

        /** The post with this body, compressed by gzip where that makes it smaller. */
        public Post gzip(byte[] body) {
            try (Gzip once = new Gzip()) {
                return gzip(body, once);
            }
        }

        /** The same with a compressor that is used for one post after the other. */
        public Post gzip(byte[] body, Gzip gzip) {
            byte[] packed = gzip.packed(body);
            if (packed == null) {
                return body(body);
            }
            headers.put("Content-Encoding", "gzip");
            Post post = new Post(this, body, packed);
            headers.remove("Content-Encoding");
            return post;
        }
    }
}
