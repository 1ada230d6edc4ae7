package dev.candor.examples.deployer;

import dev.candor.telemetry.core.Control;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code deployer install}: what an install script runs last, so that the question comes with the installation. */
@Command(name = "install", description = "Finish the installation.", mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Deployer deployer;

    @Option(names = "--tracking", description = "Answer the question beforehand: --tracking=true or --tracking=false.")
    private @Nullable Boolean tracking;

    @Override
    public Integer call() {
        Control.Switched switched = deployer.candor().control().install(tracking);
        for (String message : switched.messages()) {
            System.err.println(message);
        }
        System.out.println("deployer is ready");
        return 0;
    }
}
