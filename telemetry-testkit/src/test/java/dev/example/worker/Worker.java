package dev.example.worker;

import static dev.example.worker.WorkerTelemetry.SUCCESS;
import static dev.example.worker.WorkerTelemetry.WORK_DONE;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.RunKind;
import java.util.Map;

/** A program that works. */
public final class Worker {
    private Worker() {}

    /** The shortest form, as in the README. */
    static void shortest() {
        Candor candor = Candor.tool("worker", "1.0.0")
                .events(WORK_DONE)
                .maintainer("segment", Map.of("write_key", "your-write-key"), Purpose.USAGE)
                .build();
        try (Telemetry telemetry = candor.open()) {
            telemetry.event(WORK_DONE).with(SUCCESS, true).record();
        }
    }

    /** Runs the program. */
    public static void main(String[] args) {
        try (Telemetry telemetry = WorkerTelemetry.describe().build().open(RunKind.INTERACTIVE)) {
            work(telemetry);
        }
    }

    static void work(Telemetry telemetry) {
        long start = System.nanoTime();
        boolean success = false;
        try {
            telemetry.errors().run(Worker::doTheWork);
            success = true;
        } finally {
            telemetry
                    .event(WORK_DONE)
                    .with(WorkerTelemetry.KIND, "import")
                    .with(WorkerTelemetry.ELAPSED, (System.nanoTime() - start) / 1e9)
                    .with(SUCCESS, success)
                    .record();
        }
    }

    private static void doTheWork() {
        if (Boolean.getBoolean("worker.fails")) {
            throw new IllegalStateException("the worker's own mistake");
        }
    }
}
