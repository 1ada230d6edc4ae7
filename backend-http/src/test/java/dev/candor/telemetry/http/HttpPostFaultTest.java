package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Receipts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server can do to a post. Where a deadline is asserted, the fault itself would last for an hour. */
class HttpPostFaultTest {
    private static final Duration TOTAL = Duration.ofMillis(700);
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final HttpPost http =
            new HttpPost(Receipts.none(), Limits.standard().within(TOTAL));

    private static Post post(FaultServer server, int bytes) {
        return Post.to(server.endpoint()).body(new byte[bytes]);
    }

    private HttpAnswer sendWithinBound(FaultServer server, int bytes) {
        long start = System.nanoTime();
        HttpAnswer answer = http.send(post(server, bytes));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        return answer;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                200, 201, 202, 204, 301, 302, 307, 308, 400, 401, 403, 404, 407, 408, 413, 429, 500, 501, 503, 511, 599
            })
    void send_anyStatus_isOneRequestAndItsStatus(int status) {
        String headers =
                "Retry-After: 7\r\nLocation: http://127.0.0.1:1/\r\nWWW-Authenticate: Basic realm=\"x\"\r\nSet-Cookie: a=b\r\n";
        try (FaultServer server = FaultServer.answering(status, headers, "{}")) {
            HttpAnswer answer = new HttpPost(Receipts.none()).send(post(server, 10));

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("retry-after")).contains("7");
            assertThat(server.heads()).hasSize(1);
            assertThat(server.heads().get(0))
                    .doesNotContainIgnoringCase("cookie:")
                    .doesNotContainIgnoringCase("authorization:");
        }
    }

    @Test
    void send_serverHangs_endsAtTheDeadline() {
        try (FaultServer server = new FaultServer(FaultServer.Client::hang)) {
            HttpAnswer answer = sendWithinBound(server, 10);

            assertThat(answer.answered()).isFalse();
            assertThat(answer.toString()).isEqualTo("timed out");
        }
    }

    @Test
    void send_serverReadsNothing_endsAtTheDeadline() {
        try (FaultServer server = new FaultServer(FaultServer.Client::hang)) {
            HttpAnswer answer = sendWithinBound(server, 64 << 20);

            assertThat(answer.answered()).isFalse();
        }
    }

    @Test
    void send_headTrickles_endsAtTheDeadline() {
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.write("HTTP/1.1 200 OK\r\nX: ");
            client.drip("x");
        })) {
            HttpAnswer answer = sendWithinBound(server, 10);

            assertThat(answer.answered()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000\r\n\r\n|x", "Transfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n"})
    void send_bodyTrickles_keepsTheStatusAndEndsAtTheDeadline(String parts) {
        String[] headAndDrop = parts.split("\\|", -1);
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.write("HTTP/1.1 200 OK\r\n" + headAndDrop[0]);
            client.drip(headAndDrop[1]);
        })) {
            HttpAnswer answer = sendWithinBound(server, 10);

            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void send_threadIsStuckInAChunkHeader_holdsBackTheNextPostUntilItEnds() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger requests = new AtomicInteger();
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            if (requests.getAndIncrement() > 0) {
                client.answer(200, "", "{}");
                return;
            }
            client.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;");
            awaitQuietly(release);
        })) {
            // The read limit is what ends the thread in the end; here the server's close does.
            HttpPost patient = new HttpPost(
                    Receipts.none(), new Limits(Duration.ofSeconds(5), Duration.ofMinutes(5), TOTAL, 1024));
            HttpAnswer first = patient.send(post(server, 10));
            HttpAnswer second = patient.send(post(server, 10));
            release.countDown();
            HttpAnswer third = patient.send(post(server, 10));
            for (int i = 0; i < 3000 && !third.answered(); i++) {
                TimeUnit.MILLISECONDS.sleep(10);
                third = patient.send(post(server, 10));
            }

            assertThat(first.status()).isEqualTo(200);
            assertThat(second.toString()).isEqualTo("the post before has not come back yet");
            assertThat(third.status()).isEqualTo(200);
            assertThat(requests).hasValue(2);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    @Test
    void send_connectionIsReset_failsOnce() {
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.reset();
        })) {
            HttpAnswer answer = sendWithinBound(server, 10);

            assertThat(answer.answered()).isFalse();
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void send_keptConnectionIsReset_doesNotPostAgainByItself() {
        AtomicInteger requests = new AtomicInteger();
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            if (requests.incrementAndGet() == 1) {
                client.answer(200, "", "{}");
            } else {
                client.reset();
            }
        })) {
            HttpPost patient = new HttpPost(Receipts.none());
            HttpAnswer first = patient.send(post(server, 10));
            HttpAnswer second = patient.send(post(server, 10));

            assertThat(first.status()).isEqualTo(200);
            assertThat(second.answered()).isFalse();
            assertThat(requests).hasValue(2);
        }
    }

    @Test
    void send_closesWithinTheBody_keepsTheStatus() {
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
        })) {
            HttpAnswer answer = sendWithinBound(server, 10);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("abc");
        }
    }

    @Test
    void send_answersBeforeTheBodyIsRead_isTheAnswer() {
        try (FaultServer server =
                new FaultServer(client -> client.write("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n"))) {
            HttpAnswer answer = new HttpPost(Receipts.none()).send(post(server, 20 << 20));

            assertThat(answer.status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-x\r\n\r\n",
                "",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n"
            })
    void send_nonsense_neverThrows(String nonsense) {
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.write(nonsense);
        })) {
            HttpAnswer answer = sendWithinBound(server, 10);

            assertThat(answer.status()).isIn(0, 200);
        }
    }

    @Test
    void send_manyAndLongHeaders_endsBound() {
        String header = "X-Long: " + "x".repeat(8000) + "\r\n";
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.write("HTTP/1.1 200 OK\r\n");
            client.drip(header.repeat(100));
        })) {
            HttpAnswer answer = sendWithinBound(server, 10);

            assertThat(answer.answered()).isFalse();
        }
    }

    @Test
    void send_compressedAnswer_isDecompressed() throws Exception {
        byte[] packed = gzip("{\"ok\":true}".getBytes(StandardCharsets.UTF_8));
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n");
            client.write(packed);
        })) {
            HttpAnswer answer = new HttpPost(Receipts.none()).send(post(server, 10));

            assertThat(answer.text()).isEqualTo("{\"ok\":true}");
        }
    }

    @Test
    void send_answerIsLongerThanTheLimit_isCut() {
        try (FaultServer server = FaultServer.answering(500, "", "x".repeat(100_000))) {
            HttpAnswer answer = new HttpPost(Receipts.none()).send(post(server, 10));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).hasSize(64 * 1024);
        }
    }

    @Test
    void send_interrupted_endsAndStaysInterrupted() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (FaultServer server = new FaultServer(client -> {
            arrived.countDown();
            client.hang();
        })) {
            HttpPost patient = new HttpPost(Receipts.none(), Limits.standard().within(Duration.ofMinutes(10)));
            CompletableFuture<HttpAnswer> sent = new CompletableFuture<>();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                sent.complete(patient.send(post(server, 10)));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            caller.setDaemon(true);
            caller.start();
            arrived.await();

            caller.interrupt();

            assertThat(sent.get(1, TimeUnit.MINUTES).toString()).isEqualTo("interrupted");
            assertThat(flag.get(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void send_manyFaults_leaveNoThread() throws Exception {
        try (FaultServer hanging = new FaultServer(FaultServer.Client::hang)) {
            HttpPost brief = new HttpPost(Receipts.none(), Limits.standard().within(Duration.ofMillis(100)));
            for (int i = 0; i < 10; i++) {
                brief.send(post(hanging, 10));
            }
        }

        for (int i = 0; i < 3000 && ownThreads() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(ownThreads()).isZero();
    }

    private static long ownThreads() {
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
