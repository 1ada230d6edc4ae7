package dev.candor.telemetry.core.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Invocation;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.context.FakeHostFiles;
import dev.candor.telemetry.core.internal.recording.AnswerBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskerTest {

    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    Path home;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Deque<String> typed = new ArrayDeque<>();
    private Map<String, String> env = Map.of();
    private Instant now = START;
    private boolean terminals = true;

    private static ConsentRulesBuilder loader() {
        return ConsentRules.forTool("loader", "1.0")
                .purposes(Purpose.USAGE, Purpose.ERRORS)
                .notice(1, "The notice.");
    }

    private static ConsentRulesBuilder onByDefault() {
        return loader().defaultFor(Purpose.USAGE, true).asking(Asking.NOTICE);
    }

    private Surroundings surroundings() {
        return Surroundings.builder()
                .environment(env)
                .home(home)
                .workingDirectory(home.resolve("work"))
                .user("u", ownerOfHome())
                .terminals(terminals, terminals, terminals)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .streams(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(new ByteArrayOutputStream(), true),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .build();
    }

    private int ownerOfHome() {
        try {
            return Files.exists(home) ? (Integer) Files.getAttribute(home, "unix:uid") : 0;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ConsentGate gate(ConsentRules rules) {
        return ConsentGate.open(rules, surroundings(), Invocation.PLAIN);
    }

    private Asker asker(ConsentRules rules) {
        Surroundings surroundings = surroundings();
        return new Asker(
                rules,
                surroundings,
                new AnswerBook(rules, surroundings, false),
                FakeHostFiles.NONE,
                new VirtualPace(),
                patience -> typed.poll(),
                Duration.ofSeconds(60));
    }

    private Asked ask(ConsentRules rules, RunKind run) {
        return asker(rules).askIfDue(gate(rules).report(), run);
    }

    private String screen() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Every pause takes its time at once. */
    private static final class VirtualPace implements Pace {
        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public boolean pause(long millis) {
            nanos += millis * 1_000_000;
            return true;
        }
    }

    @Test
    void askIfDue_yes_isGrantedInTheNextRunWithoutAsking() {
        ConsentRules rules = loader().build();
        typed.addAll(List.of("y", "n"));

        Asked asked = ask(rules, RunKind.INTERACTIVE);
        Asked again = ask(rules, RunKind.INTERACTIVE);

        assertThat(asked.answers().get(Purpose.USAGE).yes()).isTrue();
        assertThat(asked.answers().get(Purpose.ERRORS).yes()).isFalse();
        assertThat(again).isEqualTo(Asked.NOT_DUE);
        assertThat(gate(rules).allows(Purpose.USAGE)).isTrue();
        assertThat(gate(rules).allows(Purpose.ERRORS)).isFalse();
        assertThat(screen())
                .contains("The notice.")
                .contains("Usage statistics: yes, Error reports: no (recorded in ~/.loader/telemetry-consent)");
    }

    @Test
    void askIfDue_newerNotice_asksAboutTheYesAndNotAboutTheNo() {
        typed.addAll(List.of("y", "n"));
        ask(loader().build(), RunKind.INTERACTIVE);
        ConsentRules newer = loader().notice(2, "The newer notice.").build();
        typed.add("y");

        assertThat(gate(newer).allows(Purpose.USAGE)).isFalse();
        Asked asked = ask(newer, RunKind.INTERACTIVE);

        assertThat(asked.answers()).containsOnlyKeys(Purpose.USAGE);
        assertThat(asked.answers().get(Purpose.USAGE).noticeVersion()).isEqualTo(2);
        assertThat(gate(newer).allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void askIfDue_purposeThatWasNotAsked_asksOnlyThat() {
        typed.add("y");
        ask(ConsentRules.forTool("loader", "1.0").purposes(Purpose.USAGE).build(), RunKind.INTERACTIVE);
        typed.add("y");

        Asked asked = ask(loader().build(), RunKind.INTERACTIVE);

        assertThat(asked.answers()).containsOnlyKeys(Purpose.ERRORS);
    }

    @Test
    void askIfDue_decidedByTheEnvironment_isNotDue() {
        env = Map.of("DO_NOT_TRACK", "1");

        assertThat(ask(loader().build(), RunKind.INTERACTIVE)).isEqualTo(Asked.NOT_DUE);
        assertThat(screen()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void askIfDue_blockingNoticeSetExplicitly_isSkipped() {
        ConsentRules rules = ConsentRules.forTool("trainer", "1.0")
                .notice(1, "n")
                .asking(Asking.BLOCKING_NOTICE)
                .ownDoNotTrackZeroMeansYes()
                .build();
        env = Map.of("TRAINER_DO_NOT_TRACK", "0");

        assertThat(ask(rules, RunKind.INTERACTIVE)).isEqualTo(Asked.NOT_DUE);
        assertThat(screen()).isEmpty();
    }

    @Test
    void askIfDue_blockingNotice_countsDownAndDecidesNothing() {
        ConsentRules rules = loader().asking(Asking.BLOCKING_NOTICE).build();

        Asked asked = ask(rules, RunKind.INTERACTIVE);

        assertThat(asked).isEqualTo(Asked.TOLD);
        assertThat(screen()).contains("The notice.").contains("goes on in 15 s").contains("goes on in 1 s");
        assertThat(home).isEmptyDirectory();
        assertThat(ask(rules, RunKind.INTERACTIVE)).isEqualTo(Asked.TOLD);
    }

    @Test
    void askIfDue_quietRunServiceOrEmbedded_asksNobody() {
        assertThat(ask(loader().build(), RunKind.QUIET).nobodyThere()).isTrue();
        assertThat(ask(loader().build(), RunKind.SERVICE).nobodyThere()).isTrue();
        assertThat(ask(loader().embedded().build(), RunKind.INTERACTIVE)).isEqualTo(Asked.NOT_DUE);
        assertThat(screen()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void askIfDue_notice_runThatShowsItSendsNothingAndTheNextDoes() {
        ConsentRules rules = onByDefault().build();

        Asked shown = ask(rules, RunKind.INTERACTIVE);

        assertThat(shown).isEqualTo(Asked.TOLD);
        assertThat(screen()).isEqualTo("The notice." + System.lineSeparator());
        assertThat(gate(rules).allows(Purpose.USAGE)).isFalse();
        now = START.plusSeconds(60);
        assertThat(ask(rules, RunKind.INTERACTIVE)).isEqualTo(Asked.NOT_DUE);
        assertThat(gate(rules).allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void askIfDue_noticeUnderAnAgentInCiOrWithoutTerminal_graceGoesOn() {
        ConsentRules rules = onByDefault().build();
        env = Map.of("CLAUDECODE", "1");
        assertThat(ask(rules, RunKind.INTERACTIVE).nobodyThere()).isTrue();
        env = Map.of("CI", "true");
        assertThat(ask(rules, RunKind.INTERACTIVE).nobodyThere()).isTrue();
        env = Map.of();
        terminals = false;
        assertThat(ask(rules, RunKind.INTERACTIVE).nobodyThere()).isTrue();

        now = START.plus(Duration.ofDays(30));

        assertThat(gate(rules).allows(Purpose.USAGE)).isFalse();
        assertThat(home).isEmptyDirectory();
        assertThat(screen()).isEmpty();
    }

    @Test
    void askIfDue_serviceOnByDefault_logsOnceAndSendsAfterADay() {
        ConsentRules rules = onByDefault().build();
        terminals = false;

        assertThat(ask(rules, RunKind.SERVICE)).isEqualTo(Asked.TOLD);
        now = START.plus(Duration.ofHours(23));
        assertThat(ask(rules, RunKind.SERVICE)).isEqualTo(Asked.NOT_DUE);
        assertThat(gate(rules).allows(Purpose.USAGE)).isFalse();
        now = START.plus(Duration.ofHours(24));
        assertThat(gate(rules).allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void askIfDue_fileInPlaceOfTheFolder_isRecordedInTheOther() throws Exception {
        Files.writeString(home.resolve(".loader"), "a file in the way");
        typed.addAll(List.of("y", "y"));

        ask(loader().build(), RunKind.INTERACTIVE);

        assertThat(screen())
                .contains("(recorded in ~/.config/loader/telemetry-consent)")
                .doesNotContain("kept");
        assertThat(gate(loader().build()).allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void askIfDue_homeThatTakesNoFile_holdsForThisRun() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs a folder that takes no files");
        home = Path.of("/proc/self/no-home");
        typed.addAll(List.of("y", "y"));

        Asked asked = ask(loader().build(), RunKind.INTERACTIVE);

        assertThat(asked.answers().get(Purpose.USAGE).yes()).isTrue();
        assertThat(screen()).contains("could not be kept and holds for this run only");
    }

    @Test
    void askAtInstall_preset_isRecordedWithoutAsking() {
        ConsentRules rules = loader().build();
        env = Map.of("CI", "true");

        Asked asked = asker(rules).askAtInstall(gate(rules).report(), true);

        assertThat(asked.answers().get(Purpose.ERRORS).how()).isEqualTo(How.INSTALLER);
        assertThat(asked.answers().get(Purpose.ERRORS).yes()).isTrue();
        assertThat(screen()).doesNotContain("[y/N]");
    }

    @Test
    void askAtInstall_ci_asksNobody() {
        ConsentRules rules = loader().build();
        env = Map.of("GITLAB_CI", "true");

        assertThat(asker(rules).askAtInstall(gate(rules).report(), null).nobodyThere())
                .isTrue();
        assertThat(home).isEmptyDirectory();
    }
}
