package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.internal.files.ChildJvm;
import dev.candor.telemetry.spi.UsageEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process whose address space has no room for the stack of another thread.
 *
 * <p>It is Blaxel's BLX-09, a worker that cannot start, and what dlt's DLT-22 comes to in Java, where every platform has threads.
 */
@Timeout(240)
class CrowdedProcessTest {
    private static final int EVENTS = 50;
    private static final long LIMIT_KB = 12L << 20;
    private static final long LEFT_KB = 320L << 10;
    private static final Attribute<Long> NUMBER = Attribute.wholeNumber("number", 0, 1_000_000);
    private static final EventType DONE =
            EventType.named("work_done").with(NUMBER).build();
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void open_noThreadCanBeStarted_hostGoesOnAndTheNextRunDelivers() throws Exception {
        String output = run("close");

        assertThat(output).contains("no room for a thread", "accepted 50", "complete false", "ended");
        try (Telemetry next = tool(folder).open()) {
            next.flush(LONG);
        }
        assertThat(received()).isEqualTo(LongStream.range(0, EVENTS).boxed().toList());
    }

    @Test
    void record_roomAgain_deliversInTheBackground() throws Exception {
        String output = run("recover");

        assertThat(output).contains("no room for a thread", "accepted 50", "delivered in the background", "ended");
    }

    private String run(String how) throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "SKIPPED: the address space is measured on Linux only");
        List<String> java = new ArrayList<>(ChildJvm.command(Program.class, folder.toString(), how));
        // Each thread of ours would take 512 MiB of the address space; what the JVM itself needs is there.
        java.addAll(1, List.of("-Xss512m", "-XX:CompressedClassSpaceSize=64m", "-XX:ReservedCodeCacheSize=48m"));
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -v " + LIMIT_KB + " && exec \"$@\"", "sh"));
        command.addAll(java);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        // Else each thread that allocates takes another 64 MiB.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        String output = ChildJvm.output(builder.start());
        assumeTrue(!output.contains("ulimit:"), "SKIPPED: this shell cannot limit the address space");
        return output;
    }

    private static List<Long> received() {
        return Recorder.received("crowded").stream()
                .map(signal -> (long) ((UsageEvent) signal).attributes().get(NUMBER.name()))
                .sorted()
                .toList();
    }

    private static Candor tool(Path folder) throws IOException {
        Surroundings surroundings = Surroundings.builder()
                .environment(Map.of("WORKER_ENABLE_TELEMETRY", "1"))
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
        return Candor.tool("worker", "1.0.0")
                .mode(Mode.SERVER)
                .events(DONE)
                .consent(ConsentRules.forTool("worker", "1.0.0").build())
                .maintainer("usage", Map.of("key", "crowded"), Purpose.USAGE)
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(surroundings)
                .build();
    }

    /** A server in which a thread with a large stack leaves no room for another one. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            CountDownLatch roomy = new CountDownLatch(1);
            Thread large = occupy(roomy);
            tellOfRoom();
            Telemetry telemetry = tool(Path.of(args[0])).open();
            int accepted = 0;
            for (long i = 0; i < EVENTS; i++) {
                accepted += telemetry.event(DONE).with(NUMBER, i).record() ? 1 : 0;
            }
            System.out.println("accepted " + accepted);
            if (args[1].equals("recover")) {
                roomy.countDown();
                large.join();
                giveBack();
                recover(telemetry);
            }
            Delivery delivery = telemetry.close(Duration.ofSeconds(5));
            System.out.println("complete " + delivery.complete());
            System.out.println("ended");
        }

        private static Thread occupy(CountDownLatch roomy) throws IOException {
            long size = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmSize:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            Runnable untilRoomy = () -> {
                try {
                    roomy.await();
                } catch (InterruptedException early) {
                    Thread.currentThread().interrupt();
                }
            };
            Thread large = new Thread(null, untilRoomy, "large", (LIMIT_KB - LEFT_KB - size) << 10);
            large.setDaemon(true);
            large.start();
            return large;
        }

        /** The C library keeps the stack of a thread that ended until another one ends. */
        private static void giveBack() throws InterruptedException {
            Thread small = new Thread(null, () -> {}, "small", 256 << 10);
            small.start();
            small.join();
        }

        private static void tellOfRoom() throws InterruptedException {
            Thread another = new Thread(() -> {}, "another");
            try {
                another.start();
                another.join();
                System.out.println("there is room for a thread");
            } catch (OutOfMemoryError noRoom) {
                System.out.println("no room for a thread");
            }
        }

        /** Records now and then, as a server does, until what it recorded first has arrived without a flush. */
        private static void recover(Telemetry telemetry) throws InterruptedException {
            long deadline = System.nanoTime() + LONG.toNanos();
            for (long i = EVENTS; received().size() < EVENTS && System.nanoTime() < deadline; i++) {
                telemetry.event(DONE).with(NUMBER, i).record();
                new CountDownLatch(1).await(10, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            System.out.println(received().size() >= EVENTS ? "delivered in the background" : "nothing came");
        }
    }
}
