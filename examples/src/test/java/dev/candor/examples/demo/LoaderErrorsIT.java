package dev.candor.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.testkit.SentryItem;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner's Sentry hears of the real {@code loader}: logged errors, logged warnings, and what ends a thread. */
class LoaderErrorsIT {
    private final SentryReceiver sentry = new SentryReceiver();
    private Sandbox sandbox;

    @BeforeEach
    void configure() throws IOException {
        sandbox = new Sandbox(Path.of("bin").toAbsolutePath());
        sandbox.with("LOADER_OPTS", "-Dloader.detached=no");
        sandbox.writeInHome(".loader/config.toml", "[runtime]\nsentry_dsn = \"" + sentry.dsn() + "\"\n");
    }

    @AfterEach
    void stop() {
        sandbox.close();
        sentry.close();
    }

    @Test
    void run_failing_logsOneLineAndReportsTheErrorOnceWithItsTags() throws Exception {
        Sandbox.Ended ended = run(1, "run", "--fail");

        assertThat(ended.output().lines().filter(line -> line.startsWith("loader: ")))
                .singleElement()
                .asString()
                .startsWith("loader: loading failed: integrity constraint violation");
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("BatchUpdateException");
            assertThat(event.payload().at("/tags/pipeline_name").asText()).isEqualTo("zones");
            assertThat(event.payload().at("/tags/destination_name").asText()).isEqualTo("hsqldb");
        });
    }

    @Test
    void run_overAnEarlierOne_reportsTheWarningWhereWarningsAreLogged() throws Exception {
        run(0, "run");
        assertThat(events()).isEmpty();

        run(0, "run", "--log-level", "ERROR");
        assertThat(events()).isEmpty();

        run(0, "run", "--log-level", "INFO");
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(value(event)).contains("what an earlier run loaded into");
            assertThat(event.payload().path("level").asText()).isEqualTo("warning");
        });
    }

    @Test
    void run_threadThatDies_isReportedAsUnhandledAndChangesNothingElse() throws Exception {
        Sandbox.Ended ended = run(0, "run", "--crash");

        assertThat(ended.output()).contains("Exception in thread \"loader-janitor\"", "nothing is left to be swept");
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("IllegalStateException");
            assertThat(thrown(event).at("/mechanism/handled").asBoolean(true)).isFalse();
        });
    }

    private Sandbox.Ended run(int exitCode, String... arguments) throws IOException, InterruptedException {
        Sandbox.Ended ended = sandbox.run("loader", arguments);
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(exitCode);
        sandbox.run("loader", "telemetry", "flush");
        assertThat(sentry.refusals()).isEmpty();
        return ended;
    }

    private List<SentryItem> events() {
        return sentry.received().stream()
                .filter(item -> item.kind().equals("event"))
                .toList();
    }

    private static JsonNode thrown(SentryItem event) {
        return event.payload().at("/exception/values/0");
    }

    private static String value(SentryItem event) {
        return thrown(event).path("value").asText();
    }
}
