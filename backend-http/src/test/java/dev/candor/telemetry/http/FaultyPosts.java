package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Receipts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** Posts to a server that misbehaves. Where a deadline is asserted, the fault itself would last for an hour. */
abstract class FaultyPosts {
    static final Duration TOTAL = Duration.ofMillis(700);

    /** The deadline where an answer comes first: so long that a busy machine gets it. */
    static final Duration ROOMY = Duration.ofSeconds(4);

    static final Duration BOUND = Duration.ofSeconds(20);

    final HttpPost http = new HttpPost(Receipts.none(), Limits.standard().within(TOTAL));

    final HttpPost roomy = new HttpPost(Receipts.none(), Limits.standard().within(ROOMY));

    static Post post(FaultServer server, int bytes) {
        return Post.to(server.endpoint()).body(new byte[bytes]);
    }

    HttpAnswer sendWithinBound(FaultServer server, int bytes) {
        return withinBound(http, server, bytes);
    }

    /** The same, where the server answers before it does what is wrong. */
    HttpAnswer answeredWithinBound(FaultServer server, int bytes) {
        return withinBound(roomy, server, bytes);
    }

    private static HttpAnswer withinBound(HttpPost http, FaultServer server, int bytes) {
        long start = System.nanoTime();
        HttpAnswer answer = http.send(post(server, bytes));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        return answer;
    }

    static long ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("candor-"))
                .count();
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
