package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeRedactionTest {

    private final Redactor redactor = Redactor.builder()
            .privateKeys("base_model", "hub_model_id")
            .privateKeyPrefixes("wandb_")
            .exempt(new Exemption(Set.of("base_model"), Set.of("meta-llama", "mistralai")))
            .build();

    private Object under(String key, Object value) {
        Object tree = redactor.redactTree("config", Map.of(key, value));
        return tree instanceof Map<?, ?> map ? map.get(key) : tree;
    }

    @Test
    void plainValues_areKept() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("optimizer", "adamw");
        config.put("epochs", 3);
        config.put("learning_rate", 2e-5);
        config.put("bf16", true);
        config.put("seed", null);
        config.put("run", UUID.fromString("550e8400-e29b-41d4-a716-446655440000"));

        Object redacted = redactor.redactTree("config", config);

        Map<String, Object> expected = new LinkedHashMap<>(config);
        expected.put("run", "550e8400-e29b-41d4-a716-446655440000");
        assertThat(redacted).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filepath", "windows_path", "output_dir", "path_to_model", "outputDir", "OUTPUT_PATH", "data_files",
                        "base_model",
                "Base_Model", "hub_model_id", "wandb_project", "WANDB_PROJECT", "wandb_watch", "dataset.path", "cwd",
                        "paths"
            })
    void pathLikeKey_string_isRemoved(String key) {
        assertThat(under(key, "models/llama/7b")).isEqualTo("<path>");
        assertThat(under(key, "")).isEqualTo("<path>");
        assertThat(under(key, 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direction",
                "empathy",
                "directive",
                "pathology",
                "monkey",
                "keyboard",
                "tokenizer_type",
                "authors",
                "my_wandb_x",
                "stats"
            })
    void keyThatOnlyContainsOne_string_isKept(String key) {
        assertThat(under(key, "up")).isEqualTo("up");
    }

    @Test
    void secretKey_decidesOverAllBelow() {
        Object secrets =
                Map.of("db", Map.of("user", "zoe", "port", 5432), "list", List.of("a", 1), "array", new int[] {1, 2});

        assertThat(under("secrets", secrets))
                .isEqualTo(Map.of(
                        "db", Map.of("user", "<secret>", "port", "<secret>"),
                        "list", List.of("<secret>", "<secret>"),
                        "array", List.of("<secret>", "<secret>")));
    }

    @Test
    void tokenKey_numberIsKeptAndStringIsNot() {
        assertThat(under("token", 512)).isEqualTo(512);
        assertThat(under("token", "abc")).isEqualTo("<secret>");
        assertThat(under("auth", List.of("ldap"))).isEqualTo(List.of("<secret>"));
    }

    @Test
    void pathLikeKey_decidesOverMapsListsAndArraysBelow() {
        assertThat(under("data_files", Map.of("train", "/home/u/x"))).isEqualTo(Map.of("train", "<path>"));
        assertThat(under("data_files", List.of("/a", List.of("b")))).isEqualTo(List.of("<path>", List.of("<path>")));
        assertThat(under("paths", new String[] {"a", "b"})).isEqualTo(List.of("<path>", "<path>"));
        assertThat(under("datasets", List.of(Map.of("path", "/home/u/d", "type", "alpaca"))))
                .isEqualTo(List.of(Map.of("path", "<path>", "type", "alpaca")));
    }

    @Test
    void exemption_appliesToItsKeyAndToNamesOnly() {
        assertThat(under("base_model", "meta-llama/Llama-3-8B")).isEqualTo("meta-llama/Llama-3-8B");
        assertThat(under("base_model", "META-LLAMA/x")).isEqualTo("META-LLAMA/x");
        assertThat(under("base_model", "acme/x")).isEqualTo("<path>");
        assertThat(under("base_model", "meta-llama/secret/dir")).isEqualTo("<path>");
        assertThat(under("base_model", "meta-llama/")).isEqualTo("<path>");
        assertThat(under("base_model", "meta-llama/..")).isEqualTo("<path>");
        assertThat(under("base_model", "meta-llama")).isEqualTo("<path>");
        assertThat(under("base_model", " meta-llama/x")).isEqualTo("<path>");
        assertThat(under("base_model", "https://meta-llama/x")).isEqualTo("<path>");
        assertThat(under("output_dir", "meta-llama/Llama-3-8B")).isEqualTo("<path>");
        assertThat(under("hub_model_id", "meta-llama/x")).isEqualTo("<path>");
    }

    @Test
    void exemption_thatIsEmpty_stillMakesItsKeysPrivate() {
        Redactor unread = Redactor.builder()
                .exempt(new Exemption(Set.of("adapter"), Set.of()))
                .build();

        assertThat(unread.redactTree("adapter", "meta-llama/x")).isEqualTo("<path>");
    }

    @Test
    void strings_areRedactedByValueToo() {
        assertThat(under("note", "see /home/zoe/x.csv")).isEqualTo("see <path>");
        assertThat(under("notes", List.of("zoe@mail.example"))).isEqualTo(List.of("<email>"));
    }

    @Test
    void keys_areRedactedAndStayApart() {
        Map<String, Object> people = new LinkedHashMap<>();
        people.put("zoe@mail.example", 1);
        people.put("kim@mail.example", 2);

        assertThat(redactor.redactTree("people", people)).isEqualTo(Map.of("<email>", 1, "<email>#2", 2));
    }

    @Test
    void keys_ofOtherTypes_areNamed() {
        Map<Object, Object> odd = new LinkedHashMap<>();
        odd.put(1, "a");
        odd.put(null, "b");
        odd.put(new Hostile(), "c");

        assertThat(redactor.redactTree("odd", odd)).isEqualTo(Map.of("1", "a", "null", "b", "<object>", "c"));
    }

    @Test
    void objects_areNeverAskedForTheirText() {
        assertThat(under("x", new Hostile())).isEqualTo("<object>");
        assertThat(under("x", new char[] {'p', 'w'})).isEqualTo("<object>");
        assertThat(under("x", new byte[] {1})).isEqualTo("<object>");
        assertThat(under("x", Thread.State.NEW)).isEqualTo("NEW");
    }

    @Test
    void hostileCollection_isReplacedAndCounted() {
        Map<String, Object> hostile = new HashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            public Set<Map.Entry<String, Object>> entrySet() {
                throw new IllegalStateException("no");
            }
        };

        assertThat(under("x", hostile)).isEqualTo("<object>");
        assertThat(redactor.failures()).isZero();
        assertThat(under("x", Collections.unmodifiableMap(hostile))).isEqualTo("<unscannable>");
        assertThat(redactor.failures()).isEqualTo(1);
    }

    @Test
    void collectionThatWaitsForALock_isReplacedWithoutWaiting() throws Exception {
        Map<String, Object> locked = Collections.synchronizedMap(new HashMap<>(Map.of("a", 1L)));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread holder = new Thread(() -> hold(locked, held, done));
        holder.setDaemon(true);
        holder.start();
        held.await();

        Object map = under("x", locked);
        Object list = under("x", new Vector<>(List.of(1L)));

        done.countDown();
        assertThat(map).isEqualTo("<object>");
        assertThat(list).isEqualTo("<object>");
    }

    private static void hold(Object lock, CountDownLatch held, CountDownLatch done) {
        synchronized (lock) {
            held.countDown();
            try {
                done.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void cycle_isCut() {
        List<Object> list = new ArrayList<>();
        list.add("a");
        list.add(list);

        assertThat(redactor.redactTree("x", list)).isEqualTo(List.of("a", "<cut>"));
    }

    @Test
    void sameValueTwice_isNoCycle() {
        List<String> twice = List.of("a");

        assertThat(redactor.redactTree("x", List.of(twice, twice))).isEqualTo(List.of(twice, twice));
    }

    @Test
    void depth_isBounded() {
        Object deep = "leaf";
        for (int i = 0; i < 1_000_000; i++) {
            deep = List.of(deep);
        }

        assertThat(String.valueOf(redactor.redactTree("x", deep)))
                .contains("<cut>")
                .doesNotContain("leaf");
    }

    @Test
    void size_isBounded() {
        Object redacted = redactor.redactTree("x", Arrays.asList(new Object[1_000_000]));

        assertThat((List<?>) redacted).hasSizeLessThanOrEqualTo(TreeRedaction.MOST_VALUES + 1);
    }

    @Test
    void numberThatWouldFillPages_isCut() {
        assertThat(under("x", new BigDecimal("1E+999999999"))).isEqualTo("<cut>");
        assertThat(under("x", new BigDecimal("1.25"))).isEqualTo(new BigDecimal("1.25"));
        assertThat(under("x", Double.NaN)).isEqualTo(Double.NaN);
    }

    private static final class Hostile {
        @Override
        public String toString() {
            throw new IllegalStateException("asked");
        }
    }
}
