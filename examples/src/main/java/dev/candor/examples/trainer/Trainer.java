package dev.candor.examples.trainer;

import dev.candor.examples.start.ExampleTool;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Trains a small model that tells what kind of character a Unicode name belongs to. */
@Command(
        name = "trainer",
        versionProvider = Trainer.Version.class,
        description = "Trains a small model on the names of Unicode's characters.",
        mixinStandardHelpOptions = true,
        subcommands = TrainCommand.class)
public final class Trainer extends ExampleTool {
    private final Surroundings surroundings = Surroundings.ofProcess();
    private final Candor candor = TrainerTelemetry.describe(TrainerTelemetry.version())
            .surroundings(surroundings)
            .build();

    private Trainer() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        new Trainer().run(args);
    }

    @Override
    protected Candor candor() {
        return candor;
    }

    /** Whether this process speaks for the run: the first rank, or the only process. */
    boolean isMainProcess() {
        return surroundings.isMainProcess();
    }

    /** Opens telemetry, telling the person first who has not decided; of several ranks only the first has any. */
    Telemetry telemetry() {
        return isMainProcess() ? inThisRun().open(RunKind.INTERACTIVE) : Telemetry.disabled();
    }

    /** The version that runs. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {TrainerTelemetry.version()};
        }
    }
}
