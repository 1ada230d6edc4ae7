package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import dev.candor.telemetry.testkit.SentryItem;
import dev.candor.telemetry.testkit.Signals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a receiver that knows the format of Sentry finds in an error, field by field. */
class SentryErrorMappingTest extends SentryMapping {
    @Test
    void error_rich_hasIdTimeLevelAndOperation() throws Exception {
        SentryItem item = sent(Samples.richError(1));

        assertThat(item.kind()).isEqualTo("event");
        assertThat(item.id()).isEqualTo(Samples.hex(1));
        assertThat(item.payload().path("timestamp").asText()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(item.payload().path("level").asText()).isEqualTo("error");
        assertThat(item.payload().path("transaction").asText()).isEqualTo("load");
        assertThat(item.payload().path("platform").asText()).isEqualTo("java");
        assertThat(item.payload().path("release").asText()).isEqualTo("loader@1.4.0");
        assertThat(item.payload().path("environment").asText()).isEqualTo("staging");
        assertThat(item.payload().path("contexts").path("trace"))
                .isEqualTo(
                        JSON.readTree("{\"trace_id\":\"" + Samples.TRACE + "\",\"span_id\":\"" + Samples.SPAN + "\"}"));
    }

    @Test
    void error_thatIsALoggedWarning_isAWarning() {
        assertThat(sent(Signals.warning(1)).payload().path("level").asText()).isEqualTo("warning");
    }

    @Test
    void error_unhandled_isFatalAndNotHandled() {
        SentryItem item = sent(Samples.error(1));

        JsonNode last = item.payload().path("exception").path("values").path(0);
        assertThat(item.payload().path("level").asText()).isEqualTo("fatal");
        assertThat(last.path("mechanism").path("handled").isBoolean()).isTrue();
        assertThat(last.path("mechanism").path("handled").asBoolean()).isFalse();
        assertThat(last.has("value")).isFalse();
        assertThat(last.has("thread_id")).isFalse();
        assertThat(item.payload().has("threads")).isFalse();
    }

    @Test
    void error_chain_isListedCausesFirstWithParents() {
        SentryItem item = sent(Samples.richError(1));

        List<String> lines = new ArrayList<>();
        for (JsonNode value : item.payload().path("exception").path("values")) {
            JsonNode mechanism = value.path("mechanism");
            lines.add(value.path("module").asText() + " " + value.path("type").asText() + " "
                    + mechanism.path("type").asText() + " "
                    + mechanism.path("exception_id").asText() + " "
                    + mechanism.path("parent_id").asText());
        }
        assertThat(lines)
                .containsExactly(
                        "java.lang Error suppressed 2 0",
                        "java.io IOException chained 1 0",
                        "com.acme Loader$Broken generic 0 ");
        assertThat(item.payload()
                        .path("exception")
                        .path("values")
                        .path(2)
                        .path("value")
                        .asText())
                .isEqualTo("no table <path>");
    }

    @Test
    void error_frameThatIsNamedButNotOwned_isNotInApp() throws Exception {
        Frame theirs = new Frame("java.util.List", "of", "List.java", 5, 1, false);
        Thrown thrown = new Thrown("Broken", "", -1, false, List.of(Samples.OWNED, theirs));

        JsonNode frames = sent(Samples.error(1, List.of(thrown))).payload().at("/exception/values/0/stacktrace/frames");

        assertThat(frames.findValuesAsText("in_app")).containsExactly("false", "true");
        assertThat(frames.findValuesAsText("function")).containsExactly("of", "load");
    }

    @Test
    void error_frames_areOutermostFirstInAppByOwnershipWithRunsCounted() throws Exception {
        SentryItem item = sent(Samples.error(1));

        assertThat(item.payload().path("exception").path("values").path(0).path("stacktrace"))
                .isEqualTo(JSON.readTree("""
                    {"frames": [
                      {"module": "com.acme.Main", "function": "main", "in_app": true},
                      {"function": "[external]", "in_app": false, "vars": {"calls": 7}},
                      {"module": "com.acme.Loader", "function": "load", "filename": "Loader.java", "lineno": 42, "in_app": true}
                    ]}
                    """));
    }

    @Test
    void error_classWithoutPackage_hasNoModule() {
        Thrown thrown = new Thrown("Broken", "", -1, false, List.of(new Frame("Main", "main", "Main.java", 1, 1)));

        SentryItem item = sent(Samples.error(1, List.of(thrown)));

        JsonNode value = item.payload().path("exception").path("values").path(0);
        assertThat(value.path("type").asText()).isEqualTo("Broken");
        assertThat(value.has("module")).isFalse();
    }

    @Test
    void error_tags_holdWhatSentrySearchesAndTheToolContextTheRest() throws Exception {
        SentryItem item = sent(Samples.richError(1));

        assertThat(item.payload().path("tags")).isEqualTo(JSON.readTree("""
                {"pipeline": "pokemon", "thread.kind": "pool", "operation": "load", "ci": "true", "ci.name": "GitHub Actions",
                 "exec": "docker,kubernetes", "workspace": "w1", "commit": "abc123"}
                """));
        assertThat(item.payload().path("contexts").path("tool"))
                .isEqualTo(JSON.readTree("""
                {"config": {"a": 1}, "gpus": ["A100"], "long": "%s"}
                """.formatted("x".repeat(201))));
    }

    @Test
    void error_contexts_nameSystemRuntimeAndAppAndNothingElse() throws Exception {
        SentryItem item = sent(Samples.error(1));

        assertThat(item.payload().path("contexts")).isEqualTo(JSON.readTree("""
                {"app": {"app_name": "loader", "app_version": "1.4.0"}, "device": {"processor_count": 4},
                 "os": {"name": "Linux", "version": "6.1.0"}, "runtime": {"name": "Eclipse Adoptium", "version": "17.0.15"},
                 "tool": {"gpus": ["A100"]}}
                """));
        assertThat(fieldNames(item.payload()))
                .containsExactlyInAnyOrder(
                        "timestamp",
                        "exception",
                        "level",
                        "event_id",
                        "contexts",
                        "sdk",
                        "tags",
                        "release",
                        "environment",
                        "platform");
    }

    @Test
    void error_breadcrumbs_areOldestFirst() throws Exception {
        SentryItem item = sent(Samples.richError(1));

        assertThat(item.payload().path("breadcrumbs")).isEqualTo(JSON.readTree("""
                [{"timestamp": "2026-01-02T03:04:03.678Z", "category": "usage", "message": "command_init", "level": "info", "data": {}},
                 {"timestamp": "2026-01-02T03:04:04.678Z", "category": "step", "message": "extract", "level": "info", "data": {}}]
                """));
    }

    @Test
    void error_threads_listTheFailingOneFirst() throws Exception {
        SentryItem item = sent(Samples.richError(1));

        assertThat(item.payload().path("threads").path("values")).isEqualTo(JSON.readTree("""
                [{"id": 0, "name": "pool", "main": false, "current": true, "crashed": false},
                 {"id": 1, "name": "main", "main": true, "current": false, "crashed": false, "stacktrace": {"snapshot": true, "frames":
                   [{"module": "com.acme.Main", "function": "main", "in_app": true}]}}]
                """));
        assertThat(item.payload().path("exception").path("values").findValuesAsText("thread_id"))
                .containsExactly("0", "0", "0");
    }
}
