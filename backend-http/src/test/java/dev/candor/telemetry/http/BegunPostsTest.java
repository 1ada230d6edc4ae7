package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Receipts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Posts that are begun before the ones before them are answered. */
class BegunPostsTest extends FaultyPosts {
    private final HttpPost patient =
            new HttpPost(Receipts.none(), Limits.standard().within(Duration.ofMinutes(1)));

    @Test
    void begin_severalBeforeAnAnswer_areOnTheirWayTogether() throws Exception {
        CountDownLatch all = new CountDownLatch(3);
        try (FaultServer server = new FaultServer(client -> {
            client.readBody();
            all.countDown();
            await(all);
            client.answer(200, "", "{}");
        })) {
            List<HttpPost.Begun> begun = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                begun.add(patient.begin(post(server, 10)));
            }

            List<Integer> statuses =
                    begun.stream().map(each -> each.await().status()).toList();

            assertThat(statuses).containsExactly(200, 200, 200);
        }
    }

    @Test
    void begin_oneIsStuck_othersAreAnsweredAndTheNextWaitsForIt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (FaultServer server = new FaultServer(client -> {
            if (client.readBody().length == 1) {
                client.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;");
                await(release);
                return;
            }
            client.answer(200, "", "{}");
        })) {
            HttpPost impatient = new HttpPost(
                    Receipts.none(),
                    new Limits(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(5), 1024));
            HttpPost.Begun stuck = impatient.begin(post(server, 1));
            HttpPost.Begun other = impatient.begin(post(server, 10));

            HttpAnswer first = stuck.await();
            HttpAnswer second = other.await();
            HttpAnswer next = impatient.send(post(server, 10));
            release.countDown();

            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(next.toString()).isEqualTo("the post before has not come back yet");
        }
    }

    @Test
    void send_oneAfterTheOther_needsOneThread() throws Exception {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        try (FaultServer server = FaultServer.answering(200, "", "{}")) {
            PostThreads threads = new PostThreads();

            for (int i = 0; i < 50; i++) {
                Exchange exchange = new Exchange(post(server, 10), Limits.standard(), new ProxyAuthenticator());
                exchange.start(task -> threads.execute(() -> {
                    seen.add(Thread.currentThread());
                    task.run();
                }));
                exchange.await();
            }

            // A thread that is not free in the very moment, or was idle for too long on a busy machine, is not waited
            // for.
            assertThat(seen).hasSizeLessThan(25);
            assertThat(seen).allMatch(Thread::isDaemon);
        }
        for (Thread each : seen) {
            each.join(TimeUnit.MINUTES.toMillis(1));
            assertThat(each.isAlive()).isFalse();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
