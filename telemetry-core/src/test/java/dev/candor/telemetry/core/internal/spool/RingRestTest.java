package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread that writes gathers what comes while it writes: each write has a price, however little it takes. */
@Timeout(120)
class RingRestTest extends SpoolHarness {

    private static final int EVENTS = 100;
    /** A rest is 10 ms, of which one or the other may end early; the writes alone take a tenth of that. */
    private static final Duration LEAST = Duration.ofMillis(500);

    @Test
    void write_anEventComesDuringEach_restsInBetween() throws InterruptedException {
        FaultyFs fs = new FaultyFs(new MemoryFs(time).view());
        Spool spool = open(SpoolMode.SERVER, fs, options -> options);
        AtomicInteger offered = new AtomicInteger(1);
        CountDownLatch written = new CountDownLatch(EVENTS);
        fs.faults((operation, name) -> {
            if (operation == FaultyFs.Operation.WRITE) {
                if (offered.get() < EVENTS) {
                    spool.append(TestEvent.of(offered.getAndIncrement()));
                }
                written.countDown();
            }
            return -1;
        });
        long start = System.nanoTime();

        spool.append(TestEvent.of(0));
        boolean all = written.await(SOON.toSeconds(), TimeUnit.SECONDS);

        assertThat(all).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(LEAST);
    }
}
