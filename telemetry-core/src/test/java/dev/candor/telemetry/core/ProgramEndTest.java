package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.internal.files.ChildJvm;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a program ends while its backend hangs: it ends by itself, and the next run delivers all that it had accepted, once. */
@Timeout(240)
class ProgramEndTest {
    private static final int EVENTS = 50;
    private static final Attribute<Long> NUMBER = Attribute.wholeNumber("number", 0, EVENTS);
    private static final EventType DONE =
            EventType.named("work_done").with(NUMBER).build();
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final String key = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource({"return, 0", "exit, 3", "interrupted, 0", "throw, 1", "halt, 5", "exit during close, 6"})
    void end_backendHangs_theNextRunDeliversEverything(String how, int code) throws Exception {
        Process program = start(how);
        String output = ChildJvm.output(program);

        assertThat(program.exitValue()).as(output).isEqualTo(code);
        assertNextRunDelivers();
    }

    @Test
    void terminated_whileDelivering_theNextRunDeliversEverything() throws Exception {
        Process program = start("stay");
        try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("hangs");

            program.destroy();

            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertNextRunDelivers();
    }

    /** The JVM itself waits for ever for such a hook. What was accepted is safe all the same, and nothing is held. */
    @Test
    void exit_insideTheHostsOwnHook_theNextRunDeliversEverything() throws Exception {
        Process program = start("exit in a hook");
        try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("hangs");
            assertThat(output.readLine()).isEqualTo("in the hook");

            assertNextRunDelivers();

            assertThat(program.isAlive()).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    private Process start(String how) throws IOException {
        return ChildJvm.start(Map.of(), Program.class, folder.toString(), key, how);
    }

    private void assertNextRunDelivers() throws IOException {
        Candor tool = tool(folder, key, Recorder.loader(folder.resolve("classes")));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        Delivery delivery = tool.control().flush(LONG);
        while (Recorder.received(key).size() < EVENTS && System.nanoTime() < deadline) {
            // What a dead process was about to send is free after a lease.
            delivery = tool.control().flush(LONG);
        }

        List<Long> numbers = Recorder.received(key).stream()
                .map(ProgramEndTest::number)
                .sorted()
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.range(0, EVENTS).boxed().toList());
        assertThat(delivery.waiting()).isZero();
        assertThat(delivery.dropped()).isEmpty();
    }

    private static long number(Signal signal) {
        return (long) ((UsageEvent) signal).attributes().get(NUMBER.name());
    }

    private static Candor tool(Path folder, String key, ClassLoader backends) throws IOException {
        Surroundings surroundings = Surroundings.builder()
                .environment(Map.of("WORKER_ENABLE_TELEMETRY", "1"))
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
        return Candor.tool("worker", "1.0.0")
                .mode(Mode.SERVER)
                .events(DONE)
                .consent(ConsentRules.forTool("worker", "1.0.0").build())
                .maintainer("usage", Map.of("key", key), Purpose.USAGE)
                .backends(backends)
                .surroundings(surroundings)
                .build();
    }

    /** A server whose backend hangs, and which ends as it is told. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Telemetry telemetry = tool(folder, args[1], HangingBackend.loader(folder.resolve("hanging")))
                    .open();
            boolean interrupts = args[2].equals("interrupted");
            long first = args[2].equals("exit during close") ? 1 : EVENTS;
            for (long i = 0; i < first; i++) {
                if (interrupts) {
                    Thread.currentThread().interrupt();
                }
                record(telemetry, i);
            }
            boolean interrupted = Thread.interrupted();
            HangingBackend.awaitCall();
            System.out.println("hangs");
            switch (args[2]) {
                case "return" -> {}
                case "exit" -> System.exit(3);
                case "halt" -> {
                    // Nothing hears of a halt, so only what is old enough to be on disk is promised; this waits for it.
                    telemetry.flush(Duration.ofMillis(1_500));
                    Runtime.getRuntime().halt(5);
                }
                case "exit during close" -> exitDuringClose(telemetry);
                case "exit in a hook" -> {
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                        System.out.println("in the hook");
                        System.exit(8);
                    }));
                    System.exit(7);
                }
                case "throw" -> throw new IllegalStateException("the program's own");
                case "interrupted" -> {
                    Thread.currentThread().interrupt();
                    telemetry.close(Duration.ofMillis(200));
                    System.exit(interrupted && Thread.interrupted() ? 0 : 4);
                }
                default -> Thread.sleep(Long.MAX_VALUE);
            }
        }

        private static void record(Telemetry telemetry, long number) {
            if (!telemetry.event(DONE).with(NUMBER, number).record()) {
                throw new IllegalStateException("not accepted: " + number);
            }
        }

        /** Exits at the first moment at which the other thread waits for something. */
        private static void exitDuringClose(Telemetry telemetry) {
            for (long i = 1; i < EVENTS; i++) {
                record(telemetry, i);
            }
            Thread closing = new Thread(() -> telemetry.close(LONG));
            closing.start();
            while (closing.isAlive() && closing.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            System.exit(6);
        }
    }
}
