package dev.candor.telemetry.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and the templates that stand for them. */
class RoutesTest {
    private final Routes routes =
            Routes.of("/api/me", "/api/dataset/{name}/{task}:bulk", "/api/dataset/{name}", "/f/{n}.csv");

    @ParameterizedTest
    @CsvSource({
        "/api/me, /api/me",
        "/api/dataset/zones/TextClassification:bulk, /api/dataset/{name}/{task}:bulk",
        "/api/dataset/zones, /api/dataset/{name}",
        "/f/data.csv, /f/{n}.csv"
    })
    void match_pathOfATemplate_isTheTemplate(String path, String template) {
        assertThat(routes.match(path)).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api/me/",
                "/api/mes",
                "/api/dataset/",
                "/api/dataset/a/b",
                "/api/dataset//b:bulk",
                "/api/dataset/a/b/c:bulk",
                "/f/.csv",
                "/f/a/b.csv",
                "/wp-admin.php"
            })
    void match_otherPath_hasNoName(String path) {
        assertThat(routes.match(path)).isNull();
    }

    @Test
    void of_templateThatIsNone_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Routes.of("api"));
        assertThatIllegalArgumentException().isThrownBy(() -> Routes.of("/api/{name"));
    }
}
