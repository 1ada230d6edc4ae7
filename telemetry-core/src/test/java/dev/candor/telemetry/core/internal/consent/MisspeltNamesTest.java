package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.internal.config.Scope;
import dev.candor.telemetry.core.internal.consent.Decision.State;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that is nearly a privacy name counts as no, and the right one is named. */
class MisspeltNamesTest {
    private static final ConsentRules LOADER = loader().build();

    private static ConsentRulesBuilder loader() {
        return ConsentRules.forTool("loader", "1.0").openTelemetrySwitch(false, true);
    }

    private static Answer answer(boolean yes, int noticeVersion) {
        return new Answer(yes, Inputs.START.minusSeconds(60), noticeVersion, How.PROMPT);
    }

    @ParameterizedTest
    @CsvSource({
        "DO_NOT_TRAK, DO_NOT_TRACK",
        "DONOT_TRACK, DO_NOT_TRACK",
        "do_not_track, DO_NOT_TRACK",
        "LOADER_DO_NOT_TRCK, LOADER_DO_NOT_TRACK",
        "LOADER_ENABLE_TELEMTRY, LOADER_ENABLE_TELEMETRY",
        "LOADER_DISABLE_TELEMETRY, LOADER_ENABLE_TELEMETRY",
        "LOADER_TELEMETRY_OPTOUT, LOADER_ENABLE_TELEMETRY",
        "RUNTIME_LOADER_TELEMETRY, RUNTIME__LOADER_TELEMETRY",
        "ENABLE_RUNTIME_TRACES, ENABLE_RUNTIME_TRACE"
    })
    void resolve_misspeltVariable_isDeniedAndNamesTheRightOne(String name, String meant) {
        ConsentReport report = Inputs.of(LOADER)
                .variable(name, "1")
                .record(RecordedAnswer.NONE.with(Purpose.USAGE, answer(true, 1)))
                .resolve();

        assertThat(report.allows(Purpose.USAGE)).isFalse();
        assertThat(report.diagnostics()).singleElement().asString().contains("did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "READER_DO_NOT_TRACK",
                "LEADER_ENABLE_TELEMETRY",
                "LOADER_HOME",
                "LOADER_SENTRY_DSN",
                "TRACK",
                "PATH",
                "RUNTIME__X"
            })
    void resolve_otherVariables_sayNothing(String name) {
        ConsentReport report = Inputs.of(LOADER).variable(name, "1").resolve();

        assertThat(report.heard()).isEmpty();
        assertThat(report.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[runtime]\nloader_telemtry = true\n",
                "[runtime]\nLoader_Telemetry = true\n",
                "[runtime]\nloader-telemetry = true\n",
                "loader_telemetry = true\n",
                "[loader]\nloader_telemetry = true\n",
                "[runtme]\nloader_telemetry = true\n",
                "[runtime.loader_telemetry]\nenabled = true\n",
                "[runtime]\nloader_telemetry = [true]\n",
                "[runtime]\nloader_telemetry = 1979-05-27\n",
                "[runtime]\nloader_telemetry = 1.0\n"
            })
    void resolve_misspeltMisplacedOrMistypedKey_isDenied(String text) {
        ConsentReport report = Inputs.of(LOADER)
                .file(Scope.USER, Format.TOML, text)
                .record(RecordedAnswer.NONE.with(Purpose.USAGE, answer(true, 1)))
                .resolve();

        assertThat(report.decision(Purpose.USAGE).state()).isEqualTo(State.DENIED);
        assertThat(report.diagnostics()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enable_runtime_trace = false\n",
                "enable_runtime_trace = \"fals\"\n",
                "[deep.down]\nenable_runtime_trace = false\n",
                "[[steps]]\nenable_runtime_trace = 0\n",
                "enable-runtime-trace = true\n",
                "enable_runtime_tace = true\n",
                "enable_runtime_trace = []\n"
            })
    void resolve_killSwitchInAnyShape_stopsBothAudiences(String text) {
        ConsentReport report = Inputs.of(LOADER)
                .file(Scope.PROJECT, Format.TOML, text)
                .variable("LOADER_ENABLE_TELEMETRY", "1")
                .variable("LOADER_ENABLE_OPENTELEMETRY", "1")
                .resolve();

        assertThat(report.mask()).isZero();
        assertThat(report.decision(Purpose.TRACES).source()).isEqualTo("file:project");
    }

    @ParameterizedTest
    @CsvSource({"loader.telemetry, false", "loader.telemetry, junk", "loader.telemtry, true", "Loader.Telemetry, true"})
    void resolve_property_forbids(String name, String value) {
        ConsentReport report = Inputs.of(LOADER)
                .property(name, value)
                .variable("LOADER_ENABLE_TELEMETRY", "1")
                .resolve();

        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("property:" + name);
        assertThat(report.allows(Purpose.USAGE)).isFalse();
    }
}
