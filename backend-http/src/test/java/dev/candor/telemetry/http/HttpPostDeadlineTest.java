package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Receipts;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a server does holds a post for longer than its deadline. */
class HttpPostDeadlineTest extends FaultyPosts {
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
            HttpAnswer answer = answeredWithinBound(server, 10);

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
                    Receipts.none(), new Limits(Duration.ofSeconds(5), Duration.ofMinutes(5), ROOMY, 1024));
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
}
