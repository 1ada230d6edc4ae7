package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Several processes do random things to one spool; a list knows what must come of it. */
class ModelTest {

    private static final SpoolOptions.Limits LIMITS = new SpoolOptions.Limits(
            16 << 20, Duration.ofDays(7), 10_000, 3_000, Duration.ofSeconds(30), 1 << 20, 64, Duration.ofSeconds(30));

    @Test
    void operations_withoutKills_deliverEachEventOnceToEachDestination() {
        int seeds = Soak.runs(400, 20_000);
        for (int seed = 0; seed < seeds; seed++) {
            Run run = new Run(seed, false);
            run.go(120);

            assertThat(run.missing()).as("seed %d", seed).isEmpty();
            assertThat(run.repeated()).as("seed %d: deliveries too many", seed).isZero();
        }
        Soak.report("random operations of 3 processes against a list", seeds + " × 120 operations, each event once");
    }

    @Test
    void operations_withKillsAndPurges_loseNothingAndSendNothingWithdrawn() {
        int seeds = Soak.runs(400, 20_000);
        long kills = 0;
        long repeated = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Run run = new Run(seed, true);
            run.go(120);

            assertThat(run.missing()).as("seed %d", seed).isEmpty();
            kills += run.kills;
            repeated += run.repeated();
        }
        Soak.report(
                "the same with kills and withdrawals",
                seeds + " × 120 operations, " + kills + " kills, 0 lost, 0 withdrawn events sent, " + repeated
                        + " came again");
    }

    private static final class Run {
        private static final long[][] ROUTES = {{TestEvent.A}, {TestEvent.B}, {TestEvent.A, TestEvent.B}};
        private static final Purpose[] PURPOSES = {Purpose.USAGE, Purpose.ERRORS};

        private final int seed;
        private final boolean violent;
        private final Random random;
        private final TurnedTime time = new TurnedTime();
        private final MemoryFs disk = new MemoryFs(time);
        private final List<Process> processes = new ArrayList<>();
        private final Set<String> expected = new TreeSet<>();
        private final Map<String, Integer> delivered = new HashMap<>();
        private final Set<Long> withdrawn = new HashSet<>();
        private final Map<Long, Purpose> purposes = new HashMap<>();
        private final Set<Long> doubtful = new HashSet<>();
        private long next;
        private int kills;
        private int purges;

        Run(int seed, boolean violent) {
            this.seed = seed;
            this.violent = violent;
            this.random = new Random(seed);
        }

        private final class Process {
            private final MemoryFsView view = disk.view();
            private final Store store = new Store(
                    SpoolOptions.of(SpoolMode.SERVER, null).withTime(time).withLimits(LIMITS), view);
            private final Map<Long, RouteReader> readers = new HashMap<>();
            private int purgesSeen = -1;

            private void deliver(long destination, int most) {
                RouteReader reader = readers.computeIfAbsent(destination, store::reader);
                List<Frame> frames = reader.peek(most, 1 << 20);
                // Now and then the destination does not answer, or takes a part only.
                int taken = random.nextInt(4) == 0 ? random.nextInt(frames.size() + 1) : frames.size();
                for (Frame frame : frames) {
                    assertThat(frame.isFor(destination)).isTrue();
                    assertThat(TestEvent.isIntact(frame)).isTrue();
                    assertThat(withdrawn)
                            .as("seed %d: sent though withdrawn", seed)
                            .doesNotContain(frame.idLow());
                }
                for (Frame frame : frames.subList(0, taken)) {
                    delivered.merge(key(frame.idLow(), destination), 1, Integer::sum);
                }
                reader.settle(taken);
            }

            private void check() {
                store.state(0, new Tally())
                        .routes()
                        .forEach((destination, route) -> assertThat(route.balances())
                                .as("seed %d, %x: %s", seed, destination, route)
                                .isTrue());
            }
        }

        private static String key(long number, long destination) {
            return number + (destination == TestEvent.A ? "→A" : "→B");
        }

        void go(int steps) {
            for (int i = 0; i < 3; i++) {
                processes.add(new Process());
            }
            for (int i = 0; i < steps; i++) {
                step();
            }
            for (Process process : processes) {
                process.check();
                process.store.close();
                process.check();
            }
            time.pass(Duration.ofMinutes(1));
            Process last = new Process();
            for (int round = 0; round < 40; round++) {
                time.pass(Duration.ofSeconds(11));
                last.deliver(TestEvent.A, 100);
                last.deliver(TestEvent.B, 100);
            }
            last.check();
        }

        private void step() {
            Process process = processes.get(random.nextInt(processes.size()));
            time.pass(Duration.ofMillis(random.nextInt(4_000)));
            switch (random.nextInt(violent ? 15 : 13)) {
                case 0, 1, 2, 3 -> append(process);
                case 4, 5, 6 -> process.deliver(TestEvent.A, 1 + random.nextInt(30));
                case 7, 8 -> process.deliver(TestEvent.B, 1 + random.nextInt(30));
                case 9 -> command();
                case 10 -> process.store.settleDown();
                case 11 -> restart(process);
                case 12 -> time.pass(Duration.ofSeconds(random.nextInt(20)));
                case 13 -> kill(process);
                default -> purge(process);
            }
        }

        private void append(Process process) {
            Group group = new Group();
            // A process that hears of a withdrawal with this write cannot know what was accepted after it.
            boolean unaware = process.purgesSeen >= 0 && process.purgesSeen != purges;
            for (TestEvent event : events(1 + random.nextInt(12))) {
                group.add(event);
                if (unaware && event.purpose() == Purpose.ERRORS) {
                    doubtful.add(event.number());
                }
            }
            process.store.write(group);
            process.purgesSeen = purges;
        }

        private void command() {
            SpoolProcess.command(disk, time, LIMITS, events(1 + random.nextInt(3)));
        }

        private List<TestEvent> events(int count) {
            List<TestEvent> events = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long[] route = ROUTES[random.nextInt(ROUTES.length)];
                Purpose purpose = PURPOSES[random.nextInt(PURPOSES.length)];
                long number = next++;
                events.add(TestEvent.of(number).to(route).about(purpose).at(time.wallMillis()));
                purposes.put(number, purpose);
                for (long destination : route) {
                    expected.add(key(number, destination));
                }
            }
            return events;
        }

        private void restart(Process process) {
            process.store.close();
            process.check();
            processes.set(processes.indexOf(process), new Process());
        }

        private void kill(Process process) {
            kills++;
            disk.kill(process.view);
            processes.set(processes.indexOf(process), new Process());
        }

        private void purge(Process process) {
            if (random.nextInt(4) > 0) {
                return;
            }
            process.store.purge(Set.of(Purpose.ERRORS));
            purges++;
            process.purgesSeen = purges;
            for (Map.Entry<Long, Purpose> each : purposes.entrySet()) {
                if (each.getValue() == Purpose.ERRORS) {
                    withdrawn.add(each.getKey());
                }
            }
        }

        Set<String> missing() {
            Set<String> missing = new TreeSet<>(expected);
            missing.removeAll(delivered.keySet());
            missing.removeIf(key -> {
                long number = Long.parseLong(key.substring(0, key.indexOf('→')));
                return withdrawn.contains(number) || doubtful.contains(number);
            });
            return missing;
        }

        int repeated() {
            int repeated = 0;
            for (int times : delivered.values()) {
                repeated += times - 1;
            }
            return repeated;
        }
    }
}
