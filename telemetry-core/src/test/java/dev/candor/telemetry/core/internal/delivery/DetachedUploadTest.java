package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DetachedUploadTest {
    @TempDir
    private Path directory;

    @Test
    void start_fromACommand_flushesAndClosesTheToolsTelemetry() throws Exception {
        Process command = Children.start(Command.class, directory.resolve("output"), directory.toString());

        assertThat(Children.exitCode(command)).isZero();
        List<String> events = awaitEvents("closed");

        assertThat(events.get(0)).startsWith("supplied ");
        assertThat(events.subList(1, 3)).containsExactly("flushed PT50S", "closed PT2S");
        assertThat(Files.readString(directory.resolve("output"))).contains("started true");
    }

    @Test
    void start_theTerminalCloses_goesOn() throws Exception {
        assumeThat(Path.of("/usr/bin/setsid")).as("this test needs setsid").isExecutable();
        Files.createFile(directory.resolve("hold"));
        Process command = Children.start(Command.class, directory.resolve("output"), directory.toString(), "stay");
        long uploader = Long.parseLong(awaitEvents("supplied").get(0).substring("supplied ".length()));

        assertThat(sessionOf(uploader))
                .as("a session of its own")
                .isEqualTo(uploader)
                .isNotEqualTo(sessionOf(command.pid()));
        new ProcessBuilder("kill", "-HUP", String.valueOf(command.pid()))
                .start()
                .waitFor();
        // Whoever runs this test under nohup hands an ignored SIGHUP down to the command.
        if (!command.waitFor(10, TimeUnit.SECONDS)) {
            command.destroyForcibly();
        }
        assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Files.delete(directory.resolve("hold"));

        awaitEvents("closed");
    }

    @Test
    void start_oneRunsAlready_theSecondDoesNothing() throws Exception {
        Files.createFile(directory.resolve("hold"));
        Children.exitCode(Children.start(Command.class, directory.resolve("output"), directory.toString()));
        awaitEvents("supplied");

        Process second = Children.start(
                UploaderMain.class, directory.resolve("output"), directory.toString(), Entry.class.getName());
        int code = Children.exitCode(second);
        Files.delete(directory.resolve("hold"));

        assertThat(code).isZero();
        assertThat(awaitEvents("closed"))
                .filteredOn(event -> event.startsWith("supplied"))
                .hasSize(1);
    }

    @Test
    void start_whileTheParentLives_leavesNoZombie() throws Exception {
        assumeThat(Path.of("/proc/self")).as("this test needs /proc").exists();
        Process command = Children.start(Command.class, directory.resolve("output"), directory.toString(), "stay");
        long uploader = Long.parseLong(awaitEvents("closed").get(0).substring("supplied ".length()));

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Files.exists(Path.of("/proc/" + uploader)) && System.nanoTime() < deadline) {
            pause();
        }

        assertThat(Path.of("/proc/" + uploader)).doesNotExist();
        assertThat(command.isAlive()).isTrue();
        command.destroyForcibly();
    }

    @Test
    void start_whileTheUploadRuns_leavesTheCommandNoChildToWaitFor() throws Exception {
        assumeThat(Path.of("/bin/sh")).as("this test needs a shell").isExecutable();
        Files.createFile(directory.resolve("hold"));
        Process command = Children.start(Command.class, directory.resolve("output"), directory.toString(), "stay");
        long uploader = Long.parseLong(awaitEvents("supplied").get(0).substring("supplied ".length()));

        List<Long> children =
                command.toHandle().descendants().map(ProcessHandle::pid).toList();

        assertThat(children).doesNotContain(uploader);
        command.destroyForcibly();
        Files.delete(directory.resolve("hold"));
        awaitEvents("closed");
    }

    @Test
    void run_theToolHangs_endsAfterItsLife() throws Exception {
        Files.createFile(directory.resolve("hold"));

        // A machine that stands still may end a life before the tool was asked for: then a longer one.
        for (int seconds = 5; events().isEmpty() && seconds < 50; seconds *= 3) {
            Process uploader = Children.start(
                    ShortLived.class,
                    directory.resolve("output"),
                    directory.toString(),
                    Entry.class.getName(),
                    String.valueOf(seconds));
            assertThat(Children.exitCode(uploader)).isZero();
        }

        assertThat(events()).hasSize(1);
    }

    @Test
    void run_entryIsNoSupplier_endsQuietly() throws Exception {
        Path output = directory.resolve("output");

        int noSupplier =
                Children.exitCode(Children.start(UploaderMain.class, output, directory.toString(), "java.lang.String"));
        int noClass =
                Children.exitCode(Children.start(UploaderMain.class, output, directory.toString(), "no.such.Class"));

        assertThat(noSupplier).isZero();
        assertThat(noClass).isZero();
        assertThat(Files.readString(output)).isEmpty();
    }

    @Test
    void command_arguments_holdNoSettingAndNoSignal() {
        List<String> command = upload().command();

        assertThat(command).contains("-Dcandor.uploader=true");
        assertThat(command.subList(command.size() - 3, command.size()))
                .containsExactly(UploaderMain.class.getName(), directory.toString(), Entry.class.getName());
        assertThat(command)
                .filteredOn(argument -> argument.startsWith("-D"))
                .allSatisfy(
                        argument -> assertThat(argument)
                                .matches(
                                        "-D(candor\\.uploader|user\\.home|https?\\.(proxy|nonProxy).*|java\\.net\\.useSystemProxies"
                                                + "|javax\\.net\\.ssl\\.trustStore(Type)?|java\\.util\\.logging\\.config\\.file)=.*"));
    }

    private DetachedUpload upload() {
        return new DetachedUpload(directory.toFile(), Entry.class.getName());
    }

    private List<String> awaitEvents(String last) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline) {
            List<String> events = events();
            if (events.stream().anyMatch(event -> event.startsWith(last))) {
                return events;
            }
            pause();
        }
        throw new AssertionError("no " + last + " in " + events());
    }

    private List<String> events() throws IOException {
        Path events = directory.resolve("events");
        return Files.exists(events) ? Files.readAllLines(events) : List.of();
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }

    private static long sessionOf(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3]);
    }

    /** A short command that leaves an upload behind. */
    static final class Command {
        public static void main(String[] args) throws InterruptedException {
            UploadSchedule schedule = new UploadSchedule(Path.of(args[0]).toFile(), Clock.systemUTC());
            boolean taken = schedule.take();
            long before = System.nanoTime();
            boolean started = new DetachedUpload(Path.of(args[0]).toFile(), Entry.class.getName()).start();
            long took = System.nanoTime() - before;
            before = System.nanoTime();
            boolean due = schedule.due();
            System.out.println("started " + (taken && started) + " in us " + took / 1_000 + "; due " + due + " in us "
                    + (System.nanoTime() - before) / 1_000);
            if (args.length > 1) {
                Thread.sleep(Long.MAX_VALUE);
            }
        }

        private Command() {}
    }

    /** An upload process that may live for so many seconds only. */
    static final class ShortLived {
        public static void main(String[] args) {
            UploaderMain.run(Arrays.copyOf(args, 2), Duration.ofSeconds(Long.parseLong(args[2])));
        }

        private ShortLived() {}
    }

    /** The tool's telemetry: notes what is asked of it, and hangs while there is a file called hold. */
    public static final class Entry implements Supplier<Telemetry> {
        private final Path directory = Path.of("").toAbsolutePath();

        @Override
        public Telemetry get() {
            note("supplied " + ProcessHandle.current().pid());
            while (Files.exists(directory.resolve("hold"))) {
                pause();
            }
            return (Telemetry) Proxy.newProxyInstance(
                    Entry.class.getClassLoader(), new Class<?>[] {Telemetry.class}, (proxy, method, arguments) -> {
                        note((method.getName().equals("flush") ? "flushed " : "closed ") + arguments[0]);
                        return Delivery.nothing();
                    });
        }

        private void note(String event) {
            try {
                Files.writeString(
                        directory.resolve("events"),
                        event + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
