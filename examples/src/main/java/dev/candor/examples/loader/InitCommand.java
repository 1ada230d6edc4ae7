package dev.candor.examples.loader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code loader init}. */
@Command(name = "init", description = "Start a project in this folder.", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private static final String CONFIG = """
            # Settings of this project. Uncomment what you need.
            [runtime]
            # sentry_dsn = "https://<key>@<host>/<project>"      # traces and errors to your own Sentry
            # otlp_endpoint = "https://<collector>:4318"         # the same to your own collector
            # segment_write_key = "<key>"                        # usage events to your own Segment
            # loader_telemetry = false                           # no usage events from this project
            """;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Loader loader;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "What to load: zones.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Parameters(index = "1", paramLabel = "DESTINATION", description = "Where to: hsqldb.")
    @SuppressWarnings("NullAway.Init")
    private String destination;

    @Override
    public Integer call() {
        try (CommandReport report = loader.report(
                "init",
                LoaderEvents.COMMAND_INIT,
                event -> event.with(LoaderEvents.SOURCE, source).with(LoaderEvents.DESTINATION, destination))) {
            if (!source.equals("zones") || !destination.equals("hsqldb")) {
                System.err.println("loader: no source '" + source + "' or destination '" + destination
                        + "'; there is zones, and hsqldb");
                return 2;
            }
            Path config = Path.of(".loader", "config.toml");
            if (!Files.exists(config)) {
                Files.createDirectories(Path.of(".loader"));
                Files.writeString(config, CONFIG, StandardCharsets.UTF_8);
            }
            System.out.println("ready: " + config);
            report.succeeded();
            return 0;
        } catch (IOException failure) {
            System.err.println("loader: the project folder cannot be written: " + failure.getMessage());
            return 1;
        }
    }
}
