package dev.candor.telemetry.core.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.ConsentReport;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a no that a config file lost is taken back: by a yes, and by nothing else. */
class TakenBackNoTest {
    private static final Set<Purpose> BOTH = EnumSet.of(Purpose.USAGE, Purpose.ERRORS);
    private static final ConsentRules RULES = RecordingFixture.loader()
            .purposeKey(Purpose.ERRORS, "runtime.loader_errors")
            .build();

    @TempDir
    Path home;

    private Path config;
    private Path project;
    private Path record;

    @BeforeEach
    void makePlaces() {
        config = home.resolve(".loader/config.toml");
        project = home.resolve("project/.loader/config.toml");
        record = home.resolve(".loader").resolve(RecordedAnswer.FILE_NAME);
    }

    private ConsentReport report() {
        return report(Map.of());
    }

    private ConsentReport report(Map<String, String> environment) {
        Surroundings surroundings = RecordingFixture.surroundings(home, environment);
        ConsentGate gate = ConsentGate.open(RULES, surroundings, Invocation.PLAIN);
        gate.rememberWith(new AnswerBook(RULES, surroundings, false));
        return gate.report();
    }

    private Recorded answer(boolean yes, Set<Purpose> purposes) {
        return new AnswerBook(RULES, RecordingFixture.surroundings(home), false).record(purposes, yes, How.COMMAND);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A recorded yes beside a file that said no, and that is cut to its first line. */
    private void loseTheNo(String no) throws IOException {
        answer(true, BOTH);
        write(config, "title = 1\n" + no);
        report();
        write(config, "title = 1\n");
    }

    @Test
    void lostNo_standsAndSaysWhy() throws IOException {
        loseTheNo("[runtime]\nloader_telemetry = false\n");

        ConsentReport report = report();

        assertThat(report.allows(Purpose.USAGE)).isFalse();
        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("file:user");
        assertThat(report.decision(Purpose.USAGE).reason())
                .startsWith("runtime.loader_telemetry in " + config + ": it said no when it was read before");
        assertThat(report.decision(Purpose.USAGE).lasting()).isFalse();
        assertThat(report.diagnostics()).isEmpty();
    }

    @Test
    void lostNo_keySetToYes_isTakenBackForGood() throws IOException {
        loseTheNo("[runtime]\nloader_telemetry = false\n");

        write(config, "[runtime]\nloader_telemetry = true\n");

        assertThat(report().allows(Purpose.USAGE)).isTrue();
        write(config, "title = 1\n");
        assertThat(report().allows(Purpose.USAGE)).isTrue();
        assertThat(record).content().doesNotContain("config.no");
    }

    @Test
    void lostNo_telemetryOn_isTakenBackForGood() throws IOException {
        loseTheNo("enable_runtime_trace = false\n[runtime]\nloader_telemetry = false\nloader_errors = false\n");
        assertThat(report().allows(Purpose.USAGE)).isFalse();

        answer(true, BOTH);

        assertThat(report().allows(Purpose.USAGE)).isTrue();
        assertThat(report().allows(Purpose.ERRORS)).isTrue();
        assertThat(report().allows(Purpose.TRACES)).isFalse();
        assertThat(record).content().doesNotContain("config.no");
    }

    @Test
    void lostNo_telemetryOnForOnePurpose_takesBackNoMoreThanThat() throws IOException {
        loseTheNo("[runtime]\nloader_telemetry = false\nloader_errors = false\n");

        answer(true, EnumSet.of(Purpose.ERRORS));

        assertThat(report().allows(Purpose.USAGE)).isFalse();
        assertThat(report().allows(Purpose.ERRORS))
                .as("the general key still stands")
                .isFalse();
        assertThat(record).content().contains("runtime.loader_telemetry").doesNotContain("loader_errors");
    }

    @Test
    void telemetryOn_whileTheFileStillSaysNo_forgetsNothing() throws IOException {
        loseTheNo("enable_runtime_trace = false\n");
        write(config, "enable_runtime_trace = false\n");

        answer(true, BOTH);
        write(config, "title = 1\n");

        assertThat(report().allows(Purpose.USAGE)).isFalse();
    }

    @Test
    void lostNo_withTheWholeFileGone_stands() throws IOException {
        loseTheNo("[runtime]\nloader_telemetry = false\n");

        Files.delete(config);

        assertThat(report().allows(Purpose.USAGE)).isFalse();
        answer(true, BOTH);
        assertThat(report().allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void noOfAProject_standsInThatProjectAlone() throws IOException {
        answer(true, BOTH);
        write(project, "[runtime]\nloader_telemetry = false\n");
        report();
        write(project, "# nothing\n");

        assertThat(report().allows(Purpose.USAGE)).isFalse();
        Surroundings elsewhere = Surroundings.builder()
                .home(home)
                .workingDirectory(home.resolve("elsewhere"))
                .user("u", (Integer) Files.getAttribute(home, "unix:uid"))
                .build();
        assertThat(ConsentGate.open(RULES, elsewhere, Invocation.PLAIN).allows(Purpose.USAGE))
                .isTrue();
        answer(true, BOTH);
        assertThat(report().allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void telemetryOff_thenOn_leavesNothingRemembered() throws IOException {
        write(config, "[runtime]\nloader_telemetry = true\n");
        write(project, "[other]\nx = 1\n");

        answer(false, BOTH);
        assertThat(report().allows(Purpose.USAGE)).isFalse();
        answer(true, BOTH);

        assertThat(report().allows(Purpose.USAGE)).isTrue();
        assertThat(record).content().doesNotContain("config.no");
    }

    @Test
    void fileNo_withoutAnythingThatAllows_makesNoRecord() throws IOException {
        write(config, "enable_runtime_trace = false\n[runtime]\nloader_telemetry = false\n");

        assertThat(report().allows(Purpose.USAGE)).isFalse();

        assertThat(record).doesNotExist();
        assertThat(home.resolve(".loader").toFile().list()).containsExactly("config.toml");
    }

    @Test
    void fileNo_besideAYesOfTheEnvironment_isAllThatIsRecorded() throws IOException {
        write(config, "[runtime]\nloader_telemetry = false\n");

        assertThat(report(Map.of("LOADER_ENABLE_TELEMETRY", "1")).allows(Purpose.USAGE))
                .isFalse();

        assertThat(record).content().contains("config.no=").doesNotContain("answer.");
    }

    @Test
    void slip_whenMended_isTakenBack() throws IOException {
        answer(true, BOTH);
        write(config, "[runtime]\nloader_telemtry = true\n");
        assertThat(report().allows(Purpose.USAGE)).isFalse();

        write(config, "[runtime]\nloader_telemetry = true\n");

        assertThat(report().allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void brokenFile_whenMended_isForgotten() throws IOException {
        answer(true, BOTH);
        write(config, "[runtime\nloader_telemetry = fal");
        assertThat(report().allows(Purpose.USAGE)).isFalse();

        write(config, "title = 1\n");

        assertThat(report().allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void hostileProject_withThousandsOfNos_costsTheRecordOneLine() throws IOException {
        answer(true, BOTH);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            text.append("[a").append(i).append("]\nenable_runtime_trace = false\n");
        }
        write(project, text.toString());
        report();

        assertThat(Files.size(record)).isLessThan(600);
        write(project, "# nothing\n");
        assertThat(report().allows(Purpose.USAGE)).isFalse();
        answer(true, BOTH);
        assertThat(report().allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void damagedRecord_isNotTouchedByRemembering() throws IOException {
        answer(true, BOTH);
        Files.writeString(record, "broken\n");
        write(config, "[runtime]\nloader_telemetry = false\n");

        report();

        assertThat(record).content().isEqualTo("broken\n");
    }
}
