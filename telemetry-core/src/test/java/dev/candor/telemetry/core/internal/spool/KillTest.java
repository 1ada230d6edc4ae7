package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on a real directory, killed with signal 9 at a random instant. */
class KillTest {

    @TempDir
    Path home;

    @Test
    void command_killedAtAnyInstant_losesNothingItAccepted() throws Exception {
        int runs = Soak.runs(100, 5_000);

        ProcessHarness harness = killInALoop("commands", runs, 4, 60, 0);

        check(harness, "kill -9 of a writing process, COMMAND");
    }

    @Test
    void server_killedAtAnyInstant_losesOnlyTheLastSecond() throws Exception {
        int runs = Soak.runs(100, 5_000);

        ProcessHarness harness = killInALoop("server", runs, 12, 1_500, 1_000);

        check(harness, "kill -9 of a writing process, SERVER");
    }

    private static void check(ProcessHarness harness, String fault) {
        Set<Long> lost = new TreeSet<>(harness.mustCome);
        lost.removeAll(harness.delivered.keySet());
        assertThat(lost.size())
                .as(
                        "accepted events that never came, the first of them %s",
                        lost.stream().limit(10).toList())
                .isZero();
        assertThat(harness.altered).as("altered events").hasValue(0);
        assertThat(harness.mustCome).isNotEmpty();
        List<Long> ages = harness.agesOfTheOldestLost();
        Soak.report(
                fault,
                harness.kills + " kills, " + harness.mustCome.size() + " events that had to come, 0 lost, 0 altered, "
                        + harness.repeated() + " came twice, of " + harness.delivered.size()
                        + "; the oldest that did not come was " + ages.get(ages.size() / 2) + " ms old in the middle, "
                        + ages.get((ages.size() - 1) * 99 / 100) + " in 99 of 100 kills, " + ages.get(ages.size() - 1)
                        + " at most; the writing threads waited for a processor for " + harness.starved.get()
                        + " ms at most");
    }

    private ProcessHarness killInALoop(String role, int runs, int atOnce, int mostMillis, long notPromised)
            throws Exception {
        File directory = home.resolve("state/spool").toFile();
        ProcessHarness harness = new ProcessHarness(home);
        ExecutorService executioners = Executors.newFixedThreadPool(atOnce);
        Spool spool = Spool.open(SpoolOptions.of(SpoolMode.COMMAND, directory).withLimits(ProcessHarness.QUICK));
        RouteReader reader = spool.reader(TestEvent.A);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                long first = run * 1_000_000L;
                Random random = new Random(run);
                all.add(executioners.submit(() -> {
                    killOne(harness, role, directory, first, random, mostMillis, notPromised);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                while (!each.isDone()) {
                    if (harness.deliver(reader) == 0) {
                        reader.await(Duration.ofMillis(50));
                    }
                }
                each.get();
            }
            harness.deliverTheRest(Duration.ofSeconds(60), reader);
            SpoolHarness.assertBalanced(spool);
        } finally {
            executioners.shutdownNow();
            spool.close(Duration.ofSeconds(20));
        }
        return harness;
    }

    private static void killOne(
            ProcessHarness harness,
            String role,
            File directory,
            long first,
            Random random,
            int mostMillis,
            long notPromised)
            throws IOException, InterruptedException {
        Process child = harness.start(role, directory.getPath(), Long.toString(first), "1000000");
        try (DataInputStream from = new DataInputStream(child.getInputStream())) {
            List<Long> accepted = new ArrayList<>();
            assertThat(harness.hear(from, accepted))
                    .as("first sign of the child")
                    .isEqualTo('A');
            // The instant of the kill, not a synchronisation.
            long instant = System.nanoTime() + (1 + random.nextInt(mostMillis)) * 1_000_000L + random.nextInt(999_999);
            Starvation starvation = new Starvation(child.pid());
            while (System.nanoTime() < instant) {
                starvation.look();
                if (from.available() >= ProcessHarness.RECORD) {
                    harness.hear(from, accepted);
                } else {
                    child.waitFor(1, TimeUnit.MILLISECONDS);
                }
            }
            // The promise of a second supposes that the threads that write get to run.
            long starved = notPromised == 0 ? 0 : starvation.ofTheLast(notPromised);
            long killedAt = System.currentTimeMillis();
            // Not Process.destroyForcibly: that closes the stream with what was told.
            child.toHandle().destroyForcibly();
            child.waitFor();
            while (harness.hear(from, accepted) != 0) {
                // what it had told before it died
            }
            harness.killed(accepted, killedAt, notPromised + starved);
            harness.starved.accumulateAndGet(starved, Math::max);
        } finally {
            child.destroyForcibly();
        }
    }
}
