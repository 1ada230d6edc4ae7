package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.internal.config.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is governed by what: the maintainer by consent, the owner by switches, a library by its host. */
class AudiencesTest {
    private static final ConsentRules LOADER = loader().build();

    private static ConsentRulesBuilder loader() {
        return ConsentRules.forTool("loader", "1.0").openTelemetrySwitch(false, true);
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
    void purposes_inOrder_matchTheirSubjects() {
        for (Purpose each : Purpose.values()) {
            assertThat(Subject.of(each).purpose()).isEqualTo(each);
            assertThat(Subject.of(each).audience()).isEqualTo(each.audience());
            assertThat(Subject.of(each, each.audience())).isEqualTo(Subject.of(each));
        }
        assertThat(Subject.of(Purpose.ERRORS, Audience.OWNER)).isEqualTo(Subject.OWNER_ERRORS);
    }
}
