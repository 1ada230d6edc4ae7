package dev.candor.examples.labels.client;

import dev.candor.examples.labels.LabelsEvents;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;

/** Prepares a dataset for training with a framework; which framework, and for what task, is reported. */
public final class LabelsTrainer {
    private final Telemetry telemetry;
    private final LabelsClient client;

    /** A trainer on what {@code client} can reach. */
    public LabelsTrainer(Telemetry telemetry, LabelsClient client) {
        this.telemetry = telemetry;
        this.client = client;
    }

    /**
     * Looks the dataset up.
     *
     * @param framework such as {@code tribuo}; one that is not known is reported as {@code other}
     */
    public LabelsClient.Answer prepare(String dataset, String framework, String task)
            throws IOException, InterruptedException {
        telemetry
                .event(LabelsEvents.INTEGRATION)
                .with(LabelsEvents.FRAMEWORK, framework)
                .with(LabelsEvents.TASK, task)
                .record();
        return client.get("/api/dataset/" + dataset);
    }
}
