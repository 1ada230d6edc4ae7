package dev.candor.examples.loader;

import dev.candor.examples.loader.ZoneData.RawZone;
import dev.candor.examples.loader.ZoneData.Tables;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;

/** One run of the pipeline: extract, normalize, load; each step is timed, reported and a span of the owner's trace. */
final class PipelineRun {
    private static final Logger LOG = Logger.getLogger(PipelineRun.class.getName());
    private static final double NANOS = 1e9;

    private final Telemetry telemetry;
    private final Progress progress;
    private final Path output;
    private final boolean broken;
    private final String transaction = UUID.randomUUID().toString();
    private final long start = System.nanoTime();

    PipelineRun(Telemetry telemetry, Progress progress, Path output, boolean broken) {
        this.telemetry = telemetry;
        this.progress = progress;
        this.output = output;
        this.broken = broken;
    }

    /** How many rows a run loaded. */
    record Result(int zones, int transitions) {}

    /** Runs all steps; what a step throws is reported to whoever runs the tool, and thrown on. */
    Result run() throws Exception {
        try (Span span = telemetry.trace("run")) {
            span.set("pipeline_name", "zones").set("destination_name", "hsqldb");
            return step(span, "run", LoaderEvents.RUN, this::steps);
        }
    }

    private Result steps() throws Exception {
        List<RawZone> raw =
                step("extract", LoaderEvents.EXTRACT, () -> ZoneData.extract(n -> progress.at("extract", n)));
        progress.finished("extract", raw.size() + " zones");
        LOG.info(() -> "extracted " + raw.size() + " zones");
        Tables tables = step(
                "normalize",
                LoaderEvents.NORMALIZE,
                () -> ZoneData.normalize(raw, Instant.now(), n -> progress.at("normalize", n)));
        progress.finished("normalize", tables.transitions().size() + " transitions");
        step("load", LoaderEvents.LOAD, () -> {
            Files.createDirectories(output);
            if (Target.isIn(output)) {
                LOG.warning(() -> "what an earlier run loaded into " + output + " is replaced");
            }
            new Target(output).load(tables, broken, n -> progress.at("load", n));
            return tables;
        });
        progress.finished("load", output.toString());
        return new Result(tables.zones().size(), tables.transitions().size());
    }

    private <T> T step(String name, EventType event, Step<T> body) throws Exception {
        try (Span span = telemetry.trace(name)) {
            return step(span, name, event, body);
        }
    }

    private <T> T step(Span span, String name, EventType event, Step<T> body) throws Exception {
        boolean success = false;
        try {
            T result = telemetry.errors().call(body::run);
            success = true;
            return result;
        } catch (Exception failure) {
            span.fail(failure);
            throw failure;
        } finally {
            telemetry
                    .event(event)
                    .with(LoaderEvents.CATEGORY, "pipeline")
                    .with(LoaderEvents.NAME, name)
                    .with(LoaderEvents.DESTINATION, "hsqldb")
                    .with(LoaderEvents.ELAPSED, (System.nanoTime() - start) / NANOS)
                    .with(LoaderEvents.SUCCESS, success)
                    .with(LoaderEvents.TRANSACTION, transaction)
                    .record();
        }
    }

    private interface Step<T> {
        T run() throws Exception;
    }
}
