package dev.candor.telemetry.picocli;

import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Control;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * {@code --disable-telemetry} and {@code --enable-telemetry}, a mixin for a tool's outermost command.
 *
 * <p>They act before the command they stand with, and last for the user and, where it has a config file, the project. Without a
 * command they only act. Messages go to standard error.
 */
public final class TelemetryFlags {
    @Option(
            names = "--disable-telemetry",
            scope = ScopeType.INHERIT,
            description = "Turn telemetry off for good, before the command runs.")
    private boolean disable;

    @Option(
            names = "--enable-telemetry",
            scope = ScopeType.INHERIT,
            description = "Turn telemetry on for good, before the command runs.")
    private boolean enable;

    /** Neither is given until the command line was parsed. */
    public TelemetryFlags() {}

    /** Whether this run was started with {@code --disable-telemetry}. */
    public boolean disabled() {
        return disable;
    }

    /** Whether a flag was given. */
    public boolean any() {
        return disable || enable;
    }

    /** What the tool opens in this run: off when it was told so on the command line, whatever could be recorded. */
    public Candor apply(Candor candor) {
        return disable ? candor.disabledByFlag() : candor;
    }

    /** Runs the flags before the command line's own strategy. */
    public IExecutionStrategy before(Candor candor, IExecutionStrategy strategy) {
        return parsed -> {
            record(candor, parsed);
            return strategy.execute(parsed);
        };
    }

    private void record(Candor candor, ParseResult parsed) {
        if (!any()) {
            return;
        }
        CommandLine line = parsed.commandSpec().commandLine();
        PrintWriter err = line.getErr();
        // Both at once is a contradiction, and a no that stands beside a yes is a no.
        Control control = candor.control();
        Control.Switched switched = disable ? control.disabledByFlag() : control.enabledByFlag();
        for (String message : switched.messages()) {
            err.println(message);
        }
        err.flush();
    }
}
