package dev.candor.telemetry.core.seeds;

import static dev.candor.telemetry.core.seeds.SeedTool.ACCESS;
import static dev.candor.telemetry.core.seeds.SeedTool.DESTINATION;
import static dev.candor.telemetry.core.seeds.SeedTool.ELAPSED;
import static dev.candor.telemetry.core.seeds.SeedTool.PIPELINE_RUN;
import static dev.candor.telemetry.core.seeds.SeedTool.SCHEMA;
import static dev.candor.telemetry.core.seeds.SeedTool.STARTUP;
import static dev.candor.telemetry.core.seeds.SeedTool.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.NoOp;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** dlt's events: what one carries, what makes it be recorded, and what does not. */
@Timeout(60)
class DltEventsTest {
    private static final Map<String, String> ALLOWED = Map.of("SEED_ENABLE_TELEMETRY", "1");

    @TempDir
    Path folder;

    @Test
    void dlt07_pipelineRun_isOneEventWithItsPropertiesAndItsPlace() throws IOException {
        SeedTool tool = new SeedTool(
                folder,
                IdentityMode.EVENT,
                Map.of("SEED_ENABLE_TELEMETRY", "1", "KUBE_NODE_NAME", "node-of-acme", "CODESPACES", "true"));

        tool.run(telemetry -> telemetry
                .event(PIPELINE_RUN)
                .with(DESTINATION, "hsqldb")
                .with(ELAPSED, 2.5)
                .with(SUCCESS, true)
                .record());

        UsageEvent event = tool.only();
        assertThat(event.name()).isEqualTo("pipeline_run");
        assertThat(event.attributes()).isEqualTo(Map.of("destination_name", "hsqldb", "elapsed", 2.5, "success", true));
        Resource resource = event.header().resource();
        assertThat(resource.toolName() + " " + resource.toolVersion()).isEqualTo("seed 1.2.3");
        assertThat(resource.cpus()).isPositive();
        assertThat(resource.ci()).isFalse();
        assertThat(resource.execInfo()).contains("kubernetes", "codespaces");
        assertThat(resource.extra()).isEmpty();
        assertThat(event.toString()).doesNotContain("acme", folder.toString());
    }

    /** dlt has a scope in which its tracker is on whatever was decided; here code can only ever say no. */
    @Test
    void dlt08_denied_staysSoWhateverTheCodeSays() throws IOException {
        SeedTool tool = new SeedTool(folder, IdentityMode.RUN, Map.of("SEED_ENABLE_TELEMETRY", "0"));

        assertThat(tool.candor.control().on(Set.of(Purpose.USAGE)).effective()).isFalse();
        try (Telemetry telemetry = tool.candor.host(true).open()) {
            assertThat(telemetry.event(STARTUP)).isSameAs(NoOp.EVENT);
            telemetry.flush(Duration.ofSeconds(30));
        }

        assertThat(tool.received()).isEmpty();
    }

    /** dlt names a plugin because it can be imported; here a tool names the library it asks about, and no other is looked for. */
    @Test
    void dlt09_library_isNamedWhereTheToolAsksForIt() throws IOException {
        SeedTool asks = new SeedTool(
                folder.resolve("asks"),
                IdentityMode.RUN,
                ALLOWED,
                builder -> builder.reportLibrary("org.yaml:snakeyaml").reportLibrary("org.example:absent"));
        SeedTool silent = SeedTool.allowed(folder.resolve("silent"));

        asks.run(telemetry -> telemetry.event(STARTUP).record());
        silent.run(telemetry -> telemetry.event(STARTUP).record());

        assertThat(asks.only().header().resource().extra()).containsOnlyKeys("snakeyaml_version");
        assertThat(silent.only().header().resource().extra()).isEmpty();
    }

    /** Once for each pipeline object is the tool's to count; what the library counts is once for each day. */
    @ParameterizedTest(name = "DLT-10 schema {0}, success {1}")
    @CsvSource(
            nullValues = "-",
            value = {"events, true", "events, false", "-, true", "-, false"})
    void dlt10_datasetAskedForTwice_isOneEventWithAHashOfTheName(String schema, boolean success) throws IOException {
        SeedTool tool = SeedTool.allowed(folder);

        tool.run(telemetry -> {
            for (int i = 0; i < 2; i++) {
                Event event = telemetry.event(ACCESS).with(SUCCESS, success);
                if (schema != null) {
                    event.with(SCHEMA, schema);
                }
                event.record();
            }
        });

        assertThat(tool.received()).filteredOn(DltEventsTest::isAccess).hasSize(1);
        Map<String, Object> sent = ((UsageEvent) tool.received().get(0)).attributes();
        assertThat(sent.get("success")).isEqualTo(success);
        if (schema == null) {
            assertThat(sent).containsOnlyKeys("success");
        } else {
            // dlt's hash has no key, so that everybody can look up names by it
            assertThat(sent.get("requested_schema_name_hash").toString()).matches("[0-9a-f]{32}");
        }
    }

    /** Beside it there may be a count of what the daily cap held back. */
    private static boolean isAccess(Signal signal) {
        return signal instanceof UsageEvent event && event.name().equals("pipeline_access_dataset");
    }

    @Test
    void dlt13_recordedBeforeWhatThenFails_staysAsItWasRecorded() throws IOException {
        SeedTool tool = SeedTool.allowed(folder);
        IllegalStateException failure = new IllegalStateException();

        assertThatThrownBy(() -> tool.run(telemetry -> {
                    telemetry.event(PIPELINE_RUN).with(SUCCESS, true).record();
                    throw failure;
                }))
                .isSameAs(failure);
        tool.candor.control().flush(Duration.ofSeconds(30));

        assertThat(tool.only().attributes()).isEqualTo(Map.of("success", true));
    }

    /** In dlt a function that returns true has failed, as true is the number one; here a flag is neither a number nor a code. */
    @Test
    void dlt14_numberWhereAFlagIsDeclared_isNoFlag() throws IOException {
        SeedTool tool = SeedTool.allowed(folder);

        tool.run(telemetry -> telemetry
                .event(PIPELINE_RUN)
                .with(raw(SUCCESS), 1)
                .with(raw(ELAPSED), true)
                .record());

        assertThat(tool.only().attributes()).isEmpty();
    }

    @SuppressWarnings("unchecked") // what a cast in somebody's code does
    private static Attribute<Object> raw(Attribute<?> attribute) {
        return (Attribute<Object>) attribute;
    }
}
