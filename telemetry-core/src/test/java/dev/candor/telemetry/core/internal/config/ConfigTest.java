package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.spi.SettingValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigTest {
    private static final String DSN = "runtime.sentry_dsn";
    private static final ConfigSource USER = source(Scope.USER, true, "[runtime]\nsentry_dsn = \"https://user@h/1\"\n");
    private static final ConfigSource PROJECT =
            source(Scope.PROJECT, true, "[runtime]\nsentry_dsn = \"https://project@h/1\"\n");

    @Test
    void value_inUserFile_isFoundWithItsPlace() {
        Config config = Config.of(rules().build(), Map.of(), List.of(USER));

        assertThat(config.value(DSN))
                .contains(new SettingValue(DSN, "https://user@h/1", "file:user USER/config.toml:2"));
    }

    @Test
    void value_inEnvironment_winsOverFiles() {
        Config config = Config.of(
                rules().projectDestinations().build(),
                Map.of("RUNTIME__SENTRY_DSN", "https://env@h/1"),
                List.of(USER, PROJECT));

        assertThat(config.value(DSN)).contains(new SettingValue(DSN, "https://env@h/1", "env:RUNTIME__SENTRY_DSN"));
    }

    @Test
    void value_emptyInEnvironment_isNotSet() {
        Config config = Config.of(rules().build(), Map.of("RUNTIME__SENTRY_DSN", " "), List.of(USER));

        assertThat(config.value(DSN)).map(SettingValue::value).contains("https://user@h/1");
    }

    @Test
    void value_inProjectFile_countsOnlyWhereTheToolAllowsIt() {
        assertThat(Config.of(rules().build(), Map.of(), List.of(USER, PROJECT)).value(DSN))
                .map(SettingValue::value)
                .contains("https://user@h/1");
        assertThat(Config.of(rules().projectDestinations().build(), Map.of(), List.of(USER, PROJECT))
                        .value(DSN))
                .map(SettingValue::value)
                .contains("https://project@h/1");
    }

    @Test
    void value_inProjectFileOfRoot_isIgnoredAndSaid() {
        ConfigSource roots = source(Scope.PROJECT, false, "[runtime]\nsentry_dsn = \"https://project@h/1\"\n");
        Config config = Config.of(rules().projectDestinations().build(), Map.of(), List.of(roots));

        assertThat(config.value(DSN)).isEmpty();
        assertThat(config.ignored(Set.of(DSN)))
                .containsExactly(
                        "PROJECT/config.toml:2: runtime.sentry_dsn is ignored, since the file does not belong to you");
    }

    @Test
    void ignored_projectNamesADestinationItMayNot_saysSo() {
        assertThat(Config.of(rules().build(), Map.of(), List.of(PROJECT)).ignored(Set.of(DSN)))
                .containsExactly("PROJECT/config.toml:2: runtime.sentry_dsn is ignored, since a project may not name"
                        + " destinations of loader");
    }

    @Test
    void misspelt_nearlyAKnownKey_suggestsIt() {
        ConfigSource slip = source(Scope.USER, true, "[runtime]\nsentry_dns = \"x\"\nother = 1\n");

        assertThat(Config.of(rules().build(), Map.of(), List.of(slip)).misspelt(List.of(DSN, "runtime.otlp_endpoint")))
                .containsExactly(
                        "USER/config.toml:2: runtime.sentry_dns is not known; did you mean runtime.sentry_dsn?");
    }

    @Test
    void misspelt_keyOfTheToolsOwn_isLeftAlone() {
        ConfigSource own = source(Scope.USER, true, "[runtime]\nsentry_dns = \"resolver\"\n");

        assertThat(Config.of(rules().otherKeys("runtime.sentry_dns").build(), Map.of(), List.of(own))
                        .misspelt(List.of(DSN)))
                .isEmpty();
    }

    @Test
    void foreign_keyOfABackendThatIsNotHere_saysWhichAreHere() {
        ConfigSource foreign =
                source(Scope.USER, true, "[runtime]\nmixpanel_write_key = \"x\"\nlog_level = \"INFO\"\n");

        assertThat(Config.of(rules().build(), Map.of(), List.of(foreign))
                        .foreign(Set.of(DSN), List.of("otlp", "sentry")))
                .containsExactly(
                        "USER/config.toml:2: runtime.mixpanel_write_key belongs to no backend that is here; there is"
                                + " otlp, sentry");
    }

    @Test
    void foreign_keyThatABackendDoesNotHave_saysWhichItHas() {
        ConfigSource foreign = source(Scope.USER, true, "[runtime]\nsentry_key = \"x\"\nsentinel = \"x\"\n");

        assertThat(Config.of(rules().build(), Map.of(), List.of(foreign))
                        .foreign(Set.of(DSN), List.of("otlp", "sentry")))
                .containsExactly(
                        "USER/config.toml:2: runtime.sentry_key is no setting of sentry; there is runtime.sentry_dsn");
    }

    @Test
    void foreign_keyOfTheToolsOwnThatBeginsLikeABackend_isLeftAlone() {
        ConfigSource own = source(Scope.USER, true, "[runtime]\nsentry_duty = \"jane\"\n");

        assertThat(Config.of(rules().otherKeys("runtime.sentry_duty").build(), Map.of(), List.of(own))
                        .foreign(Set.of(DSN), List.of("otlp", "sentry")))
                .isEmpty();
    }

    @Test
    void foreign_keyOfAServiceThatNobodyOffers_isNamed() {
        String key = "mixpanel_key = \"x\"\nheap_size_id = 1\nlicense_key = \"x\"\nmixpanel = true\n";

        assertThat(foreign(rules(), "[runtime]\n" + key))
                .containsExactly("USER/config.toml:2: runtime.mixpanel_key belongs to no backend that is here; there is"
                        + " otlp, sentry");
        assertThat(foreign(rules().section(""), key + "[loads]\nmixpanel_key = \"x\"\n"))
                .containsExactly(
                        "USER/config.toml:1: mixpanel_key belongs to no backend that is here; there is otlp, sentry");
    }

    @Test
    void foreign_choiceOfABackend_saysThatItIsNoneOrHowItIsSetUp() {
        assertThat(foreign(rules(), "[runtime]\nbackend = \"Mixpanel\"\n"))
                .containsExactly("USER/config.toml:2: runtime.backend names mixpanel, which is no backend that is here;"
                        + " there is otlp, sentry");
        assertThat(foreign(rules(), "[runtime]\nbackend = \"sentry\"\n"))
                .containsExactly("USER/config.toml:2: runtime.backend chooses nothing; what sets up sentry is"
                        + " runtime.sentry_dsn");
        assertThat(foreign(rules(), "[runtime]\nbackend = \"postgres\"\n")).isEmpty();
    }

    private static List<String> foreign(ConsentRulesBuilder rules, String toml) {
        return Config.of(rules.build(), Map.of(), List.of(source(Scope.USER, true, toml)))
                .foreign(Set.of(DSN), List.of("otlp", "sentry"));
    }

    @Test
    void repeated_twoFilesDisagree_saysWhichCounts() {
        ConfigSource other = source(Scope.USER, true, "[runtime]\nsentry_dsn = \"https://other@h/2\"\n");
        ConfigSource same = source(Scope.USER, true, "[runtime]\nsentry_dsn = \"https://one@h/1\"\n");
        ConfigSource one = source(Scope.USER, true, "[runtime]\nsentry_dsn = \"https://one@h/1\"\n");

        assertThat(Config.of(rules().build(), Map.of(), List.of(one, same)).repeated(Set.of(DSN)))
                .isEmpty();
        assertThat(Config.of(rules().build(), Map.of(), List.of(one, other)).repeated(Set.of(DSN)))
                .containsExactly(
                        "USER/config.toml:2: runtime.sentry_dsn has another value in file:user USER/config.toml:2,"
                                + " which counts");
        assertThat(Config.of(rules().build(), Map.of("RUNTIME__SENTRY_DSN", "https://env@h/3"), List.of(one))
                        .repeated(Set.of(DSN)))
                .isEmpty();
    }

    @Test
    void value_inRefusedFile_isNotThere() {
        ConfigSource broken = source(Scope.USER, true, "[runtime]\nsentry_dsn = \"https://user@h/1\"\nbroken\n");

        assertThat(Config.of(rules().build(), Map.of(), List.of(broken)).value(DSN))
                .isEmpty();
    }

    @Test
    void value_ofTopLevelKey_takesTheToolsVariableAndNotTheHosts() {
        ConsentRules rules = rules().section("").build();
        Config config = Config.of(rules, Map.of("SENTRY_DSN", "https://host@h/1"), List.of());

        assertThat(rules.settingKey("sentry_dsn")).isEqualTo("sentry_dsn");
        assertThat(config.value("sentry_dsn")).isEmpty();
        assertThat(Config.of(rules, Map.of("LOADER_SENTRY_DSN", "https://own@h/1"), List.of())
                        .value("sentry_dsn"))
                .isPresent();
    }

    private static ConsentRulesBuilder rules() {
        return ConsentRules.forTool("loader", "1.0");
    }

    private static ConfigSource source(Scope scope, boolean own, String text) {
        Content content = ConfigText.read(Format.TOML, text.getBytes(StandardCharsets.UTF_8));
        return new ConfigSource(scope, scope + "/config.toml", content, own);
    }
}
