package dev.candor.examples.loader;

import dev.candor.telemetry.Errors;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code loader run}. */
@Command(
        name = "run",
        description = "Load the platform's time-zone rules into a database.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = Logger.getLogger(RunCommand.class.getName());

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Loader loader;

    @Option(names = "--output", defaultValue = "loader-output", description = "The database's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--fail", description = "Load one row twice, which the database refuses.")
    private boolean fail;

    @Option(names = "--crash", description = "Let a thread of its own die when all is loaded.")
    private boolean crash;

    @Option(
            names = "--log-level",
            defaultValue = "${env:RUNTIME__LOG_LEVEL:-WARNING}",
            description = "One of ${COMPLETION-CANDIDATES}; without it RUNTIME__LOG_LEVEL, or WARNING.")
    @SuppressWarnings("NullAway.Init")
    private LogLevel logLevel;

    @Override
    @SuppressWarnings("try") // the last two are there to be closed
    public Integer call() {
        try (CommandReport report = loader.report(
                        "run", LoaderEvents.COMMAND_RUN, event -> event.with(LoaderEvents.DESTINATION, "hsqldb"));
                LogCapture logs = new LogCapture(report.telemetry(), logLevel);
                Errors.Handle uncaught = report.telemetry().errors().captureUncaught()) {
            try {
                PipelineRun.Result result = new PipelineRun(report.telemetry(), loader.progress(), output, fail).run();
                System.out.println("loaded " + result.zones() + " zones with " + result.transitions()
                        + " transitions into " + output);
                report.succeeded();
                if (crash) {
                    dieInAThread();
                }
                return 0;
            } catch (Exception failure) {
                tell(failure);
                return 1;
            }
        }
    }

    /** What the person reads, and the owner's error tracker: that hears of one exception once. */
    private static void tell(Exception failure) {
        if (LOG.isLoggable(Level.SEVERE)) {
            LOG.log(Level.SEVERE, failure, () -> "loading failed: " + failure.getMessage());
        } else {
            System.err.println("loader: loading failed: " + failure.getMessage());
        }
    }

    private static void dieInAThread() throws InterruptedException {
        Thread janitor = new Thread(
                () -> {
                    throw new IllegalStateException("nothing is left to be swept");
                },
                "loader-janitor");
        janitor.start();
        janitor.join();
    }
}
