package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.internal.files.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real process that is denied, or undecided, does nothing: what it leaves, starts, opens and loads is looked at. */
class DeniedProcessTest {
    private static final EventType DONE = EventType.named("work_done").build();
    private static final List<String> NOT_LOADED = List.of(
            "dev.candor.telemetry.spi.BackendSpec ",
            "dev.candor.telemetry.core.internal.discovery.",
            "dev.candor.telemetry.core.internal.spool.Spool ",
            "dev.candor.telemetry.core.internal.spool.Segment",
            "dev.candor.telemetry.core.internal.delivery.ShutdownHook",
            "dev.candor.telemetry.core.internal.delivery.Delivery",
            "java.net.Socket ",
            "java.net.HttpURLConnection",
            "sun.nio.ch.NioSocketImpl",
            "sun.nio.ch.Net ");

    @TempDir
    Path temp;

    private Path log;

    /** Uses all of telemetry, and tells what is there that was not there before. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws IOException {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            CandorBuilder builder = Candor.tool("worker", "1.0.0")
                    .mode(Mode.valueOf(args[0]))
                    .events(DONE)
                    .consent(rules(args[1]))
                    .errors(ErrorRules.owned("dev.candor").build())
                    .maintainer("usage", Map.of("key", "k"), Purpose.USAGE, Purpose.ERRORS)
                    .backends(Recorder.loader(Path.of(args[2])));
            // What the test wrote itself made the runtime open a socket pair, by which it interrupts channels.
            Set<String> inherited = sockets();
            Candor candor = args[1].equals("flag") ? builder.build().disabledByFlag() : builder.build();
            Telemetry telemetry = candor.open(RunKind.INTERACTIVE);
            int accepted = 0;
            for (int i = 0; i < 600; i++) {
                accepted += telemetry.event(DONE).record() ? 1 : 0;
                accepted += telemetry.errors().record(new IllegalStateException("broken")) ? 1 : 0;
                accepted += telemetry.logs().log(Severity.ERROR, "l", "m", null, Map.of()) ? 1 : 0;
                telemetry.trace("t").set("a", 1L).close();
                telemetry.metrics().counter("c", "1").add(1);
            }
            List<String> threads = new ArrayList<>();
            for (Thread each : Thread.getAllStackTraces().keySet()) {
                if (!before.contains(each)) {
                    threads.add(each.getName());
                }
            }
            Set<String> sockets = sockets();
            sockets.removeAll(inherited);
            System.out.println("accepted " + accepted + ", threads " + threads + ", sockets " + sockets);
            telemetry.flush(Duration.ofSeconds(1));
            telemetry.close();
        }

        private static ConsentRules rules(String kind) {
            ConsentRulesBuilder rules = ConsentRules.forTool("worker", "1.0.0").section("runtime");
            return kind.equals("owner")
                    ? rules.build()
                    : rules.noOwnerDestinations().build();
        }

        private static Set<String> sockets() throws IOException {
            Set<String> sockets = new TreeSet<>();
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                for (Path each : open.toList()) {
                    String target = target(each);
                    if (target.startsWith("socket:")) {
                        sockets.add(target);
                    }
                }
            }
            return sockets;
        }

        private static String target(Path descriptor) {
            try {
                return Files.readSymbolicLink(descriptor).toString();
            } catch (IOException closed) {
                return "";
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COMMAND, owner, ENABLE_RUNTIME_TRACE, false, ''",
        "SERVER, owner, ENABLE_RUNTIME_TRACE, 0, ''",
        "COMMAND, owner, A, b, 'enable_runtime_trace = false\n'",
        "SERVER, owner, A, b, 'enable_runtime_trace = false\n'",
        "COMMAND, owner, A, b, '[broken\n'",
        "COMMAND, plain, DO_NOT_TRACK, 1, ''",
        "SERVER, plain, DO_NOT_TRACK, 1, '[runtime]\nworker_telemetry = true\n'",
        "COMMAND, plain, A, b, '[runtime]\nworker_telemetry = false\n'",
        "MEMORY, plain, A, b, '[runtime]\nworker_telemetry = false\n'",
        "COMMAND, plain, A, b, ''",
        "SERVER, plain, A, b, ''",
        "COMMAND, flag, WORKER_ENABLE_TELEMETRY, 1, ''"
    })
    void deniedOrUndecided_doesNothingAtAll(String mode, String kind, String name, String value, String config)
            throws Exception {
        Map<String, String> before = prepare(config);

        String told = run(mode, kind, Map.of(name, value, "RUNTIME__OWNER_KEY", "mine"));

        assertThat(told).contains("accepted 0, threads [], sockets []");
        assertThat(files()).isEqualTo(before);
        List<String> loaded = loadedByTheProgram();
        assertThat(loaded).isNotEmpty();
        for (String each : NOT_LOADED) {
            assertThat(loaded.stream().filter(line -> line.startsWith(each))).isEmpty();
        }
    }

    /** The same program with a yes shows that there is something to see. */
    @Test
    void granted_isSeenByTheSameEyes() throws Exception {
        Map<String, String> before = prepare("");

        String told = run("SERVER", "owner", Map.of("WORKER_ENABLE_TELEMETRY", "1", "RUNTIME__OWNER_KEY", "mine"));

        assertThat(told).doesNotContain("accepted 0,").doesNotContain("threads []");
        assertThat(files()).isNotEqualTo(before);
        assertThat(Files.readAllLines(log)).anyMatch(line -> line.startsWith(NOT_LOADED.get(0)));
    }

    private Map<String, String> prepare(String config) throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs /proc");
        Files.createDirectories(temp.resolve("home/work"));
        if (!config.isEmpty()) {
            Files.createDirectories(temp.resolve("home/.worker"));
            Files.writeString(temp.resolve("home/.worker/config.toml"), config);
        }
        return files();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(temp.resolve("home"))) {
            for (Path each : all.toList()) {
                files.put(
                        each.toString(),
                        Files.isDirectory(each) ? "folder" : Files.readString(each) + Files.getLastModifiedTime(each));
            }
        }
        return files;
    }

    /** From the program's own class on: newer Java has classes of sockets among those it starts with. */
    private List<String> loadedByTheProgram() throws IOException {
        return Files.readAllLines(log).stream()
                .dropWhile(line -> !line.startsWith(Program.class.getName()))
                .toList();
    }

    private String run(String mode, String kind, Map<String, String> environment) throws Exception {
        log = temp.resolve("classes.log");
        List<String> command = new ArrayList<>(ChildJvm.command(
                Program.class, mode, kind, temp.resolve("services").toString()));
        command.add(1, "-Xlog:class+load:file=" + log + ":none");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        Map<String, String> all = new HashMap<>(environment);
        all.put("HOME", temp.resolve("home").toString());
        builder.environment().putAll(all);
        Process process = builder.directory(temp.resolve("home/work").toFile())
                .redirectErrorStream(true)
                .start();
        String output = ChildJvm.output(process);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
