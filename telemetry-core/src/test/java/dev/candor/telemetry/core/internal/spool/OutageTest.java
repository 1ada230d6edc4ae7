package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose destination does not answer for a day, on a real directory and a virtual clock. */
class OutageTest {

    private static final int HOURS = 24;
    private static final int ROUNDS_AN_HOUR = 360;
    private static final long ALLOWED = 8_000_000;

    @TempDir
    Path home;

    @Test
    void outage_aDay_takesLittleMemoryAndCountsExactly() {
        int perRound = Soak.runs(4, 100);
        File directory = home.resolve("state/spool").toFile();
        TurnedTime time = new TurnedTime();
        SpoolOptions options = SpoolOptions.of(SpoolMode.SERVER, directory).withTime(time);
        Store server = new Store(options, new LocalFs(directory));
        RouteReader reader = server.reader(TestEvent.A);
        Random random = new Random(1);
        Group group = new Group();
        long idle = 0;
        long most = 0;
        long number = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            for (int round = 0; round < ROUNDS_AN_HOUR; round++) {
                group.clear();
                for (int i = 0; i < perRound; i++) {
                    group.add(TestEvent.of(number++).at(time.wallMillis()).sized(250 + random.nextInt(100)));
                }
                server.write(group);
                time.pass(Duration.ofSeconds(10));
                server.settleDown();
                if (hour == 0 && round == 0) {
                    reader.peek(100, 1 << 20);
                    idle = heap();
                }
            }
            // The attempt that fails: what it was handed stays.
            reader.peek(100, 1 << 20);
            most = Math.max(most, heap());
        }
        long recovered = 0;
        for (int some = reader.peek(1_000, 1 << 20).size();
                some > 0;
                some = reader.peek(1_000, 1 << 20).size()) {
            reader.settle(some);
            recovered += some;
        }

        SpoolState.Route route = server.routes().get(TestEvent.A);
        server.close();
        assertThat(most - idle).as("bytes of heap over idle").isLessThanOrEqualTo(ALLOWED);
        assertThat(route.accepted()).isEqualTo(number);
        assertThat(route.delivered()).isEqualTo(recovered).isPositive();
        assertThat(route.delivered() + route.droppedTotal()).isEqualTo(number);
        assertThat(route.waiting()).isZero();
        Soak.report(
                "24 h outage on disk, virtual clock",
                "accepted " + number + " = delivered " + recovered + " + dropped " + route.droppedTotal() + "; at most "
                        + (most - idle) / 1_000 + " kB of heap over idle");
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
