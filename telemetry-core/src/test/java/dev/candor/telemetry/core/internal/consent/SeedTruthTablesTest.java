package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.internal.config.Scope;
import dev.candor.telemetry.core.internal.consent.Decision.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The truth tables of dlt, Axolotl, Argilla and Blaxel, cell by cell.
 *
 * <p>A cell that says {@code off*} is on in the original; docs/consent.md gives the reason for each. A name that begins with an id such as
 * {@code DLT-20} is that vector of the original's tests; {@code table} is a cell that only its documentation has.
 */
class SeedTruthTablesTest {

    @ParameterizedTest(name = "dlt {4}: env {0}, project {1}, global {2} -> {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, on, DLT-16",
                "-, -, false, off, DLT-20",
                "-, false, true, off, DLT-21",
                "-, true, false, off*, DLT-21",
                "-, true, -, on, table",
                "-, -, true, on, DLT-18",
                "yes, -, -, on, DLT-23",
                "y, false, false, off*, table",
                "no, true, true, off, table",
                "F, -, -, off, table",
                "T, -, false, off*, table",
                "T, -, -, on, table",
                "0, -, true, off, table",
                "garbage, -, -, off, table",
                "'', -, false, off, table",
                "'', -, -, on, table"
            })
    void dlt_environmentThenFilesThenOn(
            String variable, String project, String global, String expected, String vector) {
        ConsentReport report = Inputs.of(SeedTools.dlt())
                .variable("RUNTIME__DLTHUB_TELEMETRY", variable)
                .file(Scope.PROJECT, Format.TOML, dltConfig(project))
                .file(Scope.USER, Format.TOML, dltConfig(global))
                .noticed(1)
                .resolve();

        requireState(report, Purpose.USAGE, expected);
    }

    private static String dltConfig(String value) {
        return value == null ? null : "[runtime]\ndlthub_telemetry=" + value + "\n";
    }

    @Test
    @DisplayName("DLT-19 dlt_commentOnlyProjectFile_saysNothing")
    void dlt_commentOnlyProjectFile_saysNothing() {
        ConsentReport report = Inputs.of(SeedTools.dlt())
                .file(Scope.PROJECT, Format.TOML, "# my project\n")
                .noticed(1)
                .resolve();

        requireState(report, Purpose.USAGE, "on");
    }

    @Test
    void dlt_firstRun_showsTheNoticeAndSendsNothing() {
        Decision decision = Inputs.of(SeedTools.dlt()).resolve().decision(Purpose.USAGE);

        assertThat(decision.state()).isEqualTo(State.UNDECIDED);
        assertThat(decision.reason()).contains("notice");
    }

    @ParameterizedTest
    @CsvSource({"USER", "PROJECT", "POLICY"})
    void dlt_enableRuntimeTraceFalse_stopsBothAudiences(Scope scope) {
        ConsentReport report = Inputs.of(SeedTools.dlt())
                .file(scope, Format.TOML, "enable_runtime_trace=false\n")
                .variable("RUNTIME__DLTHUB_TELEMETRY", "true")
                .noticed(1)
                .resolve();

        assertThat(report.mask()).isZero();
    }

    @Test
    @DisplayName("DLT-34 dlt_enableRuntimeTraceInTheEnvironment_stopsBothAudiences")
    void dlt_enableRuntimeTraceInTheEnvironment_stopsBothAudiences() {
        ConsentReport report = Inputs.of(SeedTools.dlt())
                .variable("ENABLE_RUNTIME_TRACE", "false")
                .noticed(1)
                .resolve();

        assertThat(report.mask()).isZero();
        assertThat(report.decision(Purpose.USAGE).source()).isEqualTo("env:ENABLE_RUNTIME_TRACE");
    }

    @Test
    void dlt_doNotTrack_isHonouredForUsageAndLeavesSentryToItsOwner() {
        ConsentReport report = Inputs.of(SeedTools.dlt())
                .variable("DO_NOT_TRACK", "1")
                .noticed(1)
                .resolve();

        requireState(report, Purpose.USAGE, "off*");
        assertThat(report.allows(Purpose.TRACES)).isTrue();
        assertThat(report.decision(Subject.OWNER_ERRORS).allows()).isTrue();
    }

    @ParameterizedTest(name = "axolotl: AXOLOTL_DO_NOT_TRACK {0}, DO_NOT_TRACK {1} -> {2}, documented {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, on, off",
                "0, -, on, on",
                "false, -, on, on",
                "1, -, off, off",
                "true, -, off, off",
                "' 1 ', -, off, off",
                "-, 0, on, off",
                "-, false, on, off",
                "-, 1, off, off",
                "-, true, off, off",
                "0, 1, off, off",
                "1, 0, off, off",
                "1, 1, off, off",
                "0, 0, on, on",
                "TRUE, -, off, off",
                "yes, -, off*, off",
                "on, -, off*, off",
                "'', -, on, off",
                "garbage, -, off*, off"
            })
    void axolotl_eitherVariable(String own, String general, String released, String documented) {
        requireState(axolotl("0.17.0", own, general), Purpose.USAGE, released);
        requireState(axolotl("0.12.2", own, general), Purpose.USAGE, documented);
        requireState(axolotl("0.12.2", own, general), Purpose.ERRORS, documented);
    }

    private static ConsentReport axolotl(String version, String own, String general) {
        return Inputs.of(SeedTools.axolotl(version))
                .variable("AXOLOTL_DO_NOT_TRACK", own)
                .variable("DO_NOT_TRACK", general)
                .noticed(2)
                .resolve();
    }

    @Test
    void axolotl_flippedDefault_waitsForItsNewNotice() {
        ConsentReport seenOld =
                Inputs.of(SeedTools.axolotl("0.13.0")).noticed(1).resolve();

        assertThat(seenOld.decision(Purpose.USAGE).state()).isEqualTo(State.UNDECIDED);
    }

    @ParameterizedTest(name = "argilla: ARGILLA_ENABLE_TELEMETRY {0} -> {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, on",
                "1, on",
                "0, off",
                "true, on",
                "false, off",
                "on, on",
                "off, off",
                "yes, on",
                "no, off",
                "t, on",
                "f, off",
                "y, on",
                "n, off",
                "garbage, off",
                "'', on"
            })
    void argilla_oneVariable(String value, String expected) {
        ConsentReport report = Inputs.of(SeedTools.argilla())
                .variable("ARGILLA_ENABLE_TELEMETRY", value)
                .noticed(1)
                .resolve();

        requireState(report, Purpose.USAGE, expected);
        requireState(report, Purpose.ERRORS, expected);
    }

    @Test
    void argilla_doNotTrack_isHonoured() {
        ConsentReport report = Inputs.of(SeedTools.argilla())
                .variable("DO_NOT_TRACK", "1")
                .noticed(1)
                .resolve();

        requireState(report, Purpose.USAGE, "off*");
    }

    /** Expected for the three file states that the documentation names: {@code true}, {@code false} and none. */
    @ParameterizedTest(name = "BLX-51: DO_NOT_TRACK {0} -> with true {1}, with false {2}, without {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, on, off, off",
                "1, off, off, off",
                "true, off, off, off",
                "TRUE, off, off, off",
                "True, off, off, off",
                "0, on, off*, on",
                "false, on, off*, on",
                "FALSE, on, off*, on",
                "'', on, off, off",
                "' 1 ', off, off, off",
                "yes, off*, off*, off*",
                "no, on, off*, on",
                "off, on, off*, on",
                "2, off*, off*, off*",
                "garbage, off*, off*, off*"
            })
    void blaxel_variableThenFileThenOff(String variable, String withTrue, String withFalse, String without) {
        requireState(blaxel(variable, "tracking: true\n"), Purpose.ERRORS, withTrue);
        requireState(blaxel(variable, "tracking: false\n"), Purpose.ERRORS, withFalse);
        requireState(blaxel(variable, null), Purpose.ERRORS, without);
    }

    @ParameterizedTest(name = "BLX-51: {0} -> {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "'tracking: \"false\"'; off",
                "'tracking: \"true\"'; on",
                "'tracking:'; off",
                "'tracking: null'; off",
                "'tracking: [true]'; off",
                "'{tracking: true'; off",
                "'# tracking: true'; off",
                "'error_tracking: true'; off",
                "'workspace: acme\n# mine\ntracking: true # yes'; on"
            })
    void blaxel_whatStandsInTheFile(String text, String expected) {
        requireState(blaxel(null, text + "\n"), Purpose.ERRORS, expected);
    }

    private static ConsentReport blaxel(String variable, String file) {
        return Inputs.of(SeedTools.blaxel("0.16.1"))
                .variable("DO_NOT_TRACK", variable)
                .file(Scope.USER, Format.YAML, file)
                .resolve();
    }

    @ParameterizedTest(name = "BLX-51 {0}: default {1}")
    @CsvSource({
        "0.15.9, true",
        "0.16.0, true",
        "0.16.1-rc1, true",
        "0.16.1, false",
        "0.16.10, false",
        "1.0, false",
        "dev, false"
    })
    void blaxel_versions_flipTheDefault(String version, boolean expected) {
        ConsentRules rules = SeedTools.blaxel(version);

        assertThat(rules.defaultFor(Purpose.ERRORS)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "blaxel: BL_ENABLE_OPENTELEMETRY {0}, deployed {1} -> {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, false",
                "-, true, true",
                "true, -, true",
                "false, true, false",
                "0, true, false",
                "junk, true, false"
            })
    void blaxel_openTelemetry_obeysItsOwnSwitchAlone(String value, String deployed, boolean expected) {
        for (String doNotTrack : new String[] {"0", "1"}) {
            ConsentReport report = Inputs.of(SeedTools.blaxel("0.16.1"))
                    .variable("BL_ENABLE_OPENTELEMETRY", value)
                    .variable("BL_CLOUD", deployed)
                    .variable("DO_NOT_TRACK", doNotTrack)
                    .resolve();

            assertThat(report.allows(Purpose.TRACES)).isEqualTo(expected);
            assertThat(report.allows(Purpose.METRICS)).isEqualTo(expected);
            assertThat(report.allows(Purpose.LOGS)).isEqualTo(expected);
            assertThat(report.allows(Purpose.ERRORS)).isEqualTo(doNotTrack.equals("0"));
        }
    }

    private static void requireState(ConsentReport report, Purpose purpose, String expected) {
        assertThat(report.allows(purpose))
                .as("%s: %s", purpose, report.decision(purpose))
                .isEqualTo(expected.equals("on"));
    }
}
