package dev.candor.telemetry.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a short command loads, seen in real processes. */
class ShortStartTest {
    private static final int ALLOWED = 3;
    private static final List<String> DEAR = List.of(
            "java.net.http.",
            "sun.net.www.protocol.http",
            "sun.security.ssl.",
            "java.security.SecureRandom",
            "java.util.regex.",
            "java.util.ServiceLoader",
            "java.time.format.",
            "java.lang.invoke.LambdaForm",
            "java.lang.invoke.InnerClassLambdaMetafactory",
            "java.lang.invoke.StringConcatFactory",
            // Methods called by reflection, as enum sets do.
            "jdk.internal.reflect.NativeMethodAccessorImpl",
            "jdk.internal.reflect.DirectMethodHandleAccessor",
            "com.fasterxml.",
            "org.tomlj.",
            "org.antlr.",
            "org.yaml.",
            "dev.candor.telemetry.core.internal.discovery.",
            "dev.candor.telemetry.core.internal.delivery.DeliveryWorker",
            "dev.candor.telemetry.core.internal.config.Plain",
            "dev.candor.telemetry.core.internal.consent.ConsentResolver");

    @TempDir
    Path folder;

    private Path home;
    private String classPath;

    @BeforeEach
    void prepare() throws IOException, URISyntaxException {
        home = Files.createDirectories(folder.resolve("home"));
        Path classes = folder.resolve("classes");
        copy(StartProbe.class, classes);
        classPath = String.join(File.pathSeparator, classes.toString(), where(Candor.class), where(Telemetry.class));
    }

    @Test
    void run_nothingChangedSinceTheLast_loadsNothingDear() throws IOException, InterruptedException {
        PlannedTool.write(home.resolve(".probetool/config.toml"), "[runtime]\nlog_level = \"warn\"\n");
        assertThat(run(Map.of(), "yes", null)).isZero();
        assertThat(run(Map.of(), "1", null)).isZero();
        assertThat(run(Map.of(), "1", null)).isZero();
        assertThat(home.resolve(".local/state/probetool/telemetry/start-plan")).isRegularFile();

        Set<String> loaded = loaded(Map.of(), "1", 0);

        assertNothingDear(loaded);
        assertThat(ours(loaded)).as("%s", ours(loaded)).hasSizeLessThan(78);
    }

    @Test
    void run_uploadIsDue_startsItWithoutThePipeline() throws Exception {
        assertThat(run(Map.of(), "yes", null)).isZero();
        assertThat(run(Map.of(), "1", null)).isZero();

        Set<String> loaded = loaded(Map.of(), "upload", 0);

        assertThat(loaded).contains("dev.candor.telemetry.core.internal.delivery.DetachedUpload");
        assertThat(loaded)
                .noneMatch(name -> name.startsWith("dev.candor.telemetry.core.internal.discovery.")
                        || name.startsWith("dev.candor.telemetry.core.internal.consent.ConsentResolver"));
        assertThat(appears(home.resolve("uploaded"))).isTrue();
    }

    @Test
    void run_uploadIsDueButADestinationIsIll_looksWhetherItMay() throws Exception {
        assertThat(run(Map.of(), "yes", null)).isZero();
        assertThat(run(Map.of(), "1", null)).isZero();
        Files.writeString(home.resolve(".local/state/probetool/telemetry/breaker-1"), "");

        Set<String> loaded = loaded(Map.of(), "upload", 0);

        assertThat(loaded).anyMatch(name -> name.startsWith("dev.candor.telemetry.core.internal.discovery."));
    }

    @Test
    void run_deniedByTheEnvironment_loadsAHandful() throws IOException, InterruptedException {
        Set<String> loaded = loaded(Map.of("DO_NOT_TRACK", "1"), "1", ALLOWED);

        assertNothingDear(loaded);
        assertThat(ours(loaded)).as("%s", ours(loaded)).hasSizeLessThan(30);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void run_deniedByAFile_loadsNeitherParserNorPipeline() throws IOException, InterruptedException {
        PlannedTool.write(
                home.resolve(".probetool/config.toml"), "[runtime]\nprobetool_telemetry = false\nname = \"x\"\n");

        Set<String> loaded = loaded(Map.of(), "1", ALLOWED);

        assertThat(loaded)
                .noneMatch(name -> name.startsWith("org.tomlj.")
                        || name.startsWith("dev.candor.telemetry.core.internal.spool.")
                        || name.startsWith("dev.candor.telemetry.core.internal.delivery.")
                        || name.startsWith("java.util.ServiceLoader")
                        || name.startsWith("java.lang.invoke.LambdaForm")
                        || name.startsWith("jdk.internal.reflect.NativeMethodAccessorImpl"));
        assertThat(ours(loaded)).as("%s", ours(loaded)).hasSizeLessThan(50);
    }

    @Test
    void run_nothingWasEverAllowed_loadsAHandful() throws IOException, InterruptedException {
        Set<String> loaded = loaded(Map.of(), "1", ALLOWED);

        assertNothingDear(loaded);
        assertThat(ours(loaded)).as("%s", ours(loaded)).hasSizeLessThan(36);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void run_afterARecordedNo_loadsAHandful() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "no", null)).isZero();

        Set<String> loaded = loaded(Map.of(), "1", ALLOWED);

        assertNothingDear(loaded);
        assertThat(ours(loaded)).as("%s", ours(loaded)).hasSizeLessThan(40);
    }

    private static boolean appears(Path file) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(file) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        return Files.exists(file);
    }

    private static void assertNothingDear(Set<String> loaded) {
        for (String each : DEAR) {
            assertThat(loaded).as(each).noneMatch(name -> name.startsWith(each));
        }
    }

    private static List<String> ours(Set<String> loaded) {
        return loaded.stream().filter(name -> name.startsWith("dev.candor.")).toList();
    }

    /** The classes that a run loads and one that does nothing does not. */
    private Set<String> loaded(Map<String, String> variables, String argument, int expected)
            throws IOException, InterruptedException {
        Path without = folder.resolve("without.txt");
        Path with = folder.resolve("with.txt");
        assertThat(run(variables, "nothing", without)).isZero();
        assertThat(run(variables, argument, with)).isEqualTo(expected);
        Set<String> loaded = names(with);
        loaded.removeAll(names(without));
        assertThat(ours(loaded)).isNotEmpty();
        return loaded;
    }

    private static Set<String> names(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return new TreeSet<>(lines.map(line -> line.substring(0, (line + " ").indexOf(' ')))
                    .toList());
        }
    }

    private int run(Map<String, String> variables, String argument, @org.jspecify.annotations.Nullable Path log)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        if (log != null) {
            line.add("-Xlog:class+load:file=" + log + ":none:filecount=0");
        }
        line.addAll(List.of("-cp", classPath, StartProbe.class.getName(), argument));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(variables);
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String where(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** Puts a test's program where no other test's files are. */
    private static void copy(Class<?> program, Path to) throws IOException, URISyntaxException {
        String name = program.getName().replace('.', '/');
        Path from = Path.of(where(program)).resolve(name + ".class").getParent();
        Path folder = Files.createDirectories(to.resolve(name).getParent());
        try (Stream<Path> files = Files.list(from)) {
            for (Path each : files.toList()) {
                if (each.getFileName().toString().startsWith(program.getSimpleName())) {
                    Files.copy(each, folder.resolve(each.getFileName().toString()));
                }
            }
        }
    }
}
