package dev.candor.examples.start;

import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.picocli.TelemetryCommand;
import dev.candor.telemetry.picocli.TelemetryFlags;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command line with the {@code telemetry} command and the two flags, which act before any command. */
public abstract class ExampleTool implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private TelemetryFlags flags;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** The program's telemetry, as its maintainer chose it. */
    protected abstract Candor candor();

    /** The same for this run: off where the command line said so. */
    protected final Candor inThisRun() {
        return flags.apply(candor());
    }

    /** Runs the command line and exits with its code. */
    protected final void run(String[] args) {
        CommandLine line = new CommandLine(this);
        line.addSubcommand(new TelemetryCommand(candor()));
        line.setExecutionStrategy(flags.before(candor(), new CommandLine.RunLast()));
        System.exit(line.execute(args));
    }

    /** Without a command the flags alone have acted. */
    @Override
    public final Integer call() {
        if (!flags.any()) {
            spec.commandLine().usage(System.out);
        }
        return 0;
    }
}
