package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Control;
import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCheckTest {
    private final Candor tool = Tool.describe().build();

    @TempDir
    private Path folder;

    @Test
    void check_filesOfTheCode_passes() throws Exception {
        write(tool);

        assertThatCode(() -> CatalogueCheck.check(tool, page())).doesNotThrowAnyException();
    }

    @Test
    void check_pageOfOlderCode_saysWhereAndHowToMend() throws Exception {
        write(tool);
        Files.writeString(page(), Files.readString(page()).replace("load_finished", "load_ended"));

        assertThatThrownBy(() -> CatalogueCheck.check(tool, page()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TELEMETRY.md")
                .hasMessageContaining("line ")
                .hasMessageContaining("-Dcandor.update=true");
    }

    @Test
    void check_schemaOfOlderCode_fails() throws Exception {
        write(tool);
        Path schema = folder.resolve("TELEMETRY.schema.json");
        Files.writeString(schema, Files.readString(schema).replace("duckdb", "sqlite"));

        assertThatThrownBy(() -> CatalogueCheck.check(tool, page()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TELEMETRY.schema.json");
    }

    @Test
    void check_fileMissing_fails() throws Exception {
        assertThatThrownBy(() -> CatalogueCheck.check(tool, page())).isInstanceOf(AssertionError.class);

        write(tool);
        Files.delete(folder.resolve("TELEMETRY.schema.json"));

        assertThatThrownBy(() -> CatalogueCheck.check(tool, page())).isInstanceOf(AssertionError.class);
    }

    @Test
    void check_linesEndedAsOnWindows_passes() throws Exception {
        write(tool);
        Files.writeString(page(), Files.readString(page()).replace("\n", "\r\n"));

        assertThatCode(() -> CatalogueCheck.check(tool, page())).doesNotThrowAnyException();
    }

    @Test
    void check_expiredType_failsFromThatDayOn() throws Exception {
        EventType old = EventType.named("trial").expires(2026, 7, 1).build();
        Candor trial = Candor.tool("loader", "1.4.0").events(old).build();
        write(trial);

        assertThatCode(() -> CatalogueCheck.check(trial, page(), LocalDate.of(2026, 6, 30)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> CatalogueCheck.check(trial, page(), LocalDate.of(2026, 7, 1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("trial")
                .hasMessageContaining("2026-07-01");
    }

    @Test
    void check_update_writesBoth() {
        System.setProperty(CatalogueCheck.UPDATE, "true");
        try {
            CatalogueCheck.check(tool, page());
        } finally {
            System.clearProperty(CatalogueCheck.UPDATE);
        }

        assertThat(page()).content().contains("load_finished");
        assertThat(folder.resolve("TELEMETRY.schema.json")).content().contains("load_finished");
        assertThatCode(() -> CatalogueCheck.check(tool, page())).doesNotThrowAnyException();
    }

    private void write(Candor of) throws IOException {
        Control control = of.in(Surroundings.builder().build()).control();
        Files.writeString(page(), control.docs());
        Files.writeString(folder.resolve("TELEMETRY.schema.json"), control.schema());
    }

    private Path page() {
        return folder.resolve("TELEMETRY.md");
    }
}
