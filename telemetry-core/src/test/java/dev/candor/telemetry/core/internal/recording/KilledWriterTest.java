package dev.candor.telemetry.core.internal.recording;

import static dev.candor.telemetry.core.internal.recording.RecordingFixture.allows;
import static dev.candor.telemetry.core.internal.recording.RecordingFixture.answers;
import static dev.candor.telemetry.core.internal.recording.RecordingFixture.deployer;
import static dev.candor.telemetry.core.internal.recording.RecordingFixture.loader;
import static dev.candor.telemetry.core.internal.recording.RecordingFixture.surroundings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.internal.consent.RecordFormat;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.files.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {

    private static final int KILLS =
            Integer.getInteger("candor.kills", Boolean.getBoolean("candor.soak") ? 5_000 : 100);
    private static final String CONFIG =
            "# precious\n[runtime] # section\nloader_telemetry = true # key\nlog = \"x\"\n";

    @TempDir
    Path home;

    @BeforeEach
    void unixOnly() {
        Assumptions.assumeTrue(
                home.getFileSystem().supportedFileAttributeViews().contains("unix"));
    }

    /** Writes answers until it is killed, or so many, and tells of each before and after. */
    static final class WritesAnswers {
        private WritesAnswers() {}

        public static void main(String[] args) {
            Path home = Path.of(args[0]);
            Random random = new Random(Long.parseLong(args[1]));
            ConsentRules rules =
                    args[3].equals("loader") ? loader().build() : deployer().build();
            // On a slow disk eight writers keep one waiting for as long as they like: whoever writes for a test waits.
            AnswerBook book = new AnswerBook(rules, surroundings(home), true, Duration.ofHours(1));
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                boolean yes = random.nextBoolean();
                System.out.println("writing " + yes);
                Recorded recorded = book.record(answers(yes, yes), How.COMMAND);
                System.out.println((recorded.kept() && recorded.problems().isEmpty() ? "wrote " : "failed ") + yes);
            }
        }
    }

    @Test
    void record_killedAtRandomInstants_noNeverBecomesYesAndFilesStayWhole() throws Exception {
        ConsentRules rules = loader().build();
        Path config = home.resolve(".loader/config.toml");
        Files.createDirectories(config.getParent());
        Files.writeString(config, CONFIG);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int midWrite = 0;

        for (int kill = 0; kill < KILLS; kill++) {
            List<String> told = killedRun(random, kill);
            String last = told.isEmpty() ? "" : told.get(told.size() - 1);
            boolean inFlight = last.startsWith("writing");
            midWrite += inFlight ? 1 : 0;
            boolean lastIsNo = last.endsWith("false");
            boolean mayBeEither =
                    inFlight && told.size() > 1 && !told.get(told.size() - 2).endsWith(last.substring(8));

            RecordFormat.read(Files.readAllBytes(home.resolve(".loader/telemetry-consent")));
            Reading read = Reading.of(Format.TOML, Files.readAllBytes(config));
            assertThat(read.text().replace("= false #", "= true #"))
                    .as("seed %s kill %s", seed, kill)
                    .isEqualTo(CONFIG);
            if (!mayBeEither && !last.isEmpty()) {
                assertThat(allows(rules, home, Purpose.USAGE))
                        .as("seed %s kill %s after %s", seed, kill, last)
                        .isEqualTo(!lastIsNo);
            }
        }
        System.out.println(KILLS + " kills, " + midWrite + " of them in the middle of an answer");
        assertThat(midWrite).isPositive();
    }

    /** What a writer told before it was killed, at least one whole answer. */
    private List<String> killedRun(Random random, int kill) throws IOException, InterruptedException {
        Process writer = ChildJvm.start(
                Map.of(), WritesAnswers.class, home.toString(), Integer.toString(kill), "1000000", "loader");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> told = new ArrayList<>();
            told.add(out.readLine());
            told.add(out.readLine());
            LockSupport.parkNanos(random.nextInt(8_000_000));
            // Process.destroyForcibly would also throw away what was told and not yet read.
            writer.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // A line without its end was cut by the kill.
                if (line.matches("(writing|wrote) (true|false)")) {
                    told.add(line);
                } else {
                    assertThat(line).matches("w?(r(i(t(i(n(g)?)?)?)?|o(t(e)?)?)?)?( [a-z]*)?");
                }
            }
            writer.waitFor(60, TimeUnit.SECONDS);
            return told;
        }
    }

    @Test
    void record_eightProcessesOfTwoToolsAtOnce_lastAnswerStandsAndNoFileIsTorn() throws Exception {
        Files.createDirectories(home.resolve(".loader"));
        Files.writeString(home.resolve(".loader/config.toml"), CONFIG);
        Files.createDirectories(home.resolve(".deployer"));
        Files.createSymbolicLink(home.resolve(".deployer/config.yaml"), home.resolve("shared.yaml"));
        Files.writeString(home.resolve("shared.yaml"), "# shared\nz: 1\n");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String tool = i % 2 == 0 ? "loader" : "deployer";
            processes.add(
                    ChildJvm.start(Map.of(), WritesAnswers.class, home.toString(), Integer.toString(i), "20", tool));
        }
        for (Process process : processes) {
            assertThat(ChildJvm.output(process)).doesNotContain("failed").contains("wrote");
        }

        for (ConsentRules rules : List.of(loader().build(), deployer().build())) {
            Path folder = home.resolve("." + rules.tool());
            boolean recorded = RecordFormat.read(Files.readAllBytes(folder.resolve("telemetry-consent")))
                    .answers()
                    .get(Purpose.ERRORS)
                    .yes();
            boolean loader = rules.tool().equals("loader");
            Path config = loader ? folder.resolve("config.toml") : home.resolve("shared.yaml");
            Reading read = Reading.of(loader ? Format.TOML : Format.YAML, Files.readAllBytes(config));
            assertThat(read.entry(rules.consentKey()).text()).isEqualTo(Boolean.toString(recorded));
            assertThat(allows(rules, home, Purpose.ERRORS)).isEqualTo(recorded);
            assertThat(folder.toFile().list()).hasSize(2);
        }
    }
}
