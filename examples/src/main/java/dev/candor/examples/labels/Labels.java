package dev.candor.examples.labels;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.candor.examples.start.ExampleTool;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.logback.TelemetryAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Keeps records to be labelled. Its data is in {@code $LABELS_DATA}, or in {@code labels-data} of the working folder. */
@Command(
        name = LabelsTelemetry.NAME,
        version = LabelsTelemetry.VERSION,
        description = "Keeps records to be labelled, in an embedded database.",
        mixinStandardHelpOptions = true,
        subcommands = {ServeCommand.class, TourCommand.class})
public final class Labels extends ExampleTool {
    private final Path data = Path.of(System.getenv().getOrDefault("LABELS_DATA", "labels-data"));
    private final Candor candor = LabelsTelemetry.describe(data.toAbsolutePath());

    private Labels() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        new Labels().run(args);
    }

    @Override
    protected Candor candor() {
        return candor;
    }

    /** What a command does with a server. */
    interface Work {
        void run(LabelsServer server, Telemetry telemetry) throws Exception;
    }

    /** Starts a server, does it, and stops the server. Returns the exit code. */
    int serve(int port, Work work) throws Exception {
        try {
            serve(inThisRun(), data, port, work);
            return 0;
        } catch (IOException | SQLException unusable) {
            System.err.println("labels: cannot serve: " + unusable.getMessage());
            return 1;
        }
    }

    static void serve(Candor candor, Path data, int port, Work work) throws Exception {
        Files.createDirectories(data);
        try (Telemetry telemetry = candor.open(RunKind.SERVICE)) {
            TelemetryAppender appender = new TelemetryAppender(telemetry, Level.ERROR);
            Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            appender.setContext(root.getLoggerContext());
            appender.start();
            root.addAppender(appender);
            try (LabelsServer server = new LabelsServer(telemetry, port, data)) {
                work.run(server, telemetry);
            } finally {
                root.detachAppender(appender);
            }
        }
    }
}
