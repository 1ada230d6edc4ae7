package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Receipts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server can do to a post. */
class HttpPostFaultTest extends FaultyPosts {
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
    void send_connectionIsReset_failsOnce() {
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.reset();
        })) {
            HttpAnswer answer = answeredWithinBound(server, 10);

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
            HttpAnswer answer = answeredWithinBound(server, 10);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("abc");
        }
    }

    /** What the head would have said is not known, not even whether the receiver said it at all. */
    @Test
    void send_headOfASuccessBreaksOff_isNoAnswer() {
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.write("HTTP/1.1 200 OK\r\nContent-Ty");
            client.reset();
        })) {
            HttpAnswer answer = answeredWithinBound(server, 10);

            assertThat(answer.answered()).isFalse();
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void send_headOfASuccessStalls_isNoAnswer() {
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            client.write("HTTP/1.1 200 OK\r\nContent-Ty");
            client.hang();
        })) {
            Limits readEndsFirst = new Limits(ROOMY, Duration.ofMillis(300), BOUND, 1024);

            HttpAnswer answer = new HttpPost(Receipts.none(), readEndsFirst).send(post(server, 10));

            assertThat(answer.toString()).isEqualTo("timed out");
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
}
