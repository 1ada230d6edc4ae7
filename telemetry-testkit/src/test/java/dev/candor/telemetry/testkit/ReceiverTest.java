package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.HttpAnswer;
import dev.candor.telemetry.http.HttpPost;
import dev.candor.telemetry.http.Post;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReceiverTest {
    static final String UUID_1 = "01900000-0000-7000-8000-000000000001";
    private static final Duration LONG = Duration.ofSeconds(60);

    /** Posts a body and gives the status. */
    static int post(URI to, Map<String, String> headers, String body) throws Exception {
        return post(to, headers, body.getBytes(StandardCharsets.UTF_8)).status();
    }

    static HttpAnswer post(URI to, Map<String, String> headers, byte[] body) throws Exception {
        Post.Head head = Post.to(Endpoint.of(new SettingValue("to", to.toString(), "test")));
        headers.forEach(head::header);
        return new HttpPost(Receipts.none()).send(head.body(body));
    }

    private static String capture(String name) {
        return "{\"api_key\":\"k\",\"batch\":[{\"uuid\":\"" + UUID_1 + "\",\"event\":\"" + name
                + "\",\"distinct_id\":\"d\",\"timestamp\":\"2026-01-02T03:04:05Z\",\"properties\":{}}]}";
    }

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Test
    void next_replies_areGivenOnceInOrderThenTheProtocol() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver()) {
            receiver.next(Reply.status(503), Reply.status(429, "Retry-After", "3"));
            URI to = receiver.uri().resolve("/batch");

            int first = post(to, JSON, capture("a"));
            HttpAnswer second = post(to, JSON, capture("b").getBytes(StandardCharsets.UTF_8));
            int third = post(to, JSON, capture("c"));

            assertThat(first).isEqualTo(503);
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.header("Retry-After")).contains("3");
            assertThat(third).isEqualTo(200);
            assertThat(receiver.received()).extracting(PostHogCapture::name).containsExactly("c");
            assertThat(receiver.requests()).hasSize(3);
        }
    }

    @Test
    void always_untilItRecovers() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver()) {
            URI to = receiver.uri().resolve("/batch");
            receiver.always(Reply.status(500));
            int down = post(to, JSON, capture("a"));
            int stillDown = post(to, JSON, capture("a"));
            receiver.recover();
            int up = post(to, JSON, capture("a"));

            assertThat(new int[] {down, stillDown, up}).containsExactly(500, 500, 200);
        }
    }

    @Test
    void lostAnswer_keepsWhatWasSent() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver()) {
            receiver.next(Reply.lostAnswer());

            int status = post(receiver.uri().resolve("/batch"), JSON, capture("a"));

            assertThat(status).isZero();
            assertThat(receiver.awaitCount(1, LONG)).hasSize(1);
        }
    }

    @Test
    void rawBytes_holdHeadersAndBodiesOfRefusedRequestsToo() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver()) {
            post(receiver.uri().resolve("/elsewhere"), Map.of("X-Canary", "canary-1"), "canary-2");

            String raw = new String(receiver.rawBytes(), StandardCharsets.UTF_8);

            assertThat(raw).contains("/elsewhere", "canary-1", "canary-2");
            assertThat(receiver.received()).isEmpty();
            assertThat(receiver.refusals()).singleElement().asString().contains("/elsewhere");
        }
    }

    @Test
    void requests_whileOneIsDecoded_doNotHoldItBeforeItsRecordsAreThere() throws Exception {
        CountDownLatch decoding = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        try (Receiver<AnyReceiver.Post> receiver = new Receiver<>() {
            @Override
            protected List<AnyReceiver.Post> decode(ReceivedRequest request) {
                decoding.countDown();
                await(looked);
                return List.of(new AnyReceiver.Post("post", "", request.text()));
            }
        }) {
            Thread poster = inThread(() -> post(receiver.uri(), JSON, "{}"));
            await(decoding);

            List<ReceivedRequest> meanwhile = receiver.requests();
            looked.countDown();
            receiver.awaitRequests(1, LONG);
            List<AnyReceiver.Post> records = receiver.received();

            assertThat(meanwhile).isEmpty();
            assertThat(records).hasSize(1);
            poster.join();
        }
    }

    @Test
    void awaitCount_nothingComes_failsAndSaysWhatWasRefused() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver()) {
            post(receiver.uri().resolve("/elsewhere"), JSON, "{}");

            assertThatThrownBy(() -> receiver.awaitCount(1, Duration.ofMillis(50)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("0 of 1")
                    .hasMessageContaining("/elsewhere");
        }
    }

    @Test
    void gzip_goodAndBad_isDecodedOrRefused() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver()) {
            URI to = receiver.uri().resolve("/batch");
            Map<String, String> gzip = Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");
            byte[] packed = Post.to(Endpoint.of(new SettingValue("to", to.toString(), "test")))
                    .gzip(capture("x".repeat(500)).getBytes(StandardCharsets.UTF_8))
                    .wire();

            int good = post(to, gzip, packed).status();
            int bad = post(to, gzip, "{}");
            int unknown = post(to, Map.of("Content-Encoding", "br"), "{}");

            assertThat(new int[] {good, bad, unknown}).containsExactly(200, 400, 400);
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void request_notHttp_isRefusedBeforeTheConnectionEnds() throws Exception {
        String request = "hello\r\n\r\n";

        List<String> refusals = refusalsOf(request);

        assertThat(refusals).singleElement().asString().contains("hello");
    }

    @Test
    void chunkOfNoSize_isRefusedBeforeTheConnectionEnds() throws Exception {
        String request = "POST /batch HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nmany\r\n";

        List<String> refusals = refusalsOf(request);

        assertThat(refusals).singleElement().asString().contains("chunk size: many");
    }

    /** What is known the moment that the receiver has ended the connection. */
    private static List<String> refusalsOf(String request) throws IOException {
        try (PostHogReceiver receiver = new PostHogReceiver();
                Socket socket = new Socket("127.0.0.1", receiver.uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
            return receiver.refusals();
        }
    }

    @Test
    void refuseLargerThan_largerBody_is413AndNotKept() throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver()) {
            receiver.refuseLargerThan(capture("a").length());

            int fits = post(receiver.uri().resolve("/batch"), JSON, capture("a"));
            int not = post(receiver.uri().resolve("/batch"), JSON, capture("aa"));

            assertThat(fits).isEqualTo(200);
            assertThat(not).isEqualTo(413);
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void close_whileItHangs_endsTheConnection() throws Exception {
        PostHogReceiver receiver = new PostHogReceiver();
        receiver.always(Reply.hang());
        inThread(() -> {
            receiver.awaitRequests(1, LONG);
            receiver.close();
            return null;
        });

        int status = post(receiver.uri().resolve("/batch"), JSON, capture("a"));

        assertThat(status).isZero();
    }

    private static Thread inThread(Callable<?> task) {
        Thread thread = new Thread(new FutureTask<>(task));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
