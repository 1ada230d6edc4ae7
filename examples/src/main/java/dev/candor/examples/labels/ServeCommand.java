package dev.candor.examples.labels;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code labels serve}. */
@Command(name = "serve", description = "Serve until stopped.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final String DEFAULT_PORT = "6900";

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Labels labels;

    @Option(names = "--port", defaultValue = DEFAULT_PORT, description = "The port on 127.0.0.1; 0 for any.")
    private int port;

    @Override
    public Integer call() throws Exception {
        return labels.serve(port, (server, telemetry) -> {
            System.out.println("listening at " + server.uri());
            server.join();
        });
    }
}
