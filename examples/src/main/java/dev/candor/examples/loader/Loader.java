package dev.candor.examples.loader;

import dev.candor.examples.start.ExampleTool;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;

/** A small data pipeline: loads the platform's time-zone rules into a database. */
@Command(
        name = "loader",
        version = LoaderTelemetry.VERSION,
        description = "Loads the Java platform's time-zone rules into a database.",
        mixinStandardHelpOptions = true,
        subcommands = {InitCommand.class, RunCommand.class})
public final class Loader extends ExampleTool {
    private final Candor candor = LoaderTelemetry.describe();

    private Loader() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        new Loader().run(args);
    }

    @Override
    protected Candor candor() {
        return candor;
    }

    CommandReport report(String name, EventType type, UnaryOperator<Event> more) {
        return new CommandReport(inThisRun().open(kind(name)), name, type, more);
    }

    Progress progress() {
        return new Progress(System.err, Surroundings.ofProcess().stderrIsTerminal());
    }

    /** Outside a project nobody is told anything: a first try leaves nothing but what it was asked for. */
    private static RunKind kind(String command) {
        boolean project = Files.isDirectory(Path.of(".loader"));
        return project || command.equals("init") ? RunKind.INTERACTIVE : RunKind.QUIET;
    }
}
