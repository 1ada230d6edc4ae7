package dev.candor.examples.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.AllowList;
import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a config is told to the maintainer, behind the real pipeline. */
class ConfigRedactionTest {
    private static final Attribute<Map<String, ?>> UNLISTED = TrainerEvents.config(AllowList.nothing());
    private static final EventType UNREADABLE_LIST =
            EventType.named("unreadable_list").with(UNLISTED).build();

    @RegisterExtension
    final TelemetryExtension recorded =
            TelemetryExtension.of(() -> TrainerTelemetry.describe("1.0.0").events(UNREADABLE_LIST));

    private Map<?, ?> sent(Map<String, ?> config) {
        recorded.telemetry()
                .event(TrainerEvents.CONFIG_LOADED)
                .with(TrainerEvents.CONFIG, config)
                .record();
        return (Map<?, ?>) recorded.signals()
                .single(TrainerEvents.CONFIG_LOADED)
                .event()
                .attributes()
                .get("config");
    }

    @Test
    void config_pathsAndOwnNames_goByTheirKeys() {
        Map<?, ?> sent = sent(Map.of(
                "output_dir", "runs/hushed",
                "datasets", List.of(Map.of("path", "/home/somebody/hushed", "type", "category")),
                "data_files", List.of("hushed-a", "hushed-b"),
                "wandb_project", "hushed",
                "hub_model_id", "hushed/model",
                "api_key", "hushed",
                "nested", Map.of("root_dir", "hushed", "stats", 7)));

        assertThat(sent.toString()).doesNotContain("hushed").contains("type=category", "stats=7");
    }

    @Test
    void config_keysOfTrackersAndDemos_goByWhatTheyBeginWith() {
        Map<?, ?> sent = sent(Map.of(
                "wandb_entity", "hushed",
                "comet_workspace", "hushed",
                "mlflow_experiment_name", "hushed",
                "gradio_title", "hushed",
                "trackio_project_name", "hushed",
                "SWANLAB_WORKSPACE", "hushed"));

        assertThat(sent.toString()).doesNotContain("hushed");
    }

    @Test
    void config_valuesUnderPlainKeys_goByWhatTheyAre() {
        Map<?, ?> sent = sent(Map.of(
                "note",
                "see /home/somebody/notes.txt or mail jane.doe@example.org",
                "message",
                "warm up slowly",
                "learning_rate",
                0.02,
                "epochs",
                3));

        assertThat(sent.toString()).doesNotContain("somebody", "jane.doe");
        assertThat((Object) sent.get("message")).isEqualTo("warm up slowly");
        assertThat((Object) sent.get("learning_rate")).isEqualTo(0.02);
        assertThat((Object) sent.get("epochs")).isEqualTo(3L);
    }

    @Test
    void config_modelOfAListedOrganisation_stays() {
        assertThat((Object) sent(Map.of("base_model", "Google/names-tiny")).get("base_model"))
                .isEqualTo("Google/names-tiny");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme/merger", "./models/merger", "google", "google/", "google/secret/dir", "https://google/x"})
    void config_modelOfAnyOther_goes(String model) {
        assertThat(String.valueOf(sent(Map.of("base_model", model)).get("base_model")))
                .isEqualTo("<path>");
    }

    @Test
    void config_listedOrganisationUnderAnotherKey_goes() {
        assertThat(String.valueOf(sent(Map.of("output_dir", "google/names")).get("output_dir")))
                .isEqualTo("<path>");
    }

    @Test
    void config_unreadableList_keepsNoModel() {
        recorded.telemetry()
                .event(UNREADABLE_LIST)
                .with(UNLISTED, Map.of("base_model", "google/names-tiny"))
                .record();

        assertThat(recorded.signals()
                        .single(UNREADABLE_LIST)
                        .event()
                        .attributes()
                        .toString())
                .doesNotContain("google");
    }

    @Test
    void model_ofAnyOther_isOnlyCounted() {
        recorded.telemetry()
                .event(TrainerEvents.CONFIG_LOADED)
                .with(TrainerEvents.MODEL, "acme/merger")
                .record();

        recorded.signals().single(TrainerEvents.CONFIG_LOADED).with(TrainerEvents.MODEL, "other");
    }

    @Test
    void list_ofTheProgram_isReadable() {
        assertThat(Organisations.ofProgram().names()).contains("google", "mistralai");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "organisations: [google", "[google]", "organisations: google", "organisations: [{a: b}]"})
    void list_unreadable_allowsNothing(String yaml) {
        InputStream file = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));

        assertThat(Organisations.read(file)).isEqualTo(AllowList.nothing());
        assertThat(Organisations.read(null)).isEqualTo(AllowList.nothing());
    }
}
