package dev.candor.examples.deployer;

import dev.candor.examples.deployer.sdk.DeployerTelemetry;
import dev.candor.examples.deployer.sdk.ExpectedFailure;
import dev.candor.examples.start.ExampleTool;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.RunKind;
import picocli.CommandLine.Command;

/** Packs folders for deployment, and sends requests to what was packed. */
@Command(
        name = DeployerTelemetry.NAME,
        version = DeployerTelemetry.VERSION,
        description = "Packs folders for deployment, and sends requests to what was packed.",
        mixinStandardHelpOptions = true,
        subcommands = {InstallCommand.class, DeployCommand.class, InvokeCommand.class})
public final class Deployer extends ExampleTool {
    private static final int USAGE = 2;

    private final Candor candor = DeployerTelemetry.describe();

    private Deployer() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        new Deployer().run(args);
    }

    @Override
    protected Candor candor() {
        return candor;
    }

    /** What a command does with telemetry. */
    interface Work {
        void run(Telemetry telemetry) throws Exception;
    }

    /** Does it; the person is asked first where nobody has decided. Returns the exit code. */
    int run(Work work) {
        try (Telemetry telemetry = inThisRun().open(RunKind.INTERACTIVE)) {
            return run(work, telemetry);
        }
    }

    private static int run(Work work, Telemetry telemetry) {
        try {
            work.run(telemetry);
            return 0;
        } catch (ExpectedFailure failure) {
            System.err.println("deployer: " + failure.getMessage());
            return failure.kind() == ExpectedFailure.Kind.USAGE ? USAGE : 1;
        } catch (Exception failure) {
            telemetry.errors().record(failure);
            System.err.println("deployer: this is a fault of deployer: " + failure);
            return 1;
        }
    }

    /** The trace that this process was started in, if whoever started it says so. */
    static String traceparent() {
        return System.getenv().getOrDefault("TRACEPARENT", "");
    }
}
