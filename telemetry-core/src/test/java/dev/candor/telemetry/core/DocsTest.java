package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tool's users read about what it reports says all that it reports. */
class DocsTest {
    private static final EventType STARTED = EventType.named("work_started").build();
    private static final EventType DONE = EventType.named("work_done").build();

    @TempDir
    Path folder;

    @Test
    void docs_eachEvent_hasAnExampleOfItsOwnForItsBackend() throws IOException {
        String page = tool(ErrorRules.none()).build().control().docs();

        assertThat(section(page, "work_started")).contains("An example, as usage gets it:", "name=work_started");
        assertThat(section(page, "work_done")).contains("An example, as usage gets it:", "name=work_done");
    }

    @Test
    void docs_whatTheToolAddsToEveryEvent_isNamed() throws IOException {
        String page = tool(ErrorRules.none())
                .identity(IdentityMode.INSTALL, Duration.ofDays(90))
                .environment("production")
                .declare("workspace", "acme")
                .tag("team", "data")
                .build()
                .control()
                .docs();

        assertThat(section(page, "With every event"))
                .contains(
                        "one installation have a random id in common",
                        "replaced every 90 days",
                        "`worker telemetry reset-id` forgets it",
                        "the environment that the tool runs in",
                        "values of the tool's own: `workspace`",
                        "the tool's tags: `team`")
                .doesNotContain("acme", "GPU");
    }

    @Test
    void docs_errorsOfTheTool_areToldWithWhatTheyHold() throws IOException {
        ErrorRules few = ErrorRules.owned("dev.example.worker").build();
        ErrorRules more = ErrorRules.owned("dev.example.worker")
                .anyOwnedFrame()
                .withMessage(error -> error instanceof IOException)
                .withThreads()
                .build();

        String little = section(tool(few).build().control().docs(), "Errors");
        String much = section(tool(more).build().control().docs(), "Errors");

        assertThat(little)
                .contains("An example, as usage gets it:")
                .contains("the first call outside of the Java runtime is in `dev.example.worker`", "Not its message")
                .doesNotContain("other threads");
        assertThat(much)
                .contains("any call is in `dev.example.worker`", "for some errors the message", "other threads")
                .doesNotContain("Not its message");
    }

    @Test
    void docs_withoutErrorsForTheMaintainer_tellOfNone() throws IOException {
        assertThat(tool(ErrorRules.none()).build().control().docs()).doesNotContain("## Errors");
    }

    private static String section(String page, String title) {
        int from = page.indexOf("\n## " + title + "\n");
        assertThat(from).as(title).isNotNegative();
        int to = page.indexOf("\n## ", from + 1);
        return page.substring(from, to < 0 ? page.length() : to);
    }

    private CandorBuilder tool(ErrorRules errors) throws IOException {
        return Candor.tool("worker", "1.0.0")
                .events(STARTED, DONE)
                .errors(errors)
                .consent(ConsentRules.forTool("worker", "1.0.0").build())
                .maintainer("usage", Map.of("key", "docs"), Purpose.USAGE, Purpose.ERRORS)
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(Surroundings.builder()
                        .environment(Map.of())
                        .home(folder)
                        .workingDirectory(folder)
                        .build());
    }
}
