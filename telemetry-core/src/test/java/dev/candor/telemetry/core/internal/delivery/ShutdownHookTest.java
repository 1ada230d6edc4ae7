package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownHookTest {
    @TempDir
    private Path directory;

    @Test
    void exit_workersHangAndNobodyCloses_jvmEndsByItself() throws Exception {
        assertThat(run("return")).isEqualTo("0 hung");
    }

    @Test
    void exit_hookClosesWhileABackendHangs_jvmEnds() throws Exception {
        assertThat(run("hook")).isEqualTo("3 hung closed");
    }

    @Test
    void register_whileTheJvmGoesDown_isHarmless() throws Exception {
        assertThat(run("late")).isEqualTo("4 hung registered removed");
    }

    @Test
    void remove_twice_isHarmless() {
        ShutdownHook hook = ShutdownHook.register(() -> {});

        hook.remove();
        hook.remove();
    }

    private String run(String how) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process child = Children.start(Program.class, output, how);
        int code = Children.exitCode(child);
        return code + " " + Files.readString(output).replaceAll("\\s+", " ").trim();
    }

    /** A program whose backend hangs. */
    static final class Program {
        public static void main(String[] args) throws InterruptedException {
            DeliveryWorkers workers = hanging();
            switch (args[0]) {
                case "return" -> {}
                case "hook" -> {
                    ShutdownHook.register(() -> {
                        workers.close(Duration.ofMillis(50));
                        System.out.println("closed");
                    });
                    System.exit(3);
                }
                case "late" -> {
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                        ShutdownHook hook = ShutdownHook.register(() -> {});
                        System.out.println("registered");
                        hook.remove();
                        System.out.println("removed");
                    }));
                    System.exit(4);
                }
                default -> throw new IllegalArgumentException(args[0]);
            }
        }

        private static DeliveryWorkers hanging() throws InterruptedException {
            Spool spool = Spool.open(SpoolOptions.of(SpoolMode.MEMORY, null));
            spool.append(new Numbered(1, Purpose.USAGE, 1));
            // The books are read with the ring empty.
            spool.state();
            CountDownLatch called = new CountDownLatch(1);
            FakeBackend backend = new FakeBackend();
            backend.answer = batch -> {
                called.countDown();
                while (true) {
                    try {
                        Thread.sleep(Long.MAX_VALUE);
                    } catch (InterruptedException ignored) {
                        // as a blocking read does
                    }
                }
            };
            DeliveryWorkers workers = new DeliveryWorkers(
                    List.of(new Destination(
                            "hung",
                            "settings",
                            purpose -> true,
                            List.of(() -> spool.reader(1)),
                            backend.opener(),
                            Numbered::decode,
                            BatchLimits.usual(),
                            BreakerStore.none(),
                            DailyCaps::none)),
                    DeliveryClock.system());
            workers.start();
            called.await();
            System.out.println("hung");
            return workers;
        }
    }
}
