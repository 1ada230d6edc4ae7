package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is concluded from the user's files alone, beside what the gate decides. */
class FileNoTest extends GateFixture {
    private static final int POINTS = Boolean.getBoolean("candor.soak") ? 100_000 : 3_000;

    /** Ways to say something, or nearly. */
    private static final String[] LINES = {
        "loader_telemetry = false",
        "loader_telemetry = true",
        "loader_telemetry = \"no\"",
        "loader_telemetry = ",
        "loader_telemtry = false",
        "enable_runtime_trace = false",
        "my_enable_runtime_trace = false",
        "loader_telemetry = false # off",
        "# loader_telemetry = false",
        "text = \"\"\"",
        "\"\"\"",
        "list = [1,",
        "[other]",
        "retries = 3",
        "loader_telemetry: false",
        "  loader_telemetry: no",
        "runtime:",
        "note: |",
        "  enable_runtime_trace: false",
        "enable_runtime_trace: off",
    };

    private static final Logger LOG = Logger.getLogger("dev.candor.telemetry");

    private final Random random = new Random(20261128);

    /** Hundreds of files in doubt are reported, as they should be. */
    @BeforeEach
    void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    void speak() {
        LOG.setLevel(null);
    }

    @Test
    void stands_randomFiles_onlyWhereTheGateSaysNo() throws IOException {
        int early = 0;
        int allowed = 0;
        for (int i = 0; i < POINTS; i++) {
            scatter(i);
            boolean usual = random.nextBoolean();
            ConsentRules rules = usual
                    ? usualRules()
                    : rules().defaultFor(Purpose.USAGE, true).build();

            boolean stands = new FileNo("loader", "LOADER", surroundings()).stands(usual, true);

            boolean allows = open(rules).allows(Purpose.USAGE);
            assertThat(stands && allows).as("point %d: no before it is one", i).isFalse();
            early += stands ? 1 : 0;
            allowed += allows ? 1 : 0;
        }
        System.out.println(POINTS + " points: " + early + " decided early, " + allowed + " allowed");
        assertThat(early).isGreaterThan(POINTS / 10);
        assertThat(allowed).isGreaterThan(POINTS / 20);
    }

    @Test
    void stands_recordedNo_alsoUnderOtherRules() throws IOException {
        write(record(home.resolve(".loader")), both(false));

        assertThat(stands(false, true)).isTrue();
        assertThat(stands(true, false)).isTrue();
    }

    @Test
    void stands_recordedNoToUsageAlone_notWhereErrorsMayBeAskedFor() throws IOException {
        Answer no = new Answer(false, START, 1, How.PROMPT);
        write(record(home.resolve(".loader")), RecordedAnswer.NONE.with(Purpose.USAGE, no));

        assertThat(stands(false, true)).isTrue();
        assertThat(stands(false, false)).isFalse();
    }

    @Test
    void stands_damagedRecord_isLeftToTheGateWhichTellsOfIt() throws IOException {
        Path record = record(home.resolve(".loader"));
        write(record, both(false));
        Files.writeString(record, Files.readString(record).replace("notice", "notise"));
        byte[] bytes = Files.readAllBytes(record);
        bytes[bytes.length - 2] ^= 1;
        Files.write(record, bytes);

        assertThat(stands(true, true)).isFalse();
    }

    @Test
    void stands_nothingAnywhere_onlyWhereSilenceIsANoAndNobodyIsAsked() throws IOException {
        assertThat(stands(true, true)).isTrue();
        assertThat(stands(false, true)).isFalse();
        assertThat(stands(true, false)).isFalse();

        environment.put("LOADER_ENABEL_TELEMETRY", "1");
        assertThat(stands(true, true)).isFalse();

        environment.clear();
        Files.createDirectories(project.resolve(".loader"));
        assertThat(stands(true, true)).isFalse();
    }

    @Test
    void stands_configSaysNo_withoutARecordAlone() throws IOException {
        write(userConfig(), "[runtime]\nloader_telemetry = false\n");

        assertThat(stands(true, true)).isTrue();

        // The no of the config file has to be remembered beside the yes.
        write(record(home.resolve(".loader")), both(true));

        assertThat(stands(true, true)).isFalse();
    }

    private boolean stands(boolean usualRules, boolean quiet) throws IOException {
        return new FileNo("loader", "LOADER", surroundings()).stands(usualRules, quiet);
    }

    private static ConsentRules usualRules() {
        return ConsentRules.forTool("loader", "1.0").build();
    }

    /** A home, a project and an environment of their own for each point. */
    private void scatter(int point) throws IOException {
        environment.clear();
        home = Files.createDirectories(temp.resolve("homes").resolve(Integer.toString(point)));
        project = Files.createDirectories(home.resolve("project"));
        if (random.nextInt(4) == 0) {
            environment.put(
                    pick("LOADER_ENABLE_TELEMETRY", "RUNTIME__LOADER_TELEMETRY", "LODER_ENABLE_TELEMETRY"), "1");
        }
        Path[] folders = {home.resolve(".loader"), home.resolve(".config/loader")};
        for (Path each : folders) {
            if (random.nextInt(2) == 0) {
                files(each);
            }
        }
        if (random.nextInt(4) == 0) {
            config(project.resolve(".loader"));
        }
    }

    private void files(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (random.nextInt(3) == 0) {
            write(record(folder), answers());
            if (random.nextInt(5) == 0) {
                byte[] bytes = Files.readAllBytes(record(folder));
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
                Files.write(record(folder), bytes);
            }
        }
        if (random.nextInt(2) == 0) {
            config(folder);
        }
    }

    private RecordedAnswer answers() {
        RecordedAnswer answers = RecordedAnswer.NONE;
        for (Purpose each : new Purpose[] {Purpose.USAGE, Purpose.ERRORS}) {
            if (random.nextInt(4) != 0) {
                answers = answers.with(each, new Answer(random.nextInt(3) != 0, START, 1, How.COMMAND));
            }
        }
        return answers;
    }

    private void config(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "[runtime]\n" : "");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(pick(LINES)).append('\n');
        }
        Path file = folder.resolve(pick("config.toml", "config.toml", "config.yaml", "config.json"));
        Files.createDirectories(folder);
        Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }
}
