package dev.candor.telemetry.core.internal.consent;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.TurnedClock;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A home, a project, a machine folder and a clock, and the gate that looks at them. */
abstract class GateFixture {
    static final Instant START = Instant.parse("2026-11-28T13:00:00Z");

    @TempDir
    Path temp;

    final Map<String, String> environment = new HashMap<>();
    final TurnedClock clock = new TurnedClock(START);
    final List<String> withdrawn = new ArrayList<>();
    Path home;
    Path project;
    Path machine;

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectories(temp.resolve("home"));
        project = Files.createDirectories(temp.resolve("project"));
        machine = Files.createDirectories(temp.resolve("etc"));
    }

    Surroundings surroundings() throws IOException {
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

    static ConsentRulesBuilder rules() {
        return ConsentRules.forTool("loader", "1.0").purposes(Purpose.USAGE, Purpose.ERRORS, Purpose.TRACES);
    }

    ConsentGate open(ConsentRules rules) throws IOException {
        ConsentGate gate = ConsentGate.open(rules, surroundings(), Invocation.PLAIN);
        gate.onWithdrawal((subject, decision) -> withdrawn.add(subject + " " + decision.lasting()));
        return gate;
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    Path userConfig() {
        return home.resolve(".loader/config.toml");
    }

    Path record(Path folder) {
        return folder.resolve(RecordedAnswer.FILE_NAME);
    }

    static void write(Path file, RecordedAnswer answer) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, RecordFormat.write(answer));
    }

    static RecordedAnswer both(boolean yes) {
        Answer answer = new Answer(yes, START.minusSeconds(60), 1, How.PROMPT);
        return RecordedAnswer.NONE.with(Purpose.USAGE, answer).with(Purpose.ERRORS, answer);
    }
}
