package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.internal.config.Scope;
import dev.candor.telemetry.core.internal.consent.Decision.State;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.Answer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided, by layers and values. */
class ConsentResolverTest {
    private static final ConsentRules LOADER = loader().build();

    private static ConsentRulesBuilder loader() {
        return ConsentRules.forTool("loader", "1.0").openTelemetrySwitch(false, true);
    }

    private static Answer answer(boolean yes, int noticeVersion) {
        return new Answer(yes, Inputs.START.minusSeconds(60), noticeVersion, How.PROMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "2", "-1", "tru", "false,", "ｎｏ", "\u00a0", "1\u0000", "no thanks", "\ufffd"})
    void resolve_valueThatIsNeitherYesNorNo_isDeniedWithOneLine(String value) {
        ConsentReport report =
                Inputs.of(LOADER).variable("LOADER_ENABLE_TELEMETRY", value).resolve();

        assertThat(report.decision(Purpose.USAGE).state()).isEqualTo(State.DENIED);
        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("env:LOADER_ENABLE_TELEMETRY");
        assertThat(report.diagnostics())
                .singleElement()
                .asString()
                .startsWith("env:LOADER_ENABLE_TELEMETRY: ")
                .doesNotContain("\n");
    }

    @Test
    void resolve_killSwitchTrue_switchesNothingOn() {
        ConsentReport report = Inputs.of(LOADER)
                .file(Scope.USER, Format.TOML, "enable_runtime_trace = true\n")
                .resolve();

        assertThat(report.mask()).isZero();
        assertThat(report.decision(Purpose.USAGE).state()).isEqualTo(State.UNDECIDED);
    }

    @Test
    void resolve_projectYes_isHeardAndHasNoEffect() {
        ConsentReport report = Inputs.of(LOADER)
                .file(Scope.PROJECT, Format.TOML, "[runtime]\nloader_telemetry = true\n")
                .resolve();

        assertThat(report.allows(Purpose.USAGE)).isFalse();
        assertThat(report.heard()).singleElement().satisfies(each -> {
            assertThat(each.source()).isEqualTo("file:project");
            assertThat(each.rawValue()).isEqualTo("true");
            assertThat(each.place()).isEqualTo("project/config.toml:2");
            assertThat(each.note()).isEqualTo("a project cannot consent for a person");
        });
    }

    @Test
    void resolve_environmentYesBesideAFilesNo_isDeniedAndSaysBoth() {
        ConsentReport report = Inputs.of(LOADER)
                .variable("LOADER_ENABLE_TELEMETRY", "1")
                .file(Scope.USER, Format.TOML, "[runtime]\nloader_telemetry = false\n")
                .resolve();

        assertThat(report.decision(Purpose.USAGE).state()).isEqualTo(State.DENIED);
        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("file:user");
        assertThat(report.decision(Purpose.USAGE).reason())
                .isEqualTo("the environment says yes (LOADER_ENABLE_TELEMETRY is '1'), but runtime.loader_telemetry is"
                        + " 'false' in user/config.toml:2");
        assertThat(report.heard()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "PROJECT"})
    void resolve_environmentYesBesideAnyNoOfFiles_isDenied(Scope scope) {
        for (String text :
                new String[] {"loader_telemetry = false", "loader_telemetry = 7", "loader_telemtry = true"}) {
            ConsentReport report = Inputs.of(LOADER)
                    .variable("LOADER_ENABLE_TELEMETRY", "1")
                    .file(scope, Format.TOML, "[runtime]\n" + text + "\n")
                    .record(RecordedAnswer.NONE.with(Purpose.USAGE, answer(true, 1)))
                    .resolve();

            assertThat(report.allows(Purpose.USAGE)).as(text).isFalse();
        }
    }

    @Test
    void resolve_environmentYesBesideARecordedNo_isDenied() {
        ConsentReport report = Inputs.of(LOADER)
                .variable("LOADER_ENABLE_TELEMETRY", "1")
                .variable("LOADER_ENABLE_OPENTELEMETRY", "1")
                .record(RecordedAnswer.NONE
                        .with(Purpose.USAGE, answer(false, 1))
                        .with(Purpose.TRACES, answer(false, 1)))
                .resolve();

        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("prompt");
        assertThat(report.decision(Purpose.USAGE).lasting()).isTrue();
        assertThat(report.allows(Purpose.TRACES)).isFalse();
        assertThat(report.allows(Purpose.METRICS)).isTrue();
    }

    @Test
    void resolve_environmentYesBesideAnOldYes_allows() {
        ConsentReport report = Inputs.of(loader().notice(2, "new").build())
                .variable("LOADER_ENABLE_TELEMETRY", "1")
                .record(RecordedAnswer.NONE.with(Purpose.USAGE, answer(true, 1)))
                .resolve();

        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("env:LOADER_ENABLE_TELEMETRY");
        assertThat(report.allows(Purpose.USAGE)).isTrue();
    }

    @Test
    void resolve_yesInALineThatDoesNotEnd_isDenied() {
        for (Format each : new Format[] {Format.YAML, Format.PROPERTIES, Format.TOML}) {
            String line = each == Format.YAML ? "loader_telemetry: t" : "loader_telemetry = 1";
            ConsentReport cut = Inputs.of(
                            loader().consentKey("loader_telemetry").build())
                    .file(Scope.USER, each, line)
                    .resolve();
            ConsentReport whole = Inputs.of(
                            loader().consentKey("loader_telemetry").build())
                    .file(Scope.USER, each, line + "\n")
                    .resolve();

            assertThat(cut.decision(Purpose.USAGE).reason()).contains("does not end");
            assertThat(whole.allows(Purpose.USAGE)).isTrue();
        }
    }

    @Test
    void resolve_brokenFileUnderEnvironmentYes_isDeniedSinceItMayHaveHeldTheKillSwitch() {
        ConsentReport report = Inputs.of(LOADER)
                .variable("LOADER_ENABLE_TELEMETRY", "1")
                .variable("LOADER_ENABLE_OPENTELEMETRY", "1")
                .file(Scope.USER, Format.TOML, "enable_runtime_trace = fal")
                .resolve();

        assertThat(report.mask()).isZero();
        assertThat(report.diagnostics())
                .singleElement()
                .asString()
                .startsWith("user/config.toml:1: it is not valid TOML");
    }

    @Test
    void resolve_propertyYes_allowsNothing() {
        assertThat(Inputs.of(LOADER)
                        .property("loader.telemetry", "true")
                        .resolve()
                        .mask())
                .isZero();
    }

    @Test
    void resolve_policyYes_allowsNothing() {
        ConsentReport report = Inputs.of(LOADER)
                .file(Scope.POLICY, Format.TOML, "[runtime]\nloader_telemetry = true\n")
                .resolve();

        assertThat(report.mask()).isZero();
    }

    @Test
    void resolve_disabledInCode_stopsBothAudiences() {
        ConsentReport report = Inputs.of(LOADER)
                .invocation(new Invocation(false, true, null))
                .variable("LOADER_ENABLE_OPENTELEMETRY", "1")
                .resolve();

        assertThat(report.mask()).isZero();
        assertThat(report.decision(Purpose.TRACES).source()).isEqualTo("code");
    }

    @Test
    void resolve_answerToAnOlderNotice_isAskedAgainAndOffMeanwhile() {
        ConsentReport report = Inputs.of(loader().notice(2, "new").build())
                .record(RecordedAnswer.NONE.with(Purpose.USAGE, answer(true, 1)).with(Purpose.ERRORS, answer(false, 1)))
                .file(Scope.USER, Format.TOML, "[runtime]\nloader_telemetry = true\n")
                .resolve();

        assertThat(report.decision(Purpose.USAGE).state()).isEqualTo(State.UNDECIDED);
        assertThat(report.decision(Purpose.USAGE).reason()).contains("the notice has changed");
        assertThat(report.decision(Purpose.ERRORS).state()).isEqualTo(State.DENIED);
    }

    @Test
    void resolve_purposeThatWasNotAsked_isAskedAndOffMeanwhile() {
        ConsentReport report = Inputs.of(LOADER)
                .record(RecordedAnswer.NONE.with(Purpose.USAGE, answer(true, 1)))
                .file(Scope.USER, Format.TOML, "[runtime]\nloader_telemetry = true\n")
                .resolve();

        assertThat(report.allows(Purpose.USAGE)).isTrue();
        assertThat(report.decision(Purpose.ERRORS).state()).isEqualTo(State.UNDECIDED);
    }

    @Test
    void resolve_nobodyToAsk_deniesWhatIsUndecided() {
        assertThat(Inputs.of(LOADER)
                        .nobodyToAsk()
                        .resolve()
                        .decision(Purpose.USAGE)
                        .state())
                .isEqualTo(State.DENIED);
    }

    @Test
    void resolve_recordedNo_lastsAndAProjectsNoDoesNot() {
        ConsentReport recorded = Inputs.of(LOADER)
                .record(RecordedAnswer.NONE.with(Purpose.USAGE, answer(false, 1)))
                .variable("DO_NOT_TRACK", "1")
                .resolve();
        ConsentReport project = Inputs.of(LOADER)
                .file(Scope.PROJECT, Format.TOML, "[runtime]\nloader_telemetry = false\n")
                .resolve();

        assertThat(recorded.decision(Purpose.USAGE).lasting()).isTrue();
        assertThat(project.decision(Purpose.USAGE).lasting()).isFalse();
    }

    @Test
    void resolve_valueWithControlCharacters_isShownOnOneLine() {
        ConsentReport report = Inputs.of(LOADER)
                .variable("LOADER_ENABLE_TELEMETRY", "x\n\u001b[2Jtelemetry is on" + "y".repeat(200))
                .resolve();

        assertThat(report.diagnostics())
                .singleElement()
                .asString()
                .hasSizeLessThan(200)
                .matches("[ -~]*");
    }

    @Test
    void noticeTool_withDefaultNo_neverAsks() {
        ConsentRules rules = loader().asking(Asking.NOTICE).build();

        assertThat(Inputs.of(rules).resolve().decision(Purpose.USAGE).state()).isEqualTo(State.DENIED);
    }
}
