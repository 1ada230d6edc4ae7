package dev.candor.telemetry.core.internal.recording;

import static dev.candor.telemetry.core.internal.recording.RecordingFixture.allows;
import static dev.candor.telemetry.core.internal.recording.RecordingFixture.answers;
import static dev.candor.telemetry.core.internal.recording.RecordingFixture.deployer;
import static dev.candor.telemetry.core.internal.recording.RecordingFixture.loader;
import static dev.candor.telemetry.core.internal.recording.RecordingFixture.surroundings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.consent.RecordFormat;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBookTest {

    @TempDir
    Path home;

    private final ConsentRules rules = loader().build();

    @BeforeEach
    void unixOnly() {
        Assumptions.assumeTrue(
                home.getFileSystem().supportedFileAttributeViews().contains("unix"));
    }

    private Recorded record(boolean usage, boolean errors, How how) {
        return new AnswerBook(rules, surroundings(home), false).record(answers(usage, errors), how);
    }

    private Path write(String file, String text) throws Exception {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private Path recordFile() {
        return home.resolve(".loader/telemetry-consent");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void record_firstAnswer_isTheOneFileThereIsAndPrivate() throws Exception {
        Recorded recorded = record(true, false, How.PROMPT);

        assertThat(recorded.kept()).isTrue();
        assertThat(recorded.written()).containsExactly("~/.loader/telemetry-consent");
        assertThat(recorded.problems()).isEmpty();
        assertThat(home.resolve(".loader").toFile().list()).containsExactly("telemetry-consent");
        assertThat(mode(recordFile())).isEqualTo("rw-------");
        RecordedAnswer read = RecordFormat.read(Files.readAllBytes(recordFile()));
        assertThat(read.answers()).isEqualTo(recorded.answers());
        assertThat(read.answers().get(Purpose.USAGE).noticeVersion()).isEqualTo(1);
        assertThat(allows(rules, home, Purpose.USAGE)).isTrue();
        assertThat(allows(rules, home, Purpose.ERRORS)).isFalse();
    }

    @Test
    void record_onePurpose_leavesTheOtherAnswer() {
        record(true, true, How.PROMPT);

        new AnswerBook(rules, surroundings(home), false).record(Set.of(Purpose.USAGE), false, How.COMMAND);

        assertThat(allows(rules, home, Purpose.USAGE)).isFalse();
        assertThat(allows(rules, home, Purpose.ERRORS)).isTrue();
    }

    @Test
    void record_keyInTheUsersFile_followsAndTheRestStays() throws Exception {
        Path config =
                write(".loader/config.toml", "# mine\n[runtime]\nloader_telemetry = false # said before\nlog = 1\n");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r--r--"));

        Recorded recorded = record(true, true, How.COMMAND);

        assertThat(config).hasContent("# mine\n[runtime]\nloader_telemetry = true # said before\nlog = 1\n");
        assertThat(mode(config)).isEqualTo("rw-r--r--");
        assertThat(recorded.written()).containsExactly("~/.loader/telemetry-consent", "~/.loader/config.toml");
        assertThat(allows(rules, home, Purpose.USAGE)).isTrue();
    }

    @Test
    void record_noKeyInTheUsersFile_leavesItUntouched() throws Exception {
        Path config = write(".loader/config.toml", "[runtime]\nlog = 1\n");

        record(false, false, How.COMMAND);

        assertThat(config).hasContent("[runtime]\nlog = 1\n");
    }

    /** Blaxel keeps the answer in its config, where its other tools read it. */
    @Test
    void record_keptInConfig_makesOrEditsTheFile() throws Exception {
        ConsentRules deployer = deployer().build();
        AnswerBook book = new AnswerBook(deployer, surroundings(home), true);

        book.record(Set.of(Purpose.ERRORS), true, How.PROMPT);
        Path config = home.resolve(".deployer/config.yaml");
        assertThat(config).hasContent("tracking: true\n");
        assertThat(mode(config)).isEqualTo("rw-------");
        assertThat(allows(deployer, home, Purpose.ERRORS)).isTrue();

        Files.writeString(config, "# workspaces\nworkspace: w\n");
        book.record(Set.of(Purpose.ERRORS), false, How.COMMAND);
        assertThat(config).hasContent("# workspaces\nworkspace: w\ntracking: false\n");
        assertThat(allows(deployer, home, Purpose.ERRORS)).isFalse();
    }

    /** dlt's vectors (DLT-17, 19): a project file is edited where it is, and never made. */
    @Test
    @DisplayName("DLT-17, DLT-19 record_flagInAProject_persistsThereOnlyWhereThereIsAFile")
    void record_flagInAProject_persistsThereOnlyWhereThereIsAFile() throws Exception {
        record(false, false, How.FLAG);
        assertThat(home.resolve("project")).doesNotExist();

        Path project = write("project/.loader/config.toml", "# nothing yet\n");
        Recorded recorded = record(false, false, How.FLAG);

        assertThat(project).hasContent("# nothing yet\n\n[runtime]\nloader_telemetry = false # by telemetry off\n");
        assertThat(recorded.written()).contains("~/project/.loader/config.toml");
    }

    @Test
    void record_onAfterOff_takesTheProjectsNoBack() throws Exception {
        String text = "[runtime]\nlog = 1 # x\nloader_telemetry = true\n";
        Path project = write("project/.loader/config.toml", text);
        record(false, false, How.COMMAND);
        assertThat(project).content().contains("loader_telemetry = false # by telemetry off, was true");
        assertThat(allows(rules, home, Purpose.USAGE)).isFalse();

        record(true, true, How.COMMAND);

        assertThat(project).hasContent(text);
        assertThat(allows(rules, home, Purpose.USAGE)).isTrue();
    }

    @Test
    void record_onWhereAPersonWroteTheProjectsNo_leavesIt() throws Exception {
        Path project = write("project/.loader/config.toml", "[runtime]\nloader_telemetry = false # ours\n");

        record(true, true, How.COMMAND);

        assertThat(project).hasContent("[runtime]\nloader_telemetry = false # ours\n");
        assertThat(allows(rules, home, Purpose.USAGE)).isFalse();
    }

    @Test
    void record_promptInAProject_concernsTheUserAlone() throws Exception {
        Path project = write("project/.loader/config.toml", "# nothing\n");

        record(false, false, How.PROMPT);

        assertThat(project).hasContent("# nothing\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[runtime", "[runtime]\nloader_telemetry = perhaps\n", "a = 1\na = 2\n", ""})
    void record_noWhileTheConfigIsDamaged_isKeptAndTheFileLeftAlone(String damaged) throws Exception {
        Path config = write(".loader/config.toml", damaged);

        Recorded recorded = record(false, false, How.COMMAND);

        assertThat(recorded.kept()).isTrue();
        assertThat(recorded.problems()).hasSize(1);
        assertThat(recorded.problems().get(0)).startsWith("~/.loader/config.toml was left as it is: ");
        assertThat(config).hasContent(damaged);
        Files.delete(config);
        assertThat(allows(rules, home, Purpose.USAGE)).isFalse();
        assertThat(RecordFormat.read(Files.readAllBytes(recordFile()))
                        .answers()
                        .get(Purpose.USAGE)
                        .yes())
                .isFalse();
    }

    @Test
    void record_damagedRecord_isReplacedByANoToWhateverIsNotAnsweredNow() throws Exception {
        write(".loader/telemetry-consent", "answer.usage=yes\n");

        new AnswerBook(rules, surroundings(home), false).record(Set.of(Purpose.USAGE), true, How.COMMAND);

        RecordedAnswer read = RecordFormat.read(Files.readAllBytes(recordFile()));
        assertThat(read.answers().get(Purpose.USAGE).yes()).isTrue();
        assertThat(read.answers().get(Purpose.ERRORS).yes()).isFalse();
    }

    @Test
    void record_recordsInTwoFolders_changesBoth() throws Exception {
        record(false, false, How.PROMPT);
        Files.createDirectories(home.resolve(".config/loader"));
        Files.copy(recordFile(), home.resolve(".config/loader/telemetry-consent"));

        record(true, true, How.COMMAND);

        assertThat(allows(rules, home, Purpose.USAGE)).isTrue();
    }

    @Test
    void record_linkedConfig_staysALink() throws Exception {
        Path real = write("dotfiles/loader.toml", "[runtime]\nloader_telemetry = true\n");
        Files.createDirectories(home.resolve(".loader"));
        Path link = Files.createSymbolicLink(home.resolve(".loader/config.toml"), real);

        record(false, false, How.COMMAND);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).hasContent("[runtime]\nloader_telemetry = false\n");
    }

    @Test
    void record_noHome_holdsForThisRunOnly() {
        Recorded recorded = new AnswerBook(
                        rules, dev.candor.telemetry.core.Surroundings.builder().build(), false)
                .record(answers(false, false), How.PROMPT);

        assertThat(recorded.kept()).isFalse();
        assertThat(recorded.answers()).hasSize(2);
        assertThat(recorded.problems()).hasSize(1);
    }

    @Test
    void record_underSudo_leavesUsersFilesAndFollowsNoLinkOut() throws Exception {
        Assumptions.assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(home, "unix:uid")), "needs root");
        Path outside = write("system/app.toml", "[runtime]\nloader_telemetry = true\n");
        Files.createDirectories(home.resolve(".loader"));
        Files.createSymbolicLink(home.resolve(".loader/config.toml"), outside);
        for (Path path : new Path[] {home, home.resolve(".loader")}) {
            Files.setAttribute(path, "unix:uid", 4711);
        }
        dev.candor.telemetry.core.Surroundings sudo = dev.candor.telemetry.core.Surroundings.builder()
                .home(home)
                .user("root", 0)
                .build();

        Recorded recorded = new AnswerBook(rules, sudo, false).record(answers(false, false), How.COMMAND);

        assertThat(Files.getAttribute(recordFile(), "unix:uid")).isEqualTo(4711);
        assertThat(outside).hasContent("[runtime]\nloader_telemetry = true\n");
        assertThat(recorded.problems())
                .containsExactly(
                        "~/.loader/config.toml was left as it is: it does not belong to the owner of the home folder");
    }

    @Test
    void record_interruptedThread_isKept() {
        Thread.currentThread().interrupt();

        Recorded recorded = record(false, false, How.COMMAND);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(recorded.kept()).isTrue();
    }

    @Test
    void noticeShown_recorded_keepsTheAnswers() throws Exception {
        record(true, false, How.PROMPT);

        new AnswerBook(rules, surroundings(home), false).noticeShown(true);

        RecordedAnswer read = RecordFormat.read(Files.readAllBytes(recordFile()));
        assertThat(read.answers()).hasSize(2);
        assertThat(read.notice()).isPresent();
        assertThat(new AnswerBook(rules, surroundings(home), false).notice()).isEqualTo(read.notice());
    }
}
