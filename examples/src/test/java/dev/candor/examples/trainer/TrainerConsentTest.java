package dev.candor.examples.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Status;
import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides about the telemetry of trainer. */
class TrainerConsentTest {
    @TempDir
    Path home;

    private Candor trainer(String version, Map<String, String> environment) {
        return TrainerTelemetry.describe(version)
                .surroundings(Surroundings.builder()
                        .environment(environment)
                        .home(home)
                        .workingDirectory(home)
                        .build())
                .build();
    }

    private String usage(String version, Map<String, String> environment) {
        Status status = trainer(version, environment).control().status();
        return status.decisions().get("usage").state();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', undecided",
        "0, '', granted",
        "1, '', denied",
        "maybe, '', denied",
        "'', 0, undecided",
        "'', 1, denied",
        "0, 1, denied",
        "1, 0, denied"
    })
    void usage_variables_decide(String own, String common, String state) {
        assertThat(usage("1.0.0", Map.of("TRAINER_DO_NOT_TRACK", own, "DO_NOT_TRACK", common)))
                .isEqualTo(state);
    }

    @Test
    void undecided_nobodyThere_leavesNoFile() throws IOException {
        try (Telemetry telemetry = trainer("1.0.0", Map.of()).open(RunKind.INTERACTIVE)) {
            assertThat(telemetry.enabled(Purpose.USAGE)).isFalse();
            assertThat(telemetry.event(TrainerEvents.TRAIN_START).record()).isFalse();
        }

        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void asking_undecided_blocksForFifteenSeconds() {
        ConsentRules rules = TrainerTelemetry.consent("1.0.0");

        assertThat(rules.asking()).isEqualTo(Asking.BLOCKING_NOTICE);
        assertThat(rules.countdown()).isEqualTo(Duration.ofSeconds(15));
        assertThat(rules.notice()).contains("TRAINER_DO_NOT_TRACK=0", "TRAINER_DO_NOT_TRACK=1");
    }

    @Test
    void yes_toTheVersionBefore_isAskedAgain() {
        trainer("1.0.0", Map.of()).control().on(Set.of());

        assertThat(usage("1.0.0", Map.of())).isEqualTo("granted");
        assertThat(usage("1.9.0", Map.of())).isEqualTo("granted");
        assertThat(usage("2.0.0", Map.of())).isEqualTo("undecided");
        assertThat(usage("2.0.0", Map.of("TRAINER_DO_NOT_TRACK", "0"))).isEqualTo("granted");
    }

    @Test
    void no_toTheVersionBefore_staysNo() {
        trainer("1.0.0", Map.of()).control().off(Set.of());

        assertThat(usage("2.0.0", Map.of())).isEqualTo("denied");
    }

    @Test
    void default_ofALaterVersion_isYesOnceToldAndNoBefore() {
        assertThat(TrainerTelemetry.consent("1.9.9").defaultFor(Purpose.USAGE)).isFalse();
        assertThat(TrainerTelemetry.consent("2.0.0").defaultFor(Purpose.USAGE)).isTrue();
        assertThat(usage("2.0.0", Map.of())).isEqualTo("undecided");
    }

    @ParameterizedTest
    @CsvSource({
        "RANK,0,true",
        "RANK,1,false",
        "GLOBAL_RANK,3,false",
        "SLURM_PROCID,2,false",
        "OMPI_COMM_WORLD_RANK,0,true",
        "OTHER,1,true"
    })
    void mainProcess_rank_decides(String variable, String rank, boolean main) {
        assertThat(Surroundings.builder()
                        .environment(Map.of(variable, rank))
                        .build()
                        .isMainProcess())
                .isEqualTo(main);
    }
}
