package dev.candor.examples.loader;

import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.picocli.TelemetryCommand;
import dev.candor.telemetry.picocli.TelemetryFlags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A small data pipeline: loads the platform's time-zone rules into a database. */
@Command(
        name = "loader",
        version = LoaderTelemetry.VERSION,
        description = "Loads the Java platform's time-zone rules into a database.",
        mixinStandardHelpOptions = true,
        subcommands = {InitCommand.class, RunCommand.class})
public final class Loader implements Callable<Integer> {
    private final Candor candor = LoaderTelemetry.describe();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private TelemetryFlags flags;

    private Loader() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        Loader loader = new Loader();
        CommandLine line = new CommandLine(loader);
        line.addSubcommand(new TelemetryCommand(loader.candor));
        line.setExecutionStrategy(loader.flags().before(loader.candor, new CommandLine.RunLast()));
        System.exit(line.execute(args));
    }

    /** Without a command the flags alone have acted. */
    @Override
    public Integer call() {
        if (!flags.any()) {
            CommandLine.usage(this, System.out);
        }
        return 0;
    }

    CommandReport report(String name, EventType type, UnaryOperator<Event> more) {
        return new CommandReport(flags.apply(candor).open(kind(name)), name, type, more);
    }

    Progress progress() {
        return new Progress(System.err, Surroundings.ofProcess().stderrIsTerminal());
    }

    /** Outside a project nobody is told anything: a first try leaves nothing but what it was asked for. */
    private static RunKind kind(String command) {
        boolean project = Files.isDirectory(Path.of(".loader"));
        return project || command.equals("init") ? RunKind.INTERACTIVE : RunKind.QUIET;
    }

    private TelemetryFlags flags() {
        return flags;
    }
}
