package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.threads.Stalls;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on a real directory, killed with signal 9 at a random instant. */
class KillTest {

    /** So many kills to a directory: what all of a soak's processes accepted would not fit into memory. */
    private static final int SLICE = 250;

    @TempDir
    Path home;

    /**
     * Whom to kill and when.
     *
     * @param role what the child does
     * @param atOnce how many live at a time
     * @param mostMillis how long one lives at most, from its first event on
     * @param notPromised the milliseconds before the kill whose events may be lost
     */
    private record Killing(String role, int atOnce, int mostMillis, long notPromised) {}

    @Test
    void command_killedAtAnyInstant_losesNothingItAccepted() throws Exception {
        int runs = Soak.runs(100, 5_000);

        KillSum sum = killInSlices(runs, new Killing("commands", 4, 60, 0));

        sum.check("kill -9 of a writing process, COMMAND");
    }

    @Test
    void server_killedAtAnyInstant_losesOnlyTheLastSecond() throws Exception {
        int runs = Soak.runs(100, 5_000);

        KillSum sum = killInSlices(runs, new Killing("server", 12, 1_500, 1_000));

        sum.check("kill -9 of a writing process, SERVER");
    }

    /** What is promised of a machine that has nothing else to do, on which no check can rely. */
    @Test
    @EnabledIfSystemProperty(named = "candor.soak", matches = "true")
    void server_killedWhileTheMachineIsIdle_losesOnlyTheLastFiftyMillis() throws Exception {
        KillSum sum = killInSlices(300, new Killing("server", 1, 400, 50));

        sum.check("kill -9 of a writing process, SERVER, idle machine");
    }

    private KillSum killInSlices(int runs, Killing killing) throws Exception {
        KillSum sum = new KillSum();
        for (int from = 0; from < runs; from += SLICE) {
            Path directory = Files.createDirectory(home.resolve("from-" + from));
            ProcessHarness harness = new ProcessHarness(directory);
            killInALoop(
                    harness, directory.resolve("state/spool").toFile(), from, Math.min(runs, from + SLICE), killing);
            sum.add(harness);
        }
        return sum;
    }

    private static void killInALoop(ProcessHarness harness, File directory, int from, int to, Killing killing)
            throws Exception {
        ExecutorService executioners = Executors.newFixedThreadPool(killing.atOnce);
        Stalls machine = new Stalls();
        Spool spool = Spool.open(SpoolOptions.of(SpoolMode.COMMAND, directory).withLimits(ProcessHarness.QUICK));
        RouteReader reader = spool.reader(TestEvent.A);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int run = from; run < to; run++) {
                long first = run * 1_000_000L;
                Random random = new Random(run);
                all.add(executioners.submit(() -> {
                    killOne(harness, directory, first, random, killing, machine);
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
            machine.close();
            spool.close(Duration.ofSeconds(20));
        }
    }

    private static void killOne(
            ProcessHarness harness, File directory, long first, Random random, Killing killing, Stalls machine)
            throws IOException, InterruptedException {
        Process child = harness.start(killing.role, directory.getPath(), Long.toString(first), "1000000");
        try (DataInputStream from = new DataInputStream(child.getInputStream())) {
            List<Long> accepted = new ArrayList<>();
            assertThat(harness.hear(from, accepted))
                    .as("first sign of the child")
                    .isEqualTo('A');
            // The instant of the kill, not a synchronisation.
            long instant =
                    System.nanoTime() + (1 + random.nextInt(killing.mostMillis)) * 1_000_000L + random.nextInt(999_999);
            Starvation starvation = new Starvation(child.pid(), machine);
            while (System.nanoTime() < instant) {
                starvation.look();
                if (from.available() >= ProcessHarness.RECORD) {
                    harness.hear(from, accepted);
                } else {
                    child.waitFor(1, TimeUnit.MILLISECONDS);
                }
            }
            // The promise of a second supposes that the threads that write get to run.
            long starved = killing.notPromised == 0 ? 0 : starvation.ofTheLast(killing.notPromised);
            long killedAt = System.currentTimeMillis();
            // Not Process.destroyForcibly: that closes the stream with what was told.
            child.toHandle().destroyForcibly();
            child.waitFor();
            while (harness.hear(from, accepted) != 0) {
                // what it had told before it died
            }
            harness.killed(accepted, killedAt, killing.notPromised + starved);
            harness.starved.accumulateAndGet(starved, Math::max);
        } finally {
            child.destroyForcibly();
        }
    }
}
