package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables by which somebody meant to set up a backend, and those that are none of telemetry's business. */
class ForeignVariablesTest {
    private static List<String> lines(ConsentRulesBuilder rules, Set<String> known, Map<String, String> environment) {
        return Config.of(rules.build(), environment, List.of()).foreignVariables(known, List.of("otlp", "sentry"));
    }

    private static List<String> inSection(Map<String, String> environment) {
        return lines(rules(), Set.of("runtime.sentry_dsn", "runtime.otlp_endpoint"), environment);
    }

    private static ConsentRulesBuilder rules() {
        return ConsentRules.forTool("loader", "1.0");
    }

    @Test
    void lines_keyOfAServiceThatNobodyOffers_saysWhatIsHereAndNotTheValue() {
        assertThat(inSection(
                        Map.of("RUNTIME__MIXPANEL_KEY", "4711", "RUNTIME__AMPLITUDE_ENDPOINT", "https://a.example")))
                .containsExactly(
                        "env:RUNTIME__AMPLITUDE_ENDPOINT belongs to no backend that is here; there is otlp, sentry",
                        "env:RUNTIME__MIXPANEL_KEY belongs to no backend that is here; there is otlp, sentry");
    }

    @Test
    void lines_keyThatABackendDoesNotHave_saysWhichItHas() {
        assertThat(inSection(Map.of("RUNTIME__SENTRY_KEY", "x")))
                .containsExactly("env:RUNTIME__SENTRY_KEY is no setting of sentry; there is RUNTIME__SENTRY_DSN");
    }

    @Test
    void lines_slipOfAKnownName_suggestsIt() {
        assertThat(inSection(Map.of("RUNTIME__SENTRY_DNS", "x")))
                .containsExactly("env:RUNTIME__SENTRY_DNS is not known; did you mean RUNTIME__SENTRY_DSN?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUNTIME__SENTRY_DSN",
                "RUNTIME__LOG_LEVEL",
                "RUNTIME__SENTRY_DUTY",
                "RUNTIME__LICENSE_KEY",
                "RUNTIME__DLTHUB_TELEMETRY_ENDPOINT",
                "RUNTIME__STORE_WRITE_KEY",
                "RUNTIME__MIXPANEL",
                "RUNTIME__",
                "RUNTIME_MIXPANEL_KEY",
                "MIXPANEL_KEY",
                "LOADS__MIXPANEL_KEY",
                "LOADER_MIXPANEL_KEY"
            })
    void lines_knownOrSomebodyElses_areNone(String variable) {
        assertThat(inSection(Map.of(variable, "x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void lines_blank_setsNothingAndSaysNothing(String value) {
        assertThat(inSection(Map.of("RUNTIME__MIXPANEL_KEY", value))).isEmpty();
    }

    @Test
    void lines_nameOfTheToolsOwn_isLeftAlone() {
        ConsentRulesBuilder rules = rules().otherKeys("runtime.mixpanel_key", "runtime.sentry_dns");

        assertThat(lines(
                        rules,
                        Set.of("runtime.sentry_dsn"),
                        Map.of("RUNTIME__MIXPANEL_KEY", "x", "RUNTIME__SENTRY_DNS", "x")))
                .isEmpty();
    }

    @Test
    void lines_topLevel_takesTheToolsOwnVariablesAndOnlyThem() {
        Map<String, String> environment = Map.of(
                "LOADER_MIXPANEL_KEY", "x",
                "LOADER_SENTRY_DNS", "x",
                "LOADER_SENTRY_KEY", "x",
                "MIXPANEL_KEY", "x",
                "SENTRY_DNS", "x");

        assertThat(lines(rules().section(""), Set.of("sentry_dsn"), environment))
                .containsExactly(
                        "env:LOADER_MIXPANEL_KEY belongs to no backend that is here; there is otlp, sentry",
                        "env:LOADER_SENTRY_DNS is not known; did you mean LOADER_SENTRY_DSN?");
    }

    @Test
    void lines_settingOfAKeyOfTheToolsOwn_isSuggestedByItsVariable() {
        ConsentRulesBuilder rules = rules().settingKey("sentry_dsn", "runtime.error_address");

        assertThat(lines(rules, Set.of("runtime.error_address"), Map.of("RUNTIME__ERROR_ADRESS", "x")))
                .containsExactly("env:RUNTIME__ERROR_ADRESS is not known; did you mean RUNTIME__ERROR_ADDRESS?");
    }
}
