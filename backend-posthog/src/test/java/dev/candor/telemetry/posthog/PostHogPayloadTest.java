package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.Signals;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is in a batch, field by field. */
class PostHogPayloadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void preview_usageEvent_hasExactlyTheDocumentedFields() throws Exception {
        JsonNode batch = only(Samples.usage(1));

        assertThat(names(batch)).containsExactlyInAnyOrder("api_key", "batch", "sent_at");
        assertThat(batch.get("api_key").asText()).isEqualTo("phc_test");
        assertThat(batch.get("batch")).hasSize(1);
        assertThat(batch.get("batch").get(0)).isEqualTo(JSON.readTree("""
                {"event":"train_end","distinct_id":"run-7","timestamp":"2026-05-04T03:02:01.123Z","uuid":"019a0000-0000-7000-8000-000000000001",
                 "properties":{"$app_name":"trainer","$app_version":"1.4.0","$os":"Linux","$os_version":"6.1.0-18-amd64","os_arch":"amd64",
                  "java":"17.0.15","java_vendor":"Eclipse Adoptium","cpu":8,"memory_bytes":16000000000,"ci_run":true,"ci_name":"github_actions",
                  "exec_info":["docker"],"environment":"production","gpus":["A100"],
                  "model":"other","epochs":3,"elapsed":2.234885,"success":true,"config":{"optimizer":{"name":"adamw","betas":[0.9,0.999]}},
                  "$lib":"candor","$lib_version":"VERSION",
                  "$process_person_profile":false,"$geoip_disable":true,"$ip":"0.0.0.0","$ignore_sent_at":true}}
                """.replace("VERSION", Version.CURRENT)));
    }

    @Test
    void version_ofThisBuild_isANumber() {
        assertThat(Version.CURRENT).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void preview_loggedWarning_isAWarning() throws Exception {
        JsonNode properties = event(Signals.warning(1)).get("properties");

        assertThat(properties.get("$exception_level").asText()).isEqualTo("warning");
    }

    @Test
    void preview_error_isAnExceptionEventWithItsChain() throws Exception {
        JsonNode event = event(Samples.error(1));
        JsonNode properties = event.get("properties");

        assertThat(event.get("event").asText()).isEqualTo("$exception");
        assertThat(properties.get("$exception_level").asText()).isEqualTo("fatal");
        assertThat(properties.get("$exception_list")).isEqualTo(JSON.readTree("""
                [{"type":"LoadException","value":"could not read <path>","module":"dev.trainer",
                  "mechanism":{"type":"generic","handled":false,"synthetic":false},
                  "stacktrace":{"type":"raw","frames":[
                   {"platform":"java","module":"dev.trainer.Main","function":"main","in_app":true},
                   {"platform":"java","module":"[external]","function":"[external]","count":12,"in_app":false},
                   {"platform":"java","module":"dev.trainer.Loader","function":"read","filename":"Loader.java","lineno":42,"in_app":true}]}},
                 {"type":"IOException","value":"","module":"java.io",
                  "mechanism":{"type":"generic","handled":false,"synthetic":false,"source":"cause"}},
                 {"type":"Rootless","value":"",
                  "mechanism":{"type":"generic","handled":false,"synthetic":false,"source":"suppressed"},
                  "stacktrace":{"type":"raw","frames":[
                   {"platform":"java","module":"java.util.List","function":"of","filename":"List.java","lineno":5,"in_app":false}]}}]
                """));
        assertThat(properties.get("operation").asText()).isEqualTo("train");
        assertThat(properties.get("thread_kind").asText()).isEqualTo("main");
        assertThat(properties.get("trace_id").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(properties.get("span_id").asText()).isEqualTo("b7ad6b7169203331");
        assertThat(properties.get("stage").asText()).isEqualTo("load");
        assertThat(properties.get("breadcrumbs")).isEqualTo(JSON.readTree("""
                [{"time":"2026-05-04T03:02:00.123Z","category":"usage","message":"train_start"}]"""));
        assertThat(properties
                        .get("threads")
                        .get(0)
                        .get("frames")
                        .get(0)
                        .get("function")
                        .asText())
                .isEqualTo("run");
    }

    @Test
    void preview_trace_isACaptureWithElapsed() throws Exception {
        JsonNode event = event(Samples.trace(1));
        JsonNode properties = event.get("properties");

        assertThat(event.get("event").asText()).isEqualTo("pipeline.run");
        assertThat(properties.get("trace_id").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(properties.get("elapsed").asDouble()).isEqualTo(2.5);
        assertThat(properties.get("success").asBoolean(true)).isFalse();
        assertThat(properties.get("failure").asText()).isEqualTo("IOException");
        assertThat(properties.get("destination").asText()).isEqualTo("duckdb");
        assertThat(properties.get("spans")).hasSize(2);
        assertThat(properties.get("spans").get(1)).isEqualTo(JSON.readTree("""
                {"span_id":"00f067aa0ba902b7","parent_span_id":"b7ad6b7169203331","name":"extract","start":"2026-05-04T03:02:01.123Z",
                 "elapsed":0.5,"success":true,"attributes":{"rows":7}}"""));
    }

    @Test
    void preview_spanNamedLikeAnEventOfPostHogs_isNotThatEvent() throws Exception {
        assertThat(event(trace("$identify")).get("event").asText()).isEqualTo("identify");
        assertThat(event(trace(" $$ ")).get("event").asText()).isEqualTo("trace");
    }

    @Test
    void preview_anySignal_carriesEveryPrivacyFlagAndNoHost() throws Exception {
        for (Signal signal : List.of(Samples.usage(1), Samples.error(2), Samples.trace(3))) {
            JsonNode properties = event(signal).get("properties");

            assertThat(properties.get("$process_person_profile").asBoolean(true))
                    .isFalse();
            assertThat(properties.get("$geoip_disable").asBoolean()).isTrue();
            assertThat(properties.get("$ip").asText()).isEqualTo("0.0.0.0");
            assertThat(names(properties)).noneMatch(name -> name.contains("host") || name.startsWith("$set"));
        }
    }

    @Test
    void preview_attributesNamedLikeFlags_doNotReplaceThem() throws Exception {
        Signal hostile =
                Samples.usage(Samples.header(1), Map.of("$ip", "8.8.8.8", "$geoip_disable", false, "$lib", "other"));

        JsonNode properties = event(hostile).get("properties");

        assertThat(properties.get("$ip").asText()).isEqualTo("0.0.0.0");
        assertThat(properties.get("$geoip_disable").asBoolean()).isTrue();
        assertThat(properties.get("$lib").asText()).isEqualTo("candor");
    }

    @Test
    void preview_noDistinctId_isTheEventsOwnId() throws Exception {
        UUID id = Samples.id(1);
        Header nobody = new Header(id, Samples.TIME, " ", Samples.resource());

        assertThat(event(Samples.usage(nobody, Map.of())).get("distinct_id").asText())
                .isEqualTo("019a00000000700080000000000000" + "01");
    }

    @Test
    void preview_numberThatJsonDoesNotKnow_isLeftOutAndTheRestStays() throws Exception {
        JsonNode properties = event(Samples.usage(Samples.header(1), Map.of("loss", Double.NaN, "step", 7L)))
                .get("properties");

        assertThat(properties.has("loss")).isFalse();
        assertThat(properties.get("step").asInt()).isEqualTo(7);
    }

    @Test
    void preview_batchOfOldAndNewEvents_isTwoPostsAndTheOldOneIsHistorical() throws Exception {
        List<Signal> signals = new ArrayList<>(Samples.usages(3));
        signals.add(Samples.usage(
                new Header(Samples.id(9), Samples.TIME.plusSeconds(1), "run-7", Samples.resource()), Map.of()));
        Backend backend = backend(Clock.fixed(Samples.TIME.plus(Duration.ofDays(2)), ZoneOffset.UTC));

        List<Payload> posts = backend.preview(signals);

        assertThat(posts).hasSize(2);
        JsonNode old = JSON.readTree(posts.get(0).body());
        JsonNode fresh = JSON.readTree(posts.get(1).body());
        assertThat(old.get("historical_migration").asBoolean()).isTrue();
        assertThat(old.get("batch")).hasSize(3);
        assertThat(old.get("api_key").asText()).isEqualTo("phc_test");
        assertThat(fresh.has("historical_migration")).isFalse();
        assertThat(fresh.get("batch")).hasSize(1);
    }

    @Test
    void preview_manyEvents_areAtMost256InAPost() throws Exception {
        List<Payload> posts = backend(now()).preview(Samples.usages(600));

        List<Integer> sizes = new ArrayList<>();
        for (Payload post : posts) {
            sizes.add(JSON.readTree(post.body()).get("batch").size());
        }
        assertThat(sizes).containsExactly(256, 256, 88);
    }

    @Test
    void preview_largeEvents_areAtMostAMegabyteInAPost() throws Exception {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            signals.add(Samples.usage(Samples.header(i), Map.of("text", "x".repeat(300_000))));
        }

        List<Payload> posts = backend(now()).preview(signals);

        int events = 0;
        for (Payload post : posts) {
            assertThat(post.body().length).isLessThanOrEqualTo(1024 * 1024);
            events += JSON.readTree(post.body()).get("batch").size();
        }
        assertThat(events).isEqualTo(10);
    }

    private static Signal trace(String name) {
        var whole = Samples.trace(1);
        var root = whole.root();
        return new dev.candor.telemetry.spi.Trace(
                whole.header(),
                whole.traceId(),
                List.of(new dev.candor.telemetry.spi.Trace.Span(
                        root.spanId(), "", name, root.start(), root.end(), false, "", Map.of())));
    }

    private static JsonNode event(Signal signal) throws Exception {
        return only(signal).get("batch").get(0);
    }

    private static JsonNode only(Signal signal) throws Exception {
        List<Payload> posts = backend(now()).preview(List.of(signal));
        assertThat(posts).hasSize(1);
        return JSON.readTree(posts.get(0).body());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Clock now() {
        return Clock.fixed(Samples.TIME.plusSeconds(5), ZoneOffset.UTC);
    }

    private static Backend backend(Clock clock) throws Exception {
        BackendContext context = new BackendContext(
                "trainer",
                "1.4.0",
                Audience.MAINTAINER,
                Map.of("key", new SettingValue("runtime.posthog_key", "phc_test", "code")),
                Receipts.none());
        return new PostHogBackend(PostHogSettings.of(context), context.receipts(), clock);
    }
}
