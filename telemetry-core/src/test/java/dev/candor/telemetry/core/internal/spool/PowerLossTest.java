package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The power fails at a random moment, and the disk keeps what it likes of what was not synced. */
class PowerLossTest {

    private static final SpoolOptions.Limits LIMITS = new SpoolOptions.Limits(
            1 << 20, Duration.ofDays(7), 100, 4_096, Duration.ofSeconds(30), 1 << 20, 64, Duration.ofSeconds(30));

    @Test
    void powerLoss_atAnyMoment_losesOnlyTheLastSecond() {
        int seeds = Soak.runs(2_000, 100_000);
        long lostUnsynced = 0;
        long repeated = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Run run = new Run(seed);
            run.go();
            lostUnsynced += run.lostUnsynced;
            repeated += run.repeated;
        }
        Soak.report(
                "power loss",
                seeds + " seeds, 0 events older than 1 s lost, 0 altered; younger ones lost " + lostUnsynced
                        + ", settled events that came again " + repeated);
    }

    private static final class Run {
        private final int seed;
        private final Random random;
        private final TurnedTime time = new TurnedTime();
        private MemoryFs disk = new MemoryFs(time);
        private final Map<Long, Integer> settled = new HashMap<>();
        private final Map<Long, Long> accepted = new HashMap<>();
        private final Set<Long> synced = new HashSet<>();
        private SpoolProcess server;
        private SpoolProcess other;
        private long lastSync;
        private long next;
        private long lostUnsynced;
        private long repeated;

        Run(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void go() {
            for (int crash = 0; crash < 3; crash++) {
                server = new SpoolProcess(disk, time, LIMITS);
                other = new SpoolProcess(disk, time, LIMITS);
                int steps = random.nextInt(30);
                for (int step = 0; step < steps; step++) {
                    step();
                }
                long failedAt = time.monotonicMillis();
                disk = disk.afterPowerLoss(random);
                time.pass(Duration.ofMinutes(1));
                forgetUnsynced(failedAt);
            }
            verify();
        }

        private void step() {
            pass(random.nextInt(800));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> append();
                case 4 -> sync();
                case 5 -> server.rest();
                case 6 -> settle(server.deliver(1 + random.nextInt(20)));
                case 7 -> settle(other.deliver(1 + random.nextInt(20)));
                case 8 -> command();
                default -> pass(random.nextInt(60_000));
            }
        }

        /** Time passes as it does for the ring's writer, which syncs 900 ms after the last sync. */
        private void pass(int millis) {
            long due = Math.max(0, lastSync + 900 - time.monotonicMillis());
            if (due <= millis) {
                time.pass(Duration.ofMillis(due));
                sync();
                time.pass(Duration.ofMillis(millis - due));
            } else {
                time.pass(Duration.ofMillis(millis));
            }
        }

        private void sync() {
            lastSync = time.monotonicMillis();
            if (server.sync()) {
                synced.addAll(accepted.keySet());
            }
        }

        private void append() {
            List<TestEvent> events = SpoolProcess.events(next, 1 + random.nextInt(10), time.wallMillis(), random);
            next += events.size();
            server.append(events);
            for (TestEvent event : events) {
                accepted.put(event.number(), time.monotonicMillis());
            }
        }

        private void command() {
            List<TestEvent> events = SpoolProcess.events(next, 1 + random.nextInt(3), time.wallMillis(), random);
            next += events.size();
            SpoolProcess.command(disk, time, LIMITS, events);
            // A command syncs when it closes.
            for (TestEvent event : events) {
                synced.add(event.number());
            }
        }

        private void settle(List<Frame> frames) {
            for (Frame frame : frames) {
                assertThat(TestEvent.isIntact(frame))
                        .as("seed %d, %s", seed, frame)
                        .isTrue();
                settled.merge(frame.idLow(), 1, Integer::sum);
            }
        }

        private void forgetUnsynced(long failedAt) {
            accepted.forEach((number, at) -> {
                if (!synced.contains(number) && !settled.containsKey(number)) {
                    assertThat(failedAt - at)
                            .as("seed %d: age of lost event %d", seed, number)
                            .isLessThan(1_000);
                    lostUnsynced++;
                }
            });
            accepted.clear();
        }

        private void verify() {
            SpoolProcess last = new SpoolProcess(disk, time, LIMITS);
            settle(last.deliverAll());
            time.pass(Duration.ofMinutes(1));
            settle(last.deliverAll());
            Set<Long> missing = new TreeSet<>(synced);
            missing.removeAll(settled.keySet());
            assertThat(missing)
                    .as("seed %d: synced events that never came", seed)
                    .isEmpty();
            for (Map.Entry<Long, Integer> each : settled.entrySet()) {
                assertThat(each.getKey())
                        .as("seed %d: an event that never was", seed)
                        .isLessThan(next);
                repeated += each.getValue() - 1;
            }
            for (SpoolState.Route route : last.state().routes().values()) {
                assertThat(route.balances()).as("seed %d: %s", seed, route).isTrue();
            }
        }
    }
}
