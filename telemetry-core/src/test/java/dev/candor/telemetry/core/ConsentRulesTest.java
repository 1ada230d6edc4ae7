package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRules.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentRulesTest {

    @Test
    void build_nothingChosen_isOffUntilAsked() {
        ConsentRules rules = ConsentRules.forTool("my-tool", "1.0").build();

        for (Purpose each : Purpose.values()) {
            assertThat(rules.defaultFor(each)).isFalse();
        }
        assertThat(rules.asking()).isEqualTo(Asking.PROMPT);
        assertThat(rules.environmentPrefix()).isEqualTo("MY_TOOL");
        assertThat(rules.consentKey()).isEqualTo("runtime.my_tool_telemetry");
        assertThat(rules.variableOf(rules.consentKey())).isEqualTo("RUNTIME__MY_TOOL_TELEMETRY");
        assertThat(rules.variableOf("tracking")).isEqualTo("MY_TOOL_TRACKING");
        assertThat(rules.projectDestinations()).isFalse();
    }

    @Test
    void build_builderChangedAfterwards_staysAsItWas() {
        ConsentRulesBuilder builder = ConsentRules.forTool("loader", "1.0");
        ConsentRules rules = builder.build();

        builder.defaultFor(Purpose.USAGE, true)
                .purposeKey(Purpose.USAGE, "usage")
                .settingKey("sentry_dsn", "dsn");

        assertThat(rules.defaultFor(Purpose.USAGE)).isFalse();
        assertThat(rules.purposeKeys()).isEmpty();
        assertThat(rules.settingKey("sentry_dsn")).isEqualTo("runtime.sentry_dsn");
    }

    @Test
    void build_defaultYesWithoutANotice_isAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsentRules.forTool("loader", "1.0")
                        .defaultFor(Purpose.USAGE, true)
                        .asking(Asking.NONE)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Loader", "../x", "a/b", "a b", "1a", "ü"})
    void forTool_nameThatIsNoFolder_isAMistake(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConsentRules.forTool(name, "1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", "a.", ".a", "A", "a b", "a=b"})
    void consentKey_thatIsNoKey_isAMistake(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsentRules.forTool("loader", "1.0").consentKey(key));
    }

    @Test
    void formats_namedTwice_areLookedForOnce() {
        assertThat(ConsentRules.forTool("loader", "1.0")
                        .formats(Format.YAML, Format.TOML, Format.YAML)
                        .build()
                        .formats())
                .containsExactly(Format.YAML, Format.TOML);
    }

    @ParameterizedTest(name = "{0} at least {1}: {2}")
    @CsvSource({
        "1.0, 1.0, true",
        "1.0.0, 1, true",
        "1.9, 1.10, false",
        "1.10, 1.9, true",
        "v2.0, 1.9, true",
        "0.16.1-rc1, 0.16.1, false",
        "0.16.1+build5, 0.16.1, true",
        "0.16.2-SNAPSHOT, 0.16.1, true",
        "0.2.0a25, 0.2.0, false",
        "dev, 0.0.1, false",
        "'', 0.0.1, false",
        "1..2, 0.1, false",
        "99999999999999999999, 1, false"
    })
    void versions_atLeast_comparesNumbers(String version, String bound, boolean expected) {
        assertThat(Versions.atLeast(version, bound)).isEqualTo(expected);
    }

    @Test
    void defaultFor_versionThatCannotBeRead_isNoWhereVersionsMatter() {
        ConsentRules rules = ConsentRules.forTool("loader", "nightly")
                .defaultFor(Purpose.USAGE, true)
                .defaultFor(Purpose.USAGE, false, "2.0")
                .defaultFor(Purpose.ERRORS, true)
                .build();

        assertThat(rules.defaultFor(Purpose.USAGE)).isFalse();
        assertThat(rules.defaultFor(Purpose.ERRORS)).isTrue();
    }
}
