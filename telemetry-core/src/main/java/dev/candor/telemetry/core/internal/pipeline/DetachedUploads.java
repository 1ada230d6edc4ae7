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
    public void startIfDue(Parts parts) {
        UploadSchedule schedule = new UploadSchedule(folder, clock);
        if (schedule.due() && parts.delivery().mayAttempt() && schedule.take()) {
            new DetachedUpload(folder, program).start();
        }
    }
}
