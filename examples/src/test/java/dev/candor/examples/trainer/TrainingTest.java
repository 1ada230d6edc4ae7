package dev.candor.examples.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.examples.trainer.CharacterNames.Example;
import dev.candor.telemetry.RunEvents;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.UsageEvent;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Real training on a part of the names, with telemetry behind the real pipeline. */
class TrainingTest {
    private static final TrainerConfig CONFIG = TrainerConfig.of(Map.of("hidden_size", 16));

    private static CharacterNames names;

    @RegisterExtension
    final TelemetryExtension recorded = TelemetryExtension.of(() -> TrainerTelemetry.describe("1.0.0"));

    @BeforeAll
    static void readNames() {
        CharacterNames all = CharacterNames.read(7);
        List<Example> training = all.training().subList(0, 3_200);
        names = new CharacterNames(training, all.heldOut().subList(0, 500));
    }

    @Test
    void run_ofEpochs_losesLessAndLess() throws Exception {
        List<Double> losses = new ArrayList<>();
        TrainingListener meanOfEpochs = new TrainingListener() {
            private double sum;
            private int steps;

            @Override
            public void stepped(long step, double loss, double learningRate) {
                sum += loss;
                steps++;
            }

            @Override
            public void epochEnded(int epoch, double accuracy) {
                losses.add(sum / steps);
                sum = 0;
                steps = 0;
            }
        };

        new TrainingLoop(CONFIG.with("num_epochs", 4), names, new Network(16, 1), List.of(meanOfEpochs)).run();

        assertThat(losses).hasSize(4).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(losses.get(3)).isLessThan(losses.get(0) / 2);
    }

    private double train(TrainerConfig config) throws DivergedException {
        ReportingListener reporting = new ReportingListener(recorded.telemetry(), config.loggingSteps());
        return new TrainingLoop(config, names, new Network(config.width(), 1), List.of(reporting)).run();
    }

    @Test
    void run_ofEpochs_learnsAndReports() throws Exception {
        double accuracy = train(CONFIG.with("num_epochs", 3));

        assertThat(accuracy).isGreaterThan(0.7);
        recorded.signals()
                .single(TrainerEvents.TRAIN_START)
                .with(TrainerEvents.STEPS, 150L)
                .with(TrainerEvents.EPOCHS, 3L);
        recorded.signals()
                .single(TrainerEvents.TRAIN_END)
                .with(RunEvents.TOTAL_STEPS, 150L)
                .with(RunEvents.EPOCHS_COMPLETED, 3L);
        assertThat(recorded.signals().events().stream().map(UsageEvent::name))
                .startsWith("train_start", "train_progress")
                .endsWith("train_end");
    }

    @Test
    void run_withAnOwner_countsStepsForThem() throws Exception {
        train(CONFIG.with("max_steps", 60));

        List<String> instruments = new ArrayList<>();
        for (MetricBatch batch : recorded.signals().metrics()) {
            batch.points().forEach(point -> instruments.add(point.name()));
        }
        assertThat(instruments).contains("trainer.steps", "trainer.loss", "trainer.accuracy", "trainer.epoch.duration");
    }

    @Test
    void run_impossibleRate_failsAndIsReportedAsItIs() {
        TrainerConfig config = CONFIG.with("learning_rate", 1e20);

        assertThatThrownBy(() -> recorded.telemetry().errors().call(() -> train(config)))
                .isInstanceOf(DivergedException.class);

        ErrorReport report = recorded.signals().errors().get(0);
        assertThat(recorded.signals().errors()).hasSize(1);
        assertThat(report.exceptions().get(0).type()).endsWith("DivergedException");
        assertThat(report.exceptions().get(0).message()).contains("the loss is not a number");
    }

    @Test
    void config_mistake_isNotReported(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("config.yml"), "num_epochs: many\n");

        assertThatThrownBy(() -> recorded.telemetry().errors().call(() -> TrainerConfig.read(file)))
                .isInstanceOf(ConfigMistake.class)
                .hasMessage(file + ": num_epochs is a whole number from 1 to 1000000, not many");

        assertThat(recorded.signals().errors()).isEmpty();
    }

    @Test
    void config_thatIsNoYaml_isToldWithItsLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("config.yml"), "seed: 1\nnum_epochs: [3\n");

        assertThatThrownBy(() -> TrainerConfig.read(file))
                .isInstanceOf(ConfigMistake.class)
                .hasMessageStartingWith(file + ":3: ");
    }

    @Test
    void config_ofTheExample_isReadable() {
        TrainerConfig config = TrainerConfig.read(Path.of("trainer", "config.yml"));

        assertThat(config.epochs()).isEqualTo(240);
        assertThat(config.baseModel()).isEqualTo("google/names-tiny");
        assertThat(config.tree()).containsKey("datasets");
    }
}
