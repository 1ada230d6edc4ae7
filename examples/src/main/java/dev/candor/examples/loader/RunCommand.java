package dev.candor.examples.loader;

import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code loader run}. */
@Command(
        name = "run",
        description = "Load the platform's time-zone rules into a database.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Loader loader;

    @Option(names = "--output", defaultValue = "loader-output", description = "The database's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--fail", description = "Load one row twice, which the database refuses.")
    private boolean fail;

    @Override
    public Integer call() {
        try (CommandReport report = loader.report(
                "run", LoaderEvents.COMMAND_RUN, event -> event.with(LoaderEvents.DESTINATION, "hsqldb"))) {
            Telemetry telemetry = report.telemetry();
            try {
                PipelineRun.Result result = new PipelineRun(telemetry, loader.progress(), output, fail).run();
                System.out.println("loaded " + result.zones() + " zones with " + result.transitions()
                        + " transitions into " + output);
                report.succeeded();
                return 0;
            } catch (SQLException | IOException failure) {
                System.err.println("loader: the load step failed: " + failure.getMessage());
                return 1;
            } catch (Exception failure) {
                System.err.println("loader: " + failure);
                return 1;
            }
        }
    }
}
