package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {
    private final AllowList allowed = new AllowList(Set.of("Meta-Llama", "mistralai"));

    @ParameterizedTest
    @ValueSource(strings = {"meta-llama/Llama-3-8B", "META-LLAMA/x", "mistralai/a/b"})
    void allows_listedOrganisationInAnyCase_isTrue(String value) {
        assertThat(allowed.allows(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "meta-llama", "meta-llama/", "/meta-llama", " meta-llama/x", "meta/x", "x/meta-llama"})
    void allows_anythingElse_isFalse(String value) {
        assertThat(allowed.allows(value)).isFalse();
    }

    @Test
    void nothing_anyName_isFalse() {
        assertThat(AllowList.nothing().allows("meta-llama/x")).isFalse();
    }

    @Test
    void allows_underATurkishLocale_isTheSame() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(new AllowList(Set.of("INTEL")).allows("intel/x")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }
}
