package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new process that reads a plain config file, watched for what it loads: classes are what a short command pays for. */
class ShortCommandTest {
    private static final String[] TOO_DEAR = {
        "org.tomlj.",
        "org.antlr.",
        "org.yaml.",
        "com.fasterxml.",
        "java.util.regex.",
        "java.util.stream.",
        "java.util.concurrent.ForkJoin",
        "java.lang.ProcessHandle",
        "java.time.format.",
        "java.security.SecureRandom"
    };

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({
        "TOML, '[runtime]\nloader_telemetry = true # yes\nsentry_dsn = \"https://k@h/1\"\n'",
        "YAML, 'runtime:\n  loader_telemetry: true # yes\n  sentry_dsn: https://k@h/1\n'"
    })
    void open_plainConfig_loadsNoParserAndFewClasses(String format, String text) throws Exception {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "the home is chosen by HOME there");
        Path folder = Files.createDirectories(temp.resolve(".loader"));
        Files.writeString(folder.resolve(format.equals("TOML") ? "config.toml" : "config.yaml"), text);

        List<String> loaded = run(format);

        int start = loaded.indexOf(ShortCommand.class.getName());
        assertThat(start).isNotNegative();
        // From Java 21 on, System.exit itself looks for a logger; what it loads is not ours.
        int exit = loaded.indexOf("java.lang.Shutdown");
        List<String> own = loaded.subList(start, exit < 0 ? loaded.size() : exit);
        for (String dear : TOO_DEAR) {
            assertThat(own).noneMatch(each -> each.startsWith(dear));
        }
        assertThat(own).noneMatch(each -> each.contains("$$Lambda") || each.contains("StringConcatFactory"));
        assertThat(own.stream().filter(each -> each.startsWith("dev.candor"))).hasSizeLessThanOrEqualTo(66);
    }

    private List<String> run(String format) throws IOException, InterruptedException {
        Path log = temp.resolve("classes.log");
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log + ":none",
                "-cp",
                System.getProperty("java.class.path"),
                ShortCommand.class.getName(),
                format);
        command.environment().clear();
        command.environment().put("HOME", temp.toString());
        command.directory(temp.toFile()).inheritIO();
        Process process = command.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(42);
        return Files.readAllLines(log).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
