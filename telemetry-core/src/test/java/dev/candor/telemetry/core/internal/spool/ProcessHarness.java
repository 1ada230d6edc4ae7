package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Starts, hears and kills {@link SpoolChild}ren, and remembers what must not be lost. */
final class ProcessHarness {

    static final int RECORD = 17;

    /** The usual limits with a lease that a test can wait for, and room for all that a test writes. */
    static final SpoolOptions.Limits QUICK = new SpoolOptions.Limits(
            512L << 20,
            Duration.ofDays(7),
            100_000,
            256 << 10,
            Duration.ofSeconds(30),
            4 << 20,
            8_192,
            Duration.ofMillis(500));

    /**
     * The same for processes of which each waits for a processor for a while: with half a second's lease the others would take its batches
     * for those of a dead one, and deliver them too. The usual lease is thirty seconds.
     */
    static SpoolOptions.Limits quickWithLease(Duration lease) {
        return new SpoolOptions.Limits(
                QUICK.bytes(),
                QUICK.age(),
                QUICK.segments(),
                QUICK.segmentBytes(),
                QUICK.segmentAge(),
                QUICK.memoryBytes(),
                QUICK.ring(),
                lease);
    }

    final Map<Long, Long> accepted = new ConcurrentHashMap<>();
    final Set<Long> mustCome = ConcurrentHashMap.newKeySet();
    final Map<Long, Integer> delivered = new ConcurrentHashMap<>();
    final AtomicLong altered = new AtomicLong();
    final AtomicLong kills = new AtomicLong();
    final AtomicLong starved = new AtomicLong();
    private final Map<Long, Long> agesAtTheKill = new ConcurrentHashMap<>();
    private final Path directory;

    ProcessHarness(Path directory) {
        this.directory = directory;
    }

    Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                place(SpoolMode.class)
                        + File.pathSeparator
                        + place(Purpose.class)
                        + File.pathSeparator
                        + place(SpoolChild.class),
                SpoolChild.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.redirectError(directory.resolve("errors.txt").toFile());
        return builder.start();
    }

    private static String place(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** Reads one record and remembers it; the letter, or 0 at the end. */
    char hear(DataInputStream from, List<Long> acceptedHere) throws IOException {
        byte[] record = new byte[RECORD];
        try {
            from.readFully(record);
        } catch (EOFException end) {
            return 0;
        }
        long number = 0;
        long at = 0;
        for (int i = 0; i < 8; i++) {
            number = number << 8 | record[1 + i] & 0xFF;
            at = at << 8 | record[9 + i] & 0xFF;
        }
        switch ((char) record[0]) {
            case 'A' -> {
                accepted.put(number, at);
                acceptedHere.add(number);
            }
            case 'D' -> delivered.merge(number, 1, Integer::sum);
            case 'X' -> altered.incrementAndGet();
            default -> {}
        }
        return (char) record[0];
    }

    /** What a killed process had accepted must come, but for the last moments that its mode does not promise. */
    void killed(List<Long> acceptedHere, long killedAt, long notPromisedMillis) {
        kills.incrementAndGet();
        for (long number : acceptedHere) {
            agesAtTheKill.put(number, killedAt - accepted.get(number));
            if (notPromisedMillis == 0 || accepted.get(number) < killedAt - notPromisedMillis) {
                mustCome.add(number);
            }
        }
    }

    int deliver(RouteReader reader) {
        List<Frame> batch = reader.peek(1_000, 1 << 20);
        for (Frame frame : batch) {
            if (!TestEvent.isIntact(frame)) {
                altered.incrementAndGet();
            }
            delivered.merge(frame.idLow(), 1, Integer::sum);
        }
        reader.settle(batch.size());
        return batch.size();
    }

    /** Delivers until everything that must come has come, or the time is over. */
    void deliverTheRest(Duration atMost, RouteReader... readers) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadline && !delivered.keySet().containsAll(mustCome)) {
            int some = 0;
            for (RouteReader reader : readers) {
                some += deliver(reader);
            }
            if (some == 0) {
                readers[0].await(Duration.ofMillis(200));
            }
        }
        for (RouteReader reader : readers) {
            while (deliver(reader) > 0) {
                // whatever else is there
            }
        }
    }

    /** For each kill the milliseconds from the acceptance of the oldest event that was lost, 0 when none was; sorted. */
    List<Long> agesOfTheOldestLost() {
        Map<Long, Long> oldest = new HashMap<>();
        agesAtTheKill.forEach(
                (number, age) -> oldest.merge(number / 1_000_000, delivered.containsKey(number) ? 0 : age, Math::max));
        List<Long> ages = new ArrayList<>(oldest.values());
        Collections.sort(ages);
        return ages;
    }

    long lostOlderThan(long millis) {
        return agesAtTheKill.entrySet().stream()
                .filter(each -> each.getValue() > millis && !delivered.containsKey(each.getKey()))
                .count();
    }

    long repeated() {
        long repeated = 0;
        for (int times : delivered.values()) {
            repeated += times - 1;
        }
        return repeated;
    }
}
