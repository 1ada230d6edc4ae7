package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.delivery.DetachedUpload;
import dev.candor.telemetry.core.internal.delivery.UploadSchedule;
import java.io.File;
import java.time.Clock;

/** Starts an upload process when a period has passed since the last one. */
record DetachedUploads(File folder, String program, Clock clock) implements Uploads {

    @Override
    public boolean isDue() {
        return new UploadSchedule(folder, clock).due();
    }

    @Override
    public void start() {
        if (new UploadSchedule(folder, clock).take()) {
            new DetachedUpload(folder, program).start();
        }
    }
}
