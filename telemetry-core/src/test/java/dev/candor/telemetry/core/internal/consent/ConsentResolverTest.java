package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Audience;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void resolve_environmentYesOverFileNo_allowsAsTheStrongerLayer() {
        ConsentReport report = Inputs.of(LOADER)
                .variable("LOADER_ENABLE_TELEMETRY", "1")
                .file(Scope.USER, Format.TOML, "[runtime]\nloader_telemetry = false\n")
                .resolve();

        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("env:LOADER_ENABLE_TELEMETRY");
        assertThat(report.allows(Purpose.USAGE)).isTrue();
        assertThat(report.heard()).hasSize(2);
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
    void resolve_flag_forbidsTheMaintainerAlone() {
        ConsentReport report = Inputs.of(LOADER)
                .invocation(new Invocation(true, false, null))
                .variable("LOADER_ENABLE_TELEMETRY", "1")
                .variable("LOADER_ENABLE_OPENTELEMETRY", "1")
                .resolve();

        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("flag");
        assertThat(report.allows(Purpose.USAGE)).isFalse();
        assertThat(report.allows(Purpose.TRACES)).isTrue();
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
    void resolve_embeddedLibrary_yieldsToItsHost() {
        ConsentRules library = ConsentRules.forTool("driver", "1.0")
                .defaultFor(Purpose.USAGE, true)
                .embedded()
                .build();

        assertThat(Inputs.of(library).resolve().decision(Purpose.USAGE).source())
                .isEqualTo("host");
        assertThat(Inputs.of(library).resolve().allows(Purpose.USAGE))
                .as("silence")
                .isFalse();
        assertThat(Inputs.of(library).resolve().allows(Purpose.TRACES))
                .as("owner, silence")
                .isTrue();
        assertThat(host(library, true).allows(Purpose.USAGE)).isTrue();
        assertThat(host(library, true).allows(Purpose.ERRORS))
                .as("its default is no")
                .isFalse();
        assertThat(host(library, false).mask()).isZero();
        assertThat(Inputs.of(library)
                        .property("driver.telemetry.host", "true")
                        .resolve()
                        .allows(Purpose.USAGE))
                .isTrue();
        assertThat(Inputs.of(library)
                        .property("driver.telemetry.host", "junk")
                        .resolve()
                        .mask())
                .isZero();
    }

    @Test
    void resolve_embeddedLibraryWithHostYes_stillHearsTheUser() {
        ConsentRules library = ConsentRules.forTool("driver", "1.0")
                .defaultFor(Purpose.USAGE, true)
                .embedded()
                .build();
        ConsentReport report = Inputs.of(library)
                .invocation(new Invocation(false, false, true))
                .variable("DO_NOT_TRACK", "1")
                .resolve();

        assertThat(report.allows(Purpose.USAGE)).isFalse();
    }

    private static ConsentReport host(ConsentRules library, boolean word) {
        return Inputs.of(library).invocation(new Invocation(false, false, word)).resolve();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "junk, true", "false, false", "'', false"})
    void resolve_openTelemetrySdkDisabled_isForOtlpAlone(String value, boolean disabled) {
        ConsentReport report = Inputs.of(LOADER)
                .variable("OTEL_SDK_DISABLED", value)
                .variable("LOADER_ENABLE_OPENTELEMETRY", "true")
                .resolve();

        assertThat(report.openTelemetryDisabled()).isEqualTo(disabled);
        assertThat(report.allows(Purpose.TRACES)).isTrue();
    }

    @Test
    void resolve_openTelemetryEndpoint_enablesNothing() {
        ConsentReport report = Inputs.of(LOADER)
                .variable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318")
                .variable("OTEL_SDK_DISABLED", "false")
                .resolve();

        assertThat(report.mask()).isZero();
    }

    @Test
    void resolve_purposeKeys_concernTheirPurposeAlone() {
        ConsentRules rules = loader().purposeKey(Purpose.ERRORS, "runtime.loader_errors")
                .purposeKey(Purpose.TRACES, "runtime.loader_traces")
                .build();
        ConsentReport report = Inputs.of(rules)
                .file(
                        Scope.USER,
                        Format.TOML,
                        "[runtime]\nloader_telemetry = true\nloader_errors = false\nloader_traces = true\n")
                .resolve();

        assertThat(report.allows(Purpose.USAGE)).isTrue();
        assertThat(report.allows(Purpose.ERRORS)).isFalse();
        assertThat(report.allows(Purpose.TRACES)).isTrue();
        assertThat(report.allows(Purpose.LOGS)).isFalse();
    }

    @Test
    void resolve_purposeTheToolDoesNotHave_isOffWhateverIsSaid() {
        ConsentRules rules =
                ConsentRules.forTool("loader", "1.0").purposes(Purpose.USAGE).build();
        ConsentReport report =
                Inputs.of(rules).variable("LOADER_ENABLE_TELEMETRY", "1").resolve();

        assertThat(report.allows(Purpose.ERRORS)).isFalse();
        assertThat(report.allows(Purpose.ERRORS, Audience.OWNER)).isFalse();
        assertThat(report.decision(Purpose.ERRORS).source()).isEqualTo("code");
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
    void purposes_inOrder_matchTheirSubjects() {
        for (Purpose each : Purpose.values()) {
            assertThat(Subject.of(each).purpose()).isEqualTo(each);
            assertThat(Subject.of(each).audience()).isEqualTo(each.audience());
            assertThat(Subject.of(each, each.audience())).isEqualTo(Subject.of(each));
        }
        assertThat(Subject.of(Purpose.ERRORS, Audience.OWNER)).isEqualTo(Subject.OWNER_ERRORS);
    }

    @Test
    void noticeTool_withDefaultNo_neverAsks() {
        ConsentRules rules = loader().asking(Asking.NOTICE).build();

        assertThat(Inputs.of(rules).resolve().decision(Purpose.USAGE).state()).isEqualTo(State.DENIED);
    }
}
