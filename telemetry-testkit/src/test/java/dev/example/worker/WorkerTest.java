package dev.example.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.testkit.CatalogueCheck;
import dev.candor.telemetry.testkit.ConsentPreset;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {
    @RegisterExtension
    final TelemetryExtension worker =
            TelemetryExtension.of(WorkerTelemetry::describe).consent(ConsentPreset.GRANTED);

    @TempDir
    Path folder;

    @Test
    void work_granted_reportsOneEvent() {
        Worker.work(worker.telemetry());

        worker.signals()
                .single(WorkerTelemetry.WORK_DONE)
                .with(WorkerTelemetry.KIND, "import")
                .with(WorkerTelemetry.SUCCESS, true);
        assertThat(worker.signals().errors()).isEmpty();
    }

    @Test
    void catalogue_page_saysWhatTheCodeSays() throws Exception {
        Candor candor = WorkerTelemetry.describe().build();
        Path page = Files.writeString(
                folder.resolve("TELEMETRY.md"), candor.control().docs());
        Files.writeString(
                folder.resolve("TELEMETRY.schema.json"), candor.control().schema());

        CatalogueCheck.check(candor, page);

        assertThat(page).content().contains("work_done", "worker --disable-telemetry");
    }
}
