package dev.candor.examples.labels;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code labels serve}. */
@Command(name = "serve", description = "Serve until stopped.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final String DEFAULT_PORT = "6900";
    private static final int HIGHEST_PORT = 65_535;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Labels labels;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = DEFAULT_PORT, description = "The port on 127.0.0.1; 0 for any.")
    private int port;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port is a number from 0 to " + HIGHEST_PORT + ", not " + port);
        }
        return labels.serve(port, (server, telemetry) -> {
            System.out.println("listening at " + server.uri());
            server.join();
        });
    }
}
