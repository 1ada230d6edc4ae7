package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.Decision.State;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentGateTest {
    private static final Instant START = Instant.parse("2026-11-28T13:00:00Z");

    @TempDir
    Path temp;

    private final Map<String, String> environment = new HashMap<>();
    private final TestClock clock = new TestClock();
    private final List<String> withdrawn = new ArrayList<>();
    private Path home;
    private Path project;
    private Path machine;

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectories(temp.resolve("home"));
        project = Files.createDirectories(temp.resolve("project"));
        machine = Files.createDirectories(temp.resolve("etc"));
    }

    private Surroundings surroundings() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("unix"), "needs a Unix file system");
        return Surroundings.builder()
                .environment(environment)
                .home(home)
                .workingDirectory(project)
                .machineFolder(machine)
                .user("somebody", (Integer) Files.getAttribute(temp, "unix:uid"))
                .clock(clock)
                .build();
    }

    private static ConsentRulesBuilder rules() {
        return ConsentRules.forTool("loader", "1.0").purposes(Purpose.USAGE, Purpose.ERRORS, Purpose.TRACES);
    }

    private ConsentGate open(ConsentRules rules) throws IOException {
        ConsentGate gate = ConsentGate.open(rules, surroundings(), Invocation.PLAIN);
        gate.onWithdrawal((subject, decision) -> withdrawn.add(subject + " " + decision.lasting()));
        return gate;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path userConfig() {
        return home.resolve(".loader/config.toml");
    }

    private Path record(Path folder) {
        return folder.resolve(RecordedAnswer.FILE_NAME);
    }

    private static void write(Path file, RecordedAnswer answer) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, RecordFormat.write(answer));
    }

    private static RecordedAnswer both(boolean yes) {
        Answer answer = new Answer(yes, START.minusSeconds(60), 1, How.PROMPT);
        return RecordedAnswer.NONE.with(Purpose.USAGE, answer).with(Purpose.ERRORS, answer);
    }

    @Test
    void open_nothingAnywhere_leavesNothingBehind() throws IOException {
        ConsentGate gate = open(rules().build());

        assertThat(gate.report().decision(Purpose.USAGE).state()).isEqualTo(State.UNDECIDED);
        assertThat(gate.allows(Purpose.USAGE)).isFalse();
        try (var files = Files.walk(temp)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void open_everyPlace_isHeard() throws IOException {
        environment.put("XDG_CONFIG_HOME", temp.resolve("xdg").toString());
        write(userConfig(), "[runtime]\nloader_telemetry = true\n");
        write(temp.resolve("xdg/loader/config.toml"), "[runtime]\nloader_telemetry = true\n");
        write(project.resolve(".loader/config.toml"), "[runtime]\nloader_telemetry = true\n");
        write(machine.resolve("loader/telemetry-policy.toml"), "[runtime]\nloader_telemetry = false\n");
        write(record(home.resolve(".loader")), both(true));

        ConsentReport report = open(rules().build()).report();

        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("policy");
        assertThat(report.heard())
                .extracting(Statement::source)
                .containsOnly("policy", "file:user", "file:project", "prompt");
        assertThat(report.heard())
                .filteredOn(each -> each.source().equals("file:user"))
                .hasSize(2);
        assertThat(report.heard())
                .filteredOn(each -> each.source().equals("file:project"))
                .allMatch(
                        each -> each.meaning() == Meaning.NOTHING && each.note().contains("a project cannot consent"));
    }

    @Test
    void open_recordInEitherPlace_isHeard() throws IOException {
        environment.put("XDG_CONFIG_HOME", temp.resolve("xdg").toString());
        write(record(home.resolve(".loader")), both(true));
        write(record(temp.resolve("xdg/loader")), both(false));

        assertThat(open(rules().build()).allows(Purpose.USAGE)).isFalse();
    }

    @Test
    void open_projectIsHome_readsItOnceAsTheUsers() throws IOException {
        project = home;
        write(userConfig(), "[runtime]\nloader_telemetry = true\n");

        ConsentReport report = open(rules().build()).report();

        assertThat(report.allows(Purpose.USAGE)).isTrue();
        assertThat(report.heard()).hasSize(1);
    }

    @Test
    void open_brokenFile_isDeniedWithFileAndLine() throws IOException {
        write(userConfig(), "a = 1\n[runtime\n");

        ConsentReport report = open(rules().build()).report();

        assertThat(report.mask()).isZero();
        assertThat(report.diagnostics()).singleElement().asString().startsWith(userConfig() + ":2: ");
    }

    @Test
    void open_deniedByEnvironmentWithoutOwner_readsFilesOnlyForTheReport() throws IOException {
        environment.put("DO_NOT_TRACK", "1");
        write(userConfig(), "broken\n");
        ConsentGate gate =
                open(rules().purposes(Purpose.USAGE).noOwnerDestinations().build());

        assertThat(gate.allowsAnything()).isFalse();
        assertThat(gate.refreshIfChanged()).isFalse();
        assertThat(gate.report().diagnostics()).hasSize(1);
    }

    @Test
    void refreshIfChanged_nothingChanged_isFalse() throws IOException {
        write(userConfig(), "[runtime]\nloader_telemetry = true\n");
        ConsentGate gate = open(rules().build());

        assertThat(gate.allows(Purpose.USAGE)).isTrue();
        assertThat(gate.refreshIfChanged()).isFalse();
    }

    @Test
    void refreshIfChanged_recordedNoAppears_withdrawsForGood() throws IOException {
        write(userConfig(), "[runtime]\nloader_telemetry = true\n");
        ConsentGate gate = open(rules().build());

        write(record(home.resolve(".loader")), both(false));

        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(gate.allows(Purpose.USAGE)).isFalse();
        assertThat(withdrawn).containsExactly("USAGE true", "ERRORS true");
    }

    @Test
    void refreshIfChanged_projectSaysNo_withdrawsForNow() throws IOException {
        write(record(home.resolve(".loader")), both(true));
        ConsentGate gate = open(rules().build());

        write(project.resolve(".loader/config.toml"), "[runtime]\nloader_telemetry = false\n");

        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(withdrawn).containsExactly("USAGE false", "ERRORS false");
    }

    @Test
    void refreshIfChanged_killSwitchInUserFile_withdrawsTheOwnersToo() throws IOException {
        write(userConfig(), "[runtime]\nloader_telemetry = true\n");
        ConsentGate gate = open(rules().build());
        assertThat(gate.allows(Purpose.ERRORS, Audience.OWNER)).isTrue();

        write(userConfig(), "enable_runtime_trace = false\n[runtime]\nloader_telemetry = true\n");

        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(gate.allowsAnything()).isFalse();
        assertThat(withdrawn).containsExactly("USAGE true", "ERRORS true", "TRACES true", "OWNER_ERRORS true");
    }

    @Test
    void refreshIfChanged_damage_holdsBackAndDoesNotPurge() throws IOException {
        write(record(home.resolve(".loader")), both(true));
        ConsentGate gate = open(rules().build());

        Files.writeString(record(home.resolve(".loader")), "answer.usage=yes");

        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(withdrawn).containsExactly("USAGE false", "ERRORS false", "TRACES false", "OWNER_ERRORS false");
    }

    @Test
    void answered_yes_countsInThisRunWithoutAFile() throws IOException {
        ConsentGate gate = open(rules().build());

        gate.answered(Map.of(Purpose.USAGE, new Answer(true, START, 1, How.PROMPT)));

        assertThat(gate.allows(Purpose.USAGE)).isTrue();
        assertThat(gate.allows(Purpose.ERRORS)).isFalse();
        assertThat(gate.report().decision(Purpose.USAGE).source()).isEqualTo("prompt");
    }

    @Test
    void nobodyToAsk_undecided_isDenied() throws IOException {
        ConsentGate gate = open(rules().build());

        gate.nobodyToAsk();

        assertThat(gate.report().decision(Purpose.USAGE).state()).isEqualTo(State.DENIED);
        assertThat(gate.report().isUndecided()).isFalse();
    }

    @Test
    void noticeShown_inTheSameRun_sendsNothing() throws IOException {
        ConsentRules rules =
                rules().defaultFor(Purpose.USAGE, true).asking(Asking.NOTICE).build();
        ConsentGate gate = open(rules);

        write(record(home.resolve(".loader")), RecordedAnswer.NONE.with(new NoticeShown(1, START, true)));
        clock.forward(Duration.ofDays(3));

        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(gate.allows(Purpose.USAGE)).isFalse();
        assertThat(open(rules).allows(Purpose.USAGE)).as("the next run").isTrue();
    }

    @Test
    void noticeLogged_byAServer_waitsForTheGrace() throws IOException {
        ConsentRules rules =
                rules().defaultFor(Purpose.USAGE, true).asking(Asking.NOTICE).build();
        ConsentGate gate = open(rules);
        write(record(home.resolve(".loader")), RecordedAnswer.NONE.with(new NoticeShown(1, START, false)));
        assertThat(gate.refreshIfChanged()).isTrue();

        clock.forward(Duration.ofHours(24).minusSeconds(1));
        assertThat(gate.refreshIfChanged()).isFalse();
        assertThat(gate.allows(Purpose.USAGE)).isFalse();

        clock.forward(Duration.ofSeconds(1));
        assertThat(gate.refreshIfChanged()).isTrue();
        assertThat(gate.allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void config_afterRefresh_isTheNewOne() throws IOException {
        ConsentGate gate = open(rules().build());

        write(userConfig(), "[runtime]\nsentry_dsn = \"https://k@h/1\"\n");
        gate.refresh();

        assertThat(gate.config().value("runtime.sentry_dsn")).isPresent();
    }

    @Test
    void open_withoutHome_worksFromTheEnvironmentAlone() throws IOException {
        home = null;
        environment.put("LOADER_ENABLE_TELEMETRY", "1");

        ConsentGate gate = open(rules().build());

        assertThat(gate.allows(Purpose.USAGE)).isTrue();
        assertThat(gate.places().userFolder()).isEmpty();
    }

    private static final class TestClock extends Clock {
        private Instant now = START;

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
