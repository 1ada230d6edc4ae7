package dev.candor.telemetry.picocli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command and the flags of a small tool, which has no backend but the built-in preview. */
class TelemetryCommandTest {
    private static final Attribute<Boolean> SUCCESS = Attribute.flag("success");
    private static final EventType DONE =
            EventType.named("work_done").with(SUCCESS).build();

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void status_undecided_saysSoAndLeavesNoFile() {
        int code = run("telemetry");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("usage", "undecided");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void statusJson_denied_namesWhoDecided() throws IOException {
        environment.put("DO_NOT_TRACK", "1");

        run("telemetry", "--json");

        JsonNode status = new ObjectMapper().readTree(out.toString());
        assertThat(status.at("/decisions/usage/state").asText()).isEqualTo("denied");
        assertThat(status.at("/decisions/usage/source").asText()).isEqualTo("env:DO_NOT_TRACK");
        assertThat(status.at("/spool/events").asInt()).isZero();
        assertThat(status.has("backends")).isTrue();
        assertThat(status.has("identity")).isTrue();
        assertThat(status.at("/counters/dropped").isObject()).isTrue();
    }

    @Test
    void on_thenOff_holdsInTheNextRun() {
        assertThat(run("telemetry", "on")).isZero();
        assertThat(candor().open().event(DONE).with(SUCCESS, true).record()).isTrue();

        assertThat(run("telemetry", "off")).isZero();

        assertThat(candor().open().event(DONE).record()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage", "USAGE", "Usage"})
    void on_forOnePurpose_isAYesToItAlone(String purpose) {
        int code = run("telemetry", "on", "--purpose", purpose);

        assertThat(code).isZero();
        assertThat(err.toString()).contains("usage is on").doesNotContain("errors is on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"traces", "everything", ""})
    void on_forWhatNobodyIsAskedAbout_isWrongUsageAndNoAnswer(String purpose) {
        int code = run("telemetry", "on", "--purpose", purpose);

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("is neither usage nor errors");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void on_overriddenByTheEnvironment_saysWhoDecidesAndExitsWithOne() {
        environment.put("DO_NOT_TRACK", "1");

        int code = run("telemetry", "on");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("still denied", "env:DO_NOT_TRACK");
    }

    @Test
    void show_waiting_printsIt() {
        run("telemetry", "on");
        try (Telemetry telemetry = candor().open()) {
            telemetry.event(DONE).with(SUCCESS, true).record();
        }

        run("telemetry", "show");

        assertThat(out.toString()).contains("work_done");
    }

    @Test
    void disableTelemetry_withACommand_actsBeforeItAndLasts() {
        run("telemetry", "on");

        assertThat(run("--disable-telemetry", "work")).isZero();

        assertThat(out.toString()).contains("recorded false");
        assertThat(candor().open().event(DONE).record()).isFalse();
    }

    @Test
    void disableTelemetry_alone_onlyPersists() {
        run("telemetry", "on");

        assertThat(run("--disable-telemetry")).isZero();

        assertThat(candor().open().event(DONE).record()).isFalse();
        assertThat(out.toString()).doesNotContain("recorded");
    }

    @Test
    void docs_prints_everyEventAndHowToStop() {
        run("telemetry", "docs");

        assertThat(out.toString()).contains("work_done", "worker --disable-telemetry");
    }

    private int run(String... arguments) {
        Tool tool = new Tool(candor(), new PrintWriter(out, true));
        CommandLine line = new CommandLine(tool);
        line.addSubcommand(new TelemetryCommand(candor()));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        line.setExecutionStrategy(tool.flags.before(candor(), new CommandLine.RunLast()));
        return line.execute(arguments);
    }

    private Candor candor() {
        try {
            return Candor.tool("worker", "1.0.0")
                    .events(DONE)
                    .surroundings(Surroundings.builder()
                            .environment(environment)
                            .home(home)
                            .workingDirectory(Files.createTempDirectory(home.getParent(), "work"))
                            .build())
                    .build();
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    @Command(name = "worker")
    static final class Tool implements Runnable {
        private final Candor candor;
        private final PrintWriter out;

        @Mixin
        TelemetryFlags flags = new TelemetryFlags();

        Tool(Candor candor, PrintWriter out) {
            this.candor = candor;
            this.out = out;
        }

        @Override
        public void run() {}

        @Command(name = "work")
        int work() {
            try (Telemetry telemetry = flags.apply(candor).open()) {
                out.println(
                        "recorded " + telemetry.event(DONE).with(SUCCESS, true).record());
            }
            return 0;
        }
    }
}
