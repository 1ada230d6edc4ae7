package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.threads.Stalls;
import java.io.DataInputStream;
import java.io.File;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes of two projects that all write to and deliver from one spool, while every third of them is killed.
 *
 * <p>The projects have different destinations: no process may be handed an event of the other project.
 */
class ManyProcessesTest {

    private static final int BATCH = 50;

    @TempDir
    Path home;

    private static final Duration LEASE = Duration.ofSeconds(Soak.runs(5, 20));

    static long destinationOf(long number) {
        return number / 1_000_000 % 2 == 0 ? TestEvent.A : TestEvent.B;
    }

    @Test
    void spool_sharedWhileAThirdIsKilled_losesNothingAndRepeatsABatchAtMost() throws Exception {
        int processes = Soak.runs(8, 64);
        int events = Soak.runs(1_000, 10_000);
        File directory = home.resolve("state/spool").toFile();
        ProcessHarness harness = new ProcessHarness(home);
        ExecutorService listeners = Executors.newFixedThreadPool(processes);
        try (Stalls machine = new Stalls()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                int number = i;
                all.add(listeners.submit(() -> {
                    live(harness, directory, number, events, machine);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            listeners.shutdownNow();
        }
        Spool spool = Spool.open(
                SpoolOptions.of(SpoolMode.COMMAND, directory).withLimits(ProcessHarness.quickWithLease(LEASE)));
        harness.deliverTheRest(
                Duration.ofSeconds(Soak.runs(60, 300)), spool.reader(TestEvent.A), spool.reader(TestEvent.B));
        SpoolHarness.assertBalanced(spool);
        spool.close(Duration.ofSeconds(20));

        Set<Long> lost = new TreeSet<>(harness.mustCome);
        lost.removeAll(harness.delivered.keySet());
        assertThat(lost.size())
                .as(
                        "accepted events that never came, the first of them %s",
                        lost.stream().limit(10).toList())
                .isZero();
        assertThat(harness.altered)
                .as("altered events, or events of the other project")
                .hasValue(0);
        assertThat(harness.repeated()).as("events that came twice").isLessThanOrEqualTo(harness.kills.get() * BATCH);
        Soak.report(
                processes + " JVMs × " + events + " events on one spool",
                harness.kills + " killed, " + harness.mustCome.size() + " events that had to come, 0 lost, 0 altered, "
                        + "0 handed to the other project, "
                        + harness.repeated() + " came twice");
    }

    private static void live(ProcessHarness harness, File directory, int number, int events, Stalls machine)
            throws Exception {
        String mode = number / 2 % 2 == 0 ? "COMMAND" : "SERVER";
        long first = number * 1_000_000L;
        Process child = harness.start(
                "share",
                directory.getPath(),
                Long.toString(first),
                Integer.toString(events),
                mode,
                Long.toString(destinationOf(first)),
                LEASE.toString());
        boolean doomed = number % 3 == 0;
        int killAfter = doomed ? 1 + new Random(number).nextInt(events) : Integer.MAX_VALUE;
        try (DataInputStream from = new DataInputStream(child.getInputStream())) {
            List<Long> accepted = new ArrayList<>();
            Starvation starvation = new Starvation(child.pid(), machine);
            char heard = harness.hear(from, accepted);
            while (heard != 0 && heard != 'E' && accepted.size() < killAfter) {
                starvation.look();
                heard = harness.hear(from, accepted);
            }
            if (heard == 'E') {
                harness.mustCome.addAll(accepted);
                return;
            }
            assertThat(doomed).as("process %d went on to its end", number).isTrue();
            // The promise of a second supposes that the threads that write get to run.
            long notPromised = mode.equals("SERVER") ? 1_000 + starvation.ofTheLast(1_000) : 0;
            long killedAt = System.currentTimeMillis();
            // Not Process.destroyForcibly: that closes the stream with what was told.
            child.toHandle().destroyForcibly();
            child.waitFor();
            while (harness.hear(from, accepted) != 0) {
                // what it had told before it died
            }
            harness.killed(accepted, killedAt, notPromised);
        } finally {
            child.destroyForcibly();
        }
    }
}
