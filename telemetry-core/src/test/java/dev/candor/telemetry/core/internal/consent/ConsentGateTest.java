package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.Decision.State;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the gate decides when it opens. */
class ConsentGateTest extends GateFixture {
    @Test
    void open_nothingAnywhere_leavesNothingBehind() throws IOException {
        ConsentGate gate = open(rules().build());

        assertThat(gate.report().decision(Purpose.USAGE).state()).isEqualTo(State.UNDECIDED);
        assertThat(gate.allows(Purpose.USAGE)).isFalse();
        try (var files = Files.walk(temp)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void open_everyPlace_isHeard() throws IOException {
        environment.put("XDG_CONFIG_HOME", temp.resolve("xdg").toString());
        write(userConfig(), "[runtime]\nloader_telemetry = true\n");
        write(temp.resolve("xdg/loader/config.toml"), "[runtime]\nloader_telemetry = true\n");
        write(project.resolve(".loader/config.toml"), "[runtime]\nloader_telemetry = true\n");
        write(machine.resolve("loader/telemetry-policy.toml"), "[runtime]\nloader_telemetry = false\n");
        write(record(home.resolve(".loader")), both(true));

        ConsentReport report = open(rules().build()).report();

        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("policy");
        assertThat(report.heard())
                .extracting(Statement::source)
                .containsOnly("policy", "file:user", "file:project", "prompt");
        assertThat(report.heard())
                .filteredOn(each -> each.source().equals("file:user"))
                .hasSize(2);
        assertThat(report.heard())
                .filteredOn(each -> each.source().equals("file:project"))
                .allMatch(
                        each -> each.meaning() == Meaning.NOTHING && each.note().contains("a project cannot consent"));
    }

    @Test
    void open_recordInEitherPlace_isHeard() throws IOException {
        environment.put("XDG_CONFIG_HOME", temp.resolve("xdg").toString());
        write(record(home.resolve(".loader")), both(true));
        write(record(temp.resolve("xdg/loader")), both(false));

        assertThat(open(rules().build()).allows(Purpose.USAGE)).isFalse();
    }

    @Test
    void open_projectIsHome_readsItOnceAsTheUsers() throws IOException {
        project = home;
        write(userConfig(), "[runtime]\nloader_telemetry = true\n");

        ConsentReport report = open(rules().build()).report();

        assertThat(report.allows(Purpose.USAGE)).isTrue();
        assertThat(report.heard()).hasSize(1);
    }

    @Test
    void open_brokenFile_isDeniedWithFileAndLine() throws IOException {
        write(userConfig(), "a = 1\n[runtime\n");

        ConsentReport report = open(rules().build()).report();

        assertThat(report.mask()).isZero();
        assertThat(report.diagnostics()).singleElement().asString().startsWith(userConfig() + ":2: ");
    }

    @Test
    void open_deniedByEnvironmentWithoutOwner_readsFilesOnlyForTheReport() throws IOException {
        environment.put("DO_NOT_TRACK", "1");
        write(userConfig(), "broken\n");
        ConsentGate gate =
                open(rules().purposes(Purpose.USAGE).noOwnerDestinations().build());

        assertThat(gate.allowsAnything()).isFalse();
        assertThat(gate.refreshIfChanged()).isFalse();
        assertThat(gate.report().diagnostics()).hasSize(1);
    }

    @Test
    void open_withoutHome_worksFromTheEnvironmentAlone() throws IOException {
        home = null;
        environment.put("LOADER_ENABLE_TELEMETRY", "1");

        ConsentGate gate = open(rules().build());

        assertThat(gate.allows(Purpose.USAGE)).isTrue();
        assertThat(gate.places().userFolder()).isEmpty();
    }
}
