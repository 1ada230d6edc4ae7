package dev.candor.telemetry.core.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.AllowList;
import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The catalogue as users read it, and as programs do. */
class CatalogueTest {
    private static final EventType LOAD = EventType.named("load")
            .owner("data team")
            .because("To see which destinations matter.")
            .expires(2027, 3, 1)
            .with(Attribute.oneOf("destination", "postgres", "duckdb").because("which | or\nwhat"))
            .with(Attribute.number("ratio", 0, 1.5))
            .with(Attribute.wholeNumber("rows", 0, 9))
            .with(Attribute.flag("ok"))
            .with(Attribute.elapsed("time"))
            .with(Attribute.version("java"))
            .with(Attribute.hash("dataset"))
            .with(Attribute.text("note", 80))
            .with(Attribute.listed("model", new AllowList(Set.of("acme"))))
            .with(Attribute.listOf("tags", Attribute.oneOf("tag", "a"), 4))
            .with(Attribute.recordOf("size", Attribute.wholeNumber("x", 0, 9)))
            .with(Attribute.tree("config", 3, 50))
            .build();
    private static final EventType EMPTY = EventType.named("empty").build();

    @Test
    void markdown_everyField_isNamedWithItsValueAndReason() {
        String page = document(Map.of(), Map.of()).markdown();

        assertThat(page)
                .contains("## load\n\nTo see which destinations matter.\n")
                .contains("Purpose: usage. Owner: data team. Not sent from 2027-03-01 on.")
                .contains(
                        "| `destination` | one of `duckdb`, `postgres`; anything else is sent as `other` | which \\| or what |")
                .contains("| `ratio` | a number from 0 to 1.5 |")
                .contains("| `rows` | a whole number from 0 to 9 |")
                .contains("| `time` | a length of time, in seconds |")
                .contains("| `note` | text of at most 80 characters, redacted |")
                .contains("| `tags` | a list of at most 4 values, each one of `a`")
                .contains("| `size` | a record of `x` (a whole number from 0 to 9) |")
                .contains("| `config` | a configuration of at most 50 values")
                .contains("## empty");
        for (Attribute<?> each : LOAD.attributes()) {
            assertThat(page).contains("| `" + each.name() + "` |");
        }
    }

    @Test
    void markdown_howToStop_namesEverySwitch() {
        assertThat(document(Map.of(), Map.of()).markdown())
                .contains(
                        "`loader --disable-telemetry`",
                        "`loader telemetry off`",
                        "`runtime.loader_telemetry = false`",
                        "`DO_NOT_TRACK=1`",
                        "`LOADER_DO_NOT_TRACK=1`",
                        "`LOADER_ENABLE_TELEMETRY=0`",
                        "`enable_runtime_trace = false`",
                        "`loader telemetry show`",
                        "`loader telemetry log`");
    }

    @Test
    void markdown_examples_areThePostsOfEachBackendForEachEvent() {
        Map<String, Map<String, List<String>>> examples = Map.of(
                "load", Map.of("segment", List.of("{\"a\":1}"), "sentry", List.of("{\"a\":1}\n{\"b\":2}\n")),
                "empty", Map.of("segment", List.of("{\"a\":1}"), "other", List.of("a=1&b=2")));

        String page = document(examples, Map.of("otlp", List.of("{}"))).markdown();

        String segment = "\nAn example, as segment gets it:\n\n```json\n{\n  \"a\" : 1\n}\n```\n";
        String sentry = "\nAn example, as sentry gets it:\n\n```json\n{\n  \"a\" : 1\n}\n{\n  \"b\" : 2\n}\n```\n";
        String other = "\nAn example, as other gets it:\n\n```\na=1&b=2\n```\n";
        String error = "\n## Common\n\nAn example, as otlp gets it:\n\n```json\n{ }\n```\n";
        assertThat(page.substring(page.indexOf("## load"), page.indexOf("## empty")))
                .endsWith(segment + sentry + "\n");
        assertThat(page.substring(page.indexOf("## empty"))).endsWith(other + segment + error);
    }

    @Test
    void markdown_timeOfSendingInAnExample_isAlwaysTheSame() {
        String page = document(
                        Map.of(), Map.of("a", List.of("{\"sent_at\":\"now\"}"), "b", List.of("{\"sentAt\":\"now\"}")))
                .markdown();

        assertThat(page)
                .contains("\"sent_at\" : \"2026-01-02T03:04:05.000Z\"", "\"sentAt\" : \"2026-01-02T03:04:05.000Z\"");
    }

    @Test
    void markdown_madeTwice_isTheSame() {
        assertThat(document(Map.of(), Map.of()).markdown())
                .isEqualTo(document(Map.of(), Map.of()).markdown());
    }

    @Test
    void schema_everyField_isTypedAndNothingElseIsAllowed() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(new CatalogueSchema("loader", List.of(LOAD, EMPTY)).json());
        JsonNode load = schema.path("oneOf").path(0);
        JsonNode fields = load.at("/properties/attributes/properties");

        assertThat(schema.path("oneOf")).hasSize(2);
        assertThat(load.at("/properties/event/const").asText()).isEqualTo("load");
        assertThat(load.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(load.at("/properties/attributes/additionalProperties").asBoolean(true))
                .isFalse();
        assertThat(fields).hasSize(LOAD.size());
        assertThat(fields.at("/destination/enum").toString()).isEqualTo("[\"duckdb\",\"postgres\",\"other\"]");
        assertThat(fields.at("/ratio/maximum").asDouble()).isEqualTo(1.5);
        assertThat(fields.at("/rows/type").asText()).isEqualTo("integer");
        assertThat(fields.at("/ok/type").asText()).isEqualTo("boolean");
        assertThat(fields.at("/note/maxLength").asInt()).isEqualTo(80);
        assertThat(fields.at("/tags/maxItems").asInt()).isEqualTo(4);
        assertThat(fields.at("/tags/items/enum").toString()).isEqualTo("[\"a\",\"other\"]");
        assertThat(fields.at("/size/properties/x/type").asText()).isEqualTo("integer");
        assertThat(fields.at("/dataset/pattern").asText()).isEqualTo("^[0-9a-f]{32}$");
    }

    @Test
    void sample_ofEachField_isWithinItsType() {
        ValueCheck check = new ValueCheck(new RealScrubber(), reason -> {
            throw new AssertionError(reason);
        });
        Map<String, Object> sample = CatalogueDocument.sample(LOAD);

        assertThat(sample).hasSize(LOAD.size());
        for (String name : List.of("destination", "ratio", "rows", "ok", "java", "note", "tags", "size", "config")) {
            Attribute<?> attribute = LOAD.attributes().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(check.check(name, attribute.type(), sample.get(name))).isEqualTo(sample.get(name));
        }
    }

    @Test
    void catalogue_twoTypesOfOneName_areRefused() {
        EventType other = EventType.named("load").build();

        assertThatThrownBy(() -> new Catalogue(List.of(LOAD, other))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Catalogue(List.of(LOAD, EMPTY)).types()).containsExactly(LOAD, EMPTY);
        assertThat(new Catalogue(List.of(LOAD, LOAD)).types()).containsExactly(LOAD);
    }

    private static CatalogueDocument document(
            Map<String, Map<String, List<String>>> examples, Map<String, List<String>> errors) {
        return new CatalogueDocument(
                "loader",
                "LOADER",
                "runtime.loader_telemetry",
                List.of(LOAD, EMPTY),
                "\n## Common\n",
                examples,
                errors);
    }
}
