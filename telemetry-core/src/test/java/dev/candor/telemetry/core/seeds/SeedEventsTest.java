package dev.candor.telemetry.core.seeds;

import static dev.candor.telemetry.core.seeds.SeedTool.RECORDS;
import static dev.candor.telemetry.core.seeds.SeedTool.STARTUP;
import static dev.candor.telemetry.core.seeds.SeedTool.TASK;
import static dev.candor.telemetry.core.seeds.SeedTool.USER;
import static dev.candor.telemetry.core.seeds.SeedTool.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.NoOp;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.internal.context.DeploymentRule;
import dev.candor.telemetry.spi.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of Argilla, Axolotl and dlt: what they carry, who they are counted as, and what a refusal leaves behind. */
@Timeout(60)
class SeedEventsTest {

    @TempDir
    Path folder;

    @Test
    void arg01_axo16_disabled_nothingIsMadeAndNothingArrives() throws IOException {
        SeedTool tool = new SeedTool(folder, IdentityMode.INSTALL, Map.of("SEED_ENABLE_TELEMETRY", "0"));

        tool.run(telemetry -> assertThat(telemetry.event(WORK)).isSameAs(NoOp.EVENT));

        assertThat(tool.received()).isEmpty();
        try (Stream<Path> files = Files.walk(tool.home)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void arg02_arg17_user_isAHashThatAnotherMachineDoesNotRepeat() throws IOException {
        SeedTool one = SeedTool.allowed(folder.resolve("one"));
        SeedTool other = SeedTool.allowed(folder.resolve("other"));

        one.run(telemetry -> telemetry.event(WORK).with(USER, "argilla").record());
        other.run(telemetry -> telemetry.event(WORK).with(USER, "argilla").record());

        Object hash = one.only().attributes().get("user");
        // Argilla hashed with an id made of the network card, so that everybody could compute this
        assertThat(hash.toString()).matches("[0-9a-f]{32}").isNotEqualTo("77038521764c59828b785274a8fd061d");
        assertThat(other.only().attributes().get("user")).isNotEqualTo(hash);
    }

    @Test
    void arg03_axo13_bulk_carriesWhatWasDeclared() throws IOException {
        SeedTool tool = SeedTool.allowed(folder);

        tool.run(telemetry ->
                telemetry.event(WORK).with(TASK, "tokens").with(RECORDS, 100L).record());

        assertThat(tool.only().name()).isEqualTo("work");
        assertThat(tool.only().attributes()).isEqualTo(Map.of("task", "tokens", "records", 100L));
    }

    @Test
    void arg11_axo12_axo14_event_namesTheToolAndTheSystem() throws IOException {
        SeedTool tool = SeedTool.allowed(folder);

        tool.run(telemetry -> telemetry.event(STARTUP).record());

        Resource resource = tool.only().header().resource();
        assertThat(resource.toString()).contains("seed", "1.2.3");
        assertThat(resource.osName()).isNotEmpty();
        assertThat(resource.javaVersion()).isNotEmpty();
        assertThat(resource.cpus()).isPositive();
        assertThat(resource.memoryBytes()).isPositive();
    }

    @Test
    void arg12_axo13_eventsOfOneRun_areCountedAsOne() throws IOException {
        SeedTool tool = SeedTool.allowed(folder);

        tool.run(telemetry -> {
            telemetry.event(STARTUP).record();
            telemetry.event(WORK).record();
        });

        assertThat(tool.received()).hasSize(2);
        assertThat(tool.received())
                .extracting(signal -> signal.header().distinctId())
                .doesNotContain("")
                .containsOnly(tool.received().get(0).header().distinctId());
    }

    @ParameterizedTest(name = "ARG-13 persistent storage {0}")
    @ValueSource(booleans = {true, false})
    void arg13_flagOfTheDeployment_isInWhatEveryEventSaysOfItsPlace(boolean persistent) throws IOException {
        SeedTool tool = new SeedTool(
                folder,
                IdentityMode.RUN,
                Map.of("SEED_ENABLE_TELEMETRY", "1"),
                builder -> builder.declare("persistent_storage", persistent));

        tool.run(telemetry -> telemetry.event(STARTUP).record());

        assertThat(tool.only().header().resource().extra()).isEqualTo(Map.of("persistent_storage", persistent));
    }

    @Test
    void arg14_startup_isOneEventWithoutData() throws IOException {
        SeedTool tool = SeedTool.allowed(folder);

        tool.run(telemetry -> telemetry.event(STARTUP).record());

        assertThat(tool.only().attributes()).isEmpty();
    }

    @Test
    void arg19_deployment_isNamedByTheFirstRuleThatHolds() {
        List<DeploymentRule> rules = List.of(
                new DeploymentRule("huggingface_space", List.of("SPACE_ID")),
                new DeploymentRule("quickstart", List.of("A", "B")));

        assertThat(DeploymentRule.first(rules, Map.of("SPACE_ID", "x", "A", "1", "B", "1"), "server"))
                .isEqualTo("huggingface_space");
        assertThat(DeploymentRule.first(rules, Map.of("A", "1", "B", "1"), "server"))
                .isEqualTo("quickstart");
        assertThat(DeploymentRule.first(rules, Map.of("A", "1"), "server")).isEqualTo("server");
    }

    @Test
    void blx16_recordedThenFlushedTwice_isSentOnce() throws IOException {
        SeedTool tool = SeedTool.allowed(folder);

        tool.run(telemetry -> {
            telemetry.event(STARTUP).record();
            telemetry.flush(Duration.ofSeconds(30));
        });
        tool.candor.control().flush(Duration.ofSeconds(30));

        assertThat(tool.received()).hasSize(1);
    }

    @Test
    void dlt12_valueThatWasNotDeclared_isAbsent() throws IOException {
        SeedTool tool = SeedTool.allowed(folder);

        tool.run(telemetry ->
                telemetry.event(STARTUP).with(TASK, "tokens").with(RECORDS, 7L).record());

        assertThat(tool.only().attributes()).isEmpty();
    }
}
