package dev.candor.telemetry.core.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.candor.telemetry.AllowList;
import dev.candor.telemetry.core.internal.redaction.Exemption;
import dev.candor.telemetry.core.internal.redaction.Redactor;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Axolotl's configurations: what of them stays, by key. Where Axolotl kept what names a person's folders, Candor does not. */
class AxolotlConfigTest {
    private final Redactor redactor = Redactor.builder()
            .privateKeyPrefixes("wandb_")
            .exempt(new Exemption(Set.of("base_model", "path"), Set.of("meta-llama", "mistralai", "google")))
            .build();

    @ParameterizedTest(name = "AXO-11 {0}")
    @CsvSource({
        "meta-llama/llama-7b, true",
        "mistralai/x, true",
        "META-LLAMA/Llama-7B, true",
        "unknown/model, false",
        "'', false"
    })
    void whitelist_name_isAllowedByItsOrganisation(String name, boolean allowed) {
        assertThat(new AllowList(Set.of("meta-llama", "mistralai")).allows(name))
                .isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("configs")
    void config_redacted_keepsWhatIsNobodys(String id, Map<String, Object> config, Map<String, Object> kept) {
        assertThat(redactor.redactTree("config", config)).isEqualTo(kept);
    }

    static Stream<Arguments> configs() {
        return Stream.of(
                arguments(
                        "AXO-15",
                        Map.of(
                                "filepath", "/home/u/x",
                                "windows_path", "C:\\Users\\u\\x",
                                "output_dir", "./out",
                                "path_to_model", "models/llama/7b",
                                "base_model", "models/local_model",
                                "nested", Map.of("model_path", "m", "root_dir", "r", "stats", "fine"),
                                "message", "done",
                                "metrics", "0.5"),
                        Map.of(
                                "filepath", "<path>",
                                "windows_path", "<path>",
                                "output_dir", "<path>",
                                "path_to_model", "<path>",
                                "base_model", "<path>",
                                "nested", Map.of("model_path", "<path>", "root_dir", "<path>", "stats", "fine"),
                                "message", "done",
                                "metrics", "0.5")),
                one("AXO-19", "base_model", "meta-llama/L", "meta-llama/L"),
                one("AXO-19", "base_model", "local", "<path>"),
                // kept by Axolotl, whose keys knew only one case
                one("AXO-19", "Base_Model", "secret/x", "<path>"),
                // kept by Axolotl, whose list exempted every key
                one("AXO-20", "output_dir", "google/secret/dir", "<path>"),
                // removed by Axolotl, which looked for parts of words
                one("AXO-21", "direction", "up", "up"),
                one("AXO-21", "empathy", "x", "x"),
                one("AXO-22", "OUTPUT_PATH", "o", "<path>"),
                one("AXO-22", "wandb_project", "p", "<path>"),
                one("AXO-22", "my_wandb_x", "p", "p"),
                // kept by Axolotl
                one("AXO-22", "WANDB_PROJECT", "p", "<path>"),
                one("AXO-23", "wandb_watch", 1, 1),
                // kept by Axolotl, whose keys said nothing of what was below them
                one("AXO-23", "wandb_cfg", Map.of("entity", "me"), Map.of("entity", "<path>")),
                arguments("AXO-23", nothing("path"), nothing("path")),
                arguments("AXO-23", Map.of(1, "/home/u"), Map.of("1", "<path>")),
                one(
                        "AXO-24",
                        "datasets",
                        List.of(Map.of("path", "/home/u/d", "type", "alpaca"), Map.of("path", "mistralai/d")),
                        List.of(Map.of("path", "<path>", "type", "alpaca"), Map.of("path", "mistralai/d"))),
                one("AXO-25", "data_files", List.of("/a", "/b"), List.of("<path>", "<path>")),
                one("AXO-25", "data_files", List.of(List.of("/a")), List.of(List.of("<path>"))),
                // kept by Axolotl
                one("AXO-26", "data_files", Map.of("train", "/home/u/x"), Map.of("train", "<path>")),
                // kept by Axolotl
                one("AXO-27", "paths", new String[] {"a", "b"}, List.of("<path>", "<path>")),
                one("AXO-28", "output_dir", "", "<path>"),
                one("AXO-29", "path", "google", "<path>"),
                // kept by Axolotl
                one("AXO-29", "path", "google/", "<path>"),
                one("AXO-29", "path", " google/x", "<path>"),
                one("AXO-29", "path", "https://google/x", "<path>"),
                arguments("AXO-30", Map.of(), Map.of()));
    }

    @Test
    void axo30_nothing_staysNothing() {
        assertThat(redactor.redactTree("config", null)).isNull();
    }

    @Test
    void axo31_listThatCannotBeRead_exemptsNothing() {
        Redactor unread = Redactor.builder()
                .exempt(new Exemption(Set.of("base_model"), AllowList.nothing().names()))
                .build();

        assertThat(unread.redactTree("base_model", "meta-llama/L")).isEqualTo("<path>");
    }

    private static Arguments one(String id, String key, Object value, Object kept) {
        return arguments(id, Map.of(key, value), Map.of(key, kept));
    }

    private static Map<String, Object> nothing(String key) {
        return new HashMap<>(Collections.singletonMap(key, null));
    }
}
