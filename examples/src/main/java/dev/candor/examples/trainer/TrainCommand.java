package dev.candor.examples.trainer;

import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code trainer train}. */
@Command(name = "train", description = "Train the model that a config describes.", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final double IMPOSSIBLE_RATE = 1e20;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Trainer trainer;

    @Parameters(index = "0", paramLabel = "CONFIG", description = "A YAML file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--steps", description = "End after so many steps.")
    private @Nullable Long steps;

    @Option(names = "--epochs", description = "Go through the data so many times.")
    private @Nullable Integer epochs;

    @Option(names = "--fail", description = "Train with an impossible learning rate, until the loss is no number.")
    private boolean fail;

    @Override
    public Integer call() {
        boolean main = trainer.isMainProcess();
        try (Telemetry telemetry = trainer.telemetry()) {
            double accuracy = telemetry.errors().call(() -> train(telemetry, main));
            if (main) {
                System.out.println("accuracy on what was held out: " + accuracy);
            }
            return 0;
        } catch (ConfigMistake mistake) {
            System.err.println("trainer: " + mistake.getMessage());
            return 2;
        } catch (DivergedException failure) {
            System.err.println("trainer: training failed: " + failure.getMessage());
            return 1;
        } catch (IOException failure) {
            System.err.println("trainer: the model cannot be written: " + failure.getMessage());
            return 1;
        } catch (Exception failure) {
            System.err.println("trainer: " + failure);
            return 1;
        }
    }

    private double train(Telemetry telemetry, boolean main) throws DivergedException, IOException {
        TrainerConfig config = config();
        telemetry
                .event(TrainerEvents.CONFIG_LOADED)
                .with(TrainerEvents.CONFIG, config.tree())
                .with(TrainerEvents.MODEL, config.baseModel())
                .record();
        Network network = new Network(config.width(), config.seed());
        List<TrainingListener> listeners = new ArrayList<>();
        listeners.add(new ReportingListener(telemetry, config.loggingSteps()));
        listeners.add(new AutotuneListener(telemetry, network::tuned));
        if (main) {
            listeners.add(new PrintingListener(System.out));
        }
        double accuracy = new TrainingLoop(config, CharacterNames.read(config.seed()), network, listeners).run();
        if (main) {
            Files.createDirectories(config.outputDir());
            network.save(config.outputDir().resolve("model.bin"));
        }
        return accuracy;
    }

    private TrainerConfig config() {
        TrainerConfig config = TrainerConfig.read(file);
        if (steps != null) {
            config = config.with("max_steps", steps);
        }
        if (epochs != null) {
            config = config.with("num_epochs", epochs);
        }
        return fail ? config.with("learning_rate", IMPOSSIBLE_RATE) : config;
    }
}
