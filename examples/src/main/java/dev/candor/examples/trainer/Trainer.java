package dev.candor.examples.trainer;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.picocli.TelemetryCommand;
import dev.candor.telemetry.picocli.TelemetryFlags;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** Trains a small model that tells what kind of character a Unicode name belongs to. */
@Command(
        name = "trainer",
        versionProvider = Trainer.Version.class,
        description = "Trains a small model on the names of Unicode's characters.",
        mixinStandardHelpOptions = true,
        subcommands = TrainCommand.class)
public final class Trainer implements Callable<Integer> {
    private final Surroundings surroundings = Surroundings.ofProcess();
    private final Candor candor = TrainerTelemetry.describe(TrainerTelemetry.version())
            .surroundings(surroundings)
            .build();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private TelemetryFlags flags;

    private Trainer() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        Trainer trainer = new Trainer();
        CommandLine line = new CommandLine(trainer);
        line.addSubcommand(new TelemetryCommand(trainer.candor));
        line.setExecutionStrategy(trainer.flags().before(trainer.candor, new CommandLine.RunLast()));
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

    /** Whether this process speaks for the run: the first rank, or the only process. */
    boolean isMainProcess() {
        return surroundings.isMainProcess();
    }

    /** Opens telemetry, telling the person first who has not decided; of several ranks only the first has any. */
    Telemetry telemetry() {
        return isMainProcess() ? flags.apply(candor).open(RunKind.INTERACTIVE) : Telemetry.disabled();
    }

    private TelemetryFlags flags() {
        return flags;
    }

    /** The version that runs. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {TrainerTelemetry.version()};
        }
    }
}
