package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCheckTest {
    private final Candor tool = Tool.describe().build();

    @TempDir
    private Path folder;

    @Test
    void check_pageOfTheCode_passes() throws Exception {
        Path page = folder.resolve("TELEMETRY.md");
        Files.writeString(
                page, tool.in(Surroundings.builder().build()).control().docs());

        assertThatCode(() -> CatalogueCheck.check(tool, page)).doesNotThrowAnyException();
    }

    @Test
    void check_pageOfOlderCode_saysWhereAndHowToMend() throws Exception {
        Path page = folder.resolve("TELEMETRY.md");
        String current = tool.in(Surroundings.builder().build()).control().docs();
        Files.writeString(page, current.replace("load_finished", "load_ended"));

        assertThatThrownBy(() -> CatalogueCheck.check(tool, page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TELEMETRY.md")
                .hasMessageContaining("line ")
                .hasMessageContaining("-Dcandor.update=true");
        assertThatThrownBy(() -> CatalogueCheck.check(tool, folder.resolve("none.md")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void check_update_writesThePage() {
        Path page = folder.resolve("TELEMETRY.md");
        System.setProperty(CatalogueCheck.UPDATE, "true");
        try {
            CatalogueCheck.check(tool, page);
        } finally {
            System.clearProperty(CatalogueCheck.UPDATE);
        }

        assertThat(page).content().contains("load_finished");
        assertThatCode(() -> CatalogueCheck.check(tool, page)).doesNotThrowAnyException();
    }
}
