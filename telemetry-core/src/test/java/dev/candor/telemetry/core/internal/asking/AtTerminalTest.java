package dev.candor.telemetry.core.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.RecordFormat;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import dev.candor.telemetry.core.internal.files.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prompt and the countdown as a person has them: real processes at a real pseudo-terminal. */
class AtTerminalTest {

    private static final String FIRST = "May loader send usage statistics? [y/N] ";
    private static final String SECOND = "May loader send reports of its own errors? [y/N] ";
    private static final String END_OF_INPUT = "\u0004";
    private static final String CTRL_C = "\u0003";

    @TempDir
    Path home;

    @BeforeAll
    static void terminal() {
        PseudoTerminal.assumeThereIsOne();
    }

    private String java(List<String> options, String... args) {
        List<String> words = new ArrayList<>(ChildJvm.command(AsksAtTerminal.class, args));
        words.addAll(1, options);
        return PseudoTerminal.quoted(words);
    }

    private PseudoTerminal run(List<String> options, String... args) throws IOException {
        return PseudoTerminal.run(home, Map.of(), java(options, args));
    }

    private Path record() {
        return home.resolve(".loader/telemetry-consent");
    }

    private RecordedAnswer recorded() throws Exception {
        return RecordFormat.read(Files.readAllBytes(record()));
    }

    @Test
    void prompt_yes_holdsInTheSameRunAndIsRecorded() throws Exception {
        try (PseudoTerminal terminal = run(List.of(), "PROMPT")) {
            terminal.await(FIRST).type("y\n").await(SECOND).type(" YES \n").await("RESULT true true answers=2");
            terminal.type("input\n").await("PROGRAM READ input.");

            assertThat(terminal.exitCode()).isZero();
        }
        assertThat(recorded().answers().get(Purpose.USAGE).yes()).isTrue();
        assertThat(recorded().answers().get(Purpose.ERRORS).how()).isEqualTo(How.PROMPT);
    }

    @ParameterizedTest
    @CsvSource({"n,n", "'',''", "yeah,sure", "'yes please',1", "no,y"})
    void prompt_anythingButYes_isNo(String usage, String errors) throws Exception {
        boolean yes = errors.equals("y");
        try (PseudoTerminal terminal = run(List.of(), "PROMPT")) {
            terminal.await(FIRST).type(usage + "\n").await(SECOND).type(errors + "\n");
            terminal.await("RESULT false " + yes + " answers=2").type("\n");

            assertThat(terminal.exitCode()).isZero();
        }
        assertThat(recorded().answers().get(Purpose.USAGE).yes()).isFalse();
        assertThat(recorded().answers().get(Purpose.ERRORS).yes()).isEqualTo(yes);
    }

    @Test
    void prompt_endOfInput_isNoAtOnceAndToEverything() throws Exception {
        try (PseudoTerminal terminal = run(List.of(), "PROMPT")) {
            terminal.await(FIRST)
                    .type(END_OF_INPUT)
                    .await("RESULT false false answers=2")
                    .type("\n");

            assertThat(terminal.exitCode()).isZero();
            assertThat(terminal.screen()).doesNotContain(SECOND);
        }
        assertThat(recorded().answers()).hasSize(2);
    }

    @Test
    void prompt_ctrlC_stopsTheProgramAndRecordsNothing() throws Exception {
        try (PseudoTerminal terminal = run(List.of(), "PROMPT")) {
            terminal.await(FIRST).type(CTRL_C);

            assertThat(terminal.exitCode()).isEqualTo(130);
            assertThat(terminal.screen()).doesNotContain("RESULT");
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void prompt_timeOver_isNoAndEatsNothing() throws Exception {
        try (PseudoTerminal terminal = run(List.of("-Dpatience=300"), "PROMPT")) {
            terminal.await(FIRST).await("RESULT false false answers=2");
            terminal.type("for the program\n").await("PROGRAM READ for the program.");

            assertThat(terminal.exitCode()).isZero();
        }
        assertThat(recorded().answers().get(Purpose.USAGE).yes()).isFalse();
    }

    @Test
    void prompt_typedBeforeTheQuestion_isNotItsAnswer() throws Exception {
        try (PseudoTerminal terminal = run(List.of(), "PROMPT", "typed-ahead")) {
            terminal.await("READY").type("y\n").await("nobody=the next line was typed before the question");
            terminal.await("PROGRAM READ y.");

            assertThat(terminal.screen()).doesNotContain("[y/N]");
        }
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"| cat", "< /dev/null", "2>/dev/null"})
    void prompt_oneStreamIsNoTerminal_asksNobody(String redirection) throws Exception {
        String command = "/bin/sh -c " + PseudoTerminal.quoted(List.of(java(List.of(), "PROMPT") + redirection));
        try (PseudoTerminal terminal = PseudoTerminal.run(home, Map.of(), command)) {
            terminal.await("RESULT false false answers=0 nobody=there is no terminal.")
                    .type("\n");

            assertThat(terminal.screen()).doesNotContain("[y/N]");
        }
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"CI,true,a CI run", "CLAUDECODE,1,an agent", "SLURM_PROCID,3,not the main process"})
    void prompt_nobodyReadsAlong_asksNobody(String variable, String value, String why) throws Exception {
        try (PseudoTerminal terminal = PseudoTerminal.run(home, Map.of(variable, value), java(List.of(), "PROMPT"))) {
            terminal.await("RESULT false false answers=0 nobody=").await(why).type("\n");

            assertThat(terminal.screen()).doesNotContain("[y/N]");
        }
        assertThat(home).isEmptyDirectory();
    }

    /** A background job that reads its terminal is stopped by the system, for ever. */
    @Test
    void prompt_inTheBackground_asksNobody() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
        String job = "set -m; " + java(List.of(), "PROMPT") + "& wait $!";
        try (PseudoTerminal terminal =
                PseudoTerminal.run(home, Map.of(), "/bin/bash -c " + PseudoTerminal.quoted(List.of(job)))) {
            terminal.await("nobody=this runs in the background.");
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void prompt_noTerminalAtAll_asksNobodyAndMakesNothing() throws Exception {
        Process process = ChildJvm.start(Map.of("HOME", home.toString()), AsksAtTerminal.class, "PROMPT");

        assertThat(ChildJvm.output(process))
                .isEqualTo("RESULT false false answers=0 nobody=there is no terminal.\nPROGRAM READ null.\n");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void install_pipedScript_asksAtTheTerminal() throws Exception {
        String command = "/bin/sh -c " + PseudoTerminal.quoted(List.of("echo rest | " + java(List.of(), "INSTALL")));
        try (PseudoTerminal terminal = PseudoTerminal.run(home, Map.of(), command)) {
            terminal.await(FIRST).type("yes\n").await(SECOND).type("n\n");
            terminal.await("RESULT true false answers=2").await("PROGRAM READ rest.");
        }
        assertThat(recorded().answers().get(Purpose.USAGE).how()).isEqualTo(How.INSTALLER);
    }

    @Test
    void countdown_enter_goesOnAndTheProgramDoesNotReadIt() throws Exception {
        try (PseudoTerminal terminal = run(List.of(), "BLOCKING_NOTICE")) {
            terminal.await("goes on in 600 s").type("\n").await("RESULT false false answers=0");
            terminal.type("input\n").await("PROGRAM READ input.");
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void countdown_timeOver_goesOnUndecided() throws Exception {
        try (PseudoTerminal terminal = run(List.of("-Dcountdown=1"), "BLOCKING_NOTICE")) {
            terminal.await("goes on in 1 s")
                    .await("RESULT false false answers=0")
                    .type("input\n");
            terminal.await("PROGRAM READ input.");
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void countdown_otherLine_staysForTheProgram() throws Exception {
        try (PseudoTerminal terminal = run(List.of("-Dcountdown=3"), "BLOCKING_NOTICE")) {
            terminal.await("goes on in 3 s").type("a line for the program\n").await("RESULT false false answers=0");
            terminal.await("PROGRAM READ a line for the program.");
        }
    }

    @ParameterizedTest
    @CsvSource({"yes,true", "N,false"})
    void countdown_decision_isRecorded(String answer, boolean yes) throws Exception {
        try (PseudoTerminal terminal = run(List.of(), "BLOCKING_NOTICE")) {
            terminal.await("goes on in 600 s").type(answer + "\n").await("RESULT " + yes + " " + yes + " answers=2");
            terminal.type("\n");
        }
        assertThat(recorded().answers().get(Purpose.ERRORS).yes()).isEqualTo(yes);
        assertThat(recorded().answers().get(Purpose.ERRORS).how()).isEqualTo(How.COUNTDOWN);
    }

    @Test
    void countdown_ctrlC_stopsTheProgram() throws Exception {
        try (PseudoTerminal terminal = run(List.of(), "BLOCKING_NOTICE")) {
            terminal.await("goes on in 600 s").type(CTRL_C);

            assertThat(terminal.exitCode()).isEqualTo(130);
        }
        assertThat(home).isEmptyDirectory();
    }
}
