package dev.candor.telemetry.core;

import static dev.candor.telemetry.core.HostileTool.CONFIG;
import static dev.candor.telemetry.core.HostileTool.NOTES;
import static dev.candor.telemetry.core.HostileTool.RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trees without an end, and collections of classes that are the application's own. */
@Timeout(60)
class HostileTreesTest {

    @TempDir
    Path folder;

    @Test
    void with_cyclicTree_isCutAndCounted() throws IOException {
        Map<String, Object> cyclic = new HashMap<>();
        List<Object> list = new ArrayList<>(List.of("leaf", cyclic));
        cyclic.put("self", cyclic);
        cyclic.put("list", list);
        list.add(list);
        HostileTool tool = new HostileTool(folder);

        assertThat(tool.sentConfig(cyclic).toString()).contains("leaf").hasSizeLessThan(1_000);
        assertThat(tool.counted()).containsEntry("tree sent in part", 1L);
    }

    @Test
    void with_deepTree_isCutAndCounted() throws IOException {
        Object deep = "bottom";
        for (int i = 0; i < 1_000_000; i++) {
            deep = i % 2 == 0 ? new ArrayList<>(Arrays.asList(deep)) : Map.of("k", deep);
        }
        HostileTool tool = new HostileTool(folder);

        assertThat(tool.sentConfig(Map.of("deep", deep, "flat", 1)).toString())
                .contains("flat")
                .doesNotContain("bottom");
        assertThat(tool.counted()).containsEntry("tree sent in part", 1L);
    }

    @Test
    void with_aMillionEntries_areCutAndCounted() throws IOException {
        Map<String, Object> wide = new LinkedHashMap<>();
        for (int i = 0; i < 1_000_000; i++) {
            wide.put("key" + i, i);
        }
        HostileTool tool = new HostileTool(folder);

        assertThat((Map<?, ?>) tool.sentConfig(wide)).hasSizeLessThanOrEqualTo(200);
        assertThat(tool.counted()).containsEntry("tree sent in part", 1L);
    }

    @Test
    void with_wholeTree_isNotCounted() throws IOException {
        HostileTool tool = new HostileTool(folder);

        tool.sentConfig(Map.of("a", List.of(1, "x", Map.of("b", true))));

        assertThat(tool.counted()).isEmpty();
    }

    @Test
    void with_collectionsOfTheApplicationsClasses_areNotAskedForAnything() throws IOException {
        HostileTool tool = new HostileTool(folder);

        Map<String, Object> sent = tool.sent(event -> event.with(NOTES, new Hostile.Items())
                .with(RECORD, new Hostile.Members())
                .with(CONFIG, new Hostile.Members()));

        assertThat(sent).isEmpty();
        assertThat(tool.counted())
                .containsEntry("attribute dropped: work_done.notes", 1L)
                .containsEntry("attribute dropped: work_done.record", 1L)
                .containsEntry("attribute dropped: work_done.config", 1L);
    }

    @Test
    void with_objectsOfTheApplicationInATree_areReplacedAndCounted() throws IOException {
        Map<String, Object> tree = new HashMap<>();
        tree.put("text", new Hostile.Throwing());
        tree.put("number", new Hostile.Amount());
        tree.put("items", new Hostile.Items());
        tree.put("members", List.of(new Hostile.Members()));
        tree.put("good", 1L);
        HostileTool tool = new HostileTool(folder);

        Object sent = tool.sentConfig(tree);

        assertThat(sent)
                .isEqualTo(Map.of(
                        "text", "<object>",
                        "number", "<object>",
                        "items", "<object>",
                        "members", List.of("<object>"),
                        "good", 1L));
        assertThat(tool.counted()).containsEntry("tree sent in part", 1L);
    }

    @Test
    void with_listOfTheRuntimeThatChangesMeanwhile_isReplacedAndCounted() throws IOException {
        Map<String, Object> tree = Map.of("view", Collections.unmodifiableList(new Hostile.Failing()), "good", 1L);
        HostileTool tool = new HostileTool(folder);

        Object sent = tool.sentConfig(tree);

        assertThat(sent).isEqualTo(Map.of("view", "<unscannable>", "good", 1L));
        assertThat(tool.counted()).containsEntry("tree sent in part", 1L);
    }

    @Test
    void with_sortedMapsOfTheApplicationsOrder_areReadWithoutAskingIt() throws IOException {
        Hostile.Order order = new Hostile.Order();
        Map<String, Object> sorted = new TreeMap<>(order);
        sorted.put("kind", "small");
        HostileTool tool = new HostileTool(folder);
        order.waitFromNowOn();

        Map<String, Object> sent = tool.sent(event -> event.with(RECORD, sorted).with(CONFIG, sorted));

        assertThat(sent).isEqualTo(Map.of("record", Map.of("kind", "small"), "config", Map.of("kind", "small")));
        assertThat(tool.counted()).isEmpty();
    }

    @Test
    void with_partsAndSetsOfTheApplicationsOrder_areNotAskedForAnything() throws IOException {
        Hostile.Order order = new Hostile.Order();
        TreeMap<String, Object> sorted = new TreeMap<>(order);
        sorted.putAll(Map.of("kind", "a", "more", "b"));
        TreeSet<String> set = new TreeSet<>(order);
        set.add("a");
        Map<String, Object> tree = new HashMap<>();
        tree.put("part", sorted.tailMap("l"));
        tree.put("keys", sorted.navigableKeySet().tailSet("l"));
        tree.put("set", set);
        tree.put("plain", new TreeSet<>(List.of("x")));
        HostileTool tool = new HostileTool(folder);
        order.waitFromNowOn();

        Object sent = tool.sentConfig(tree);

        assertThat(sent)
                .isEqualTo(Map.of("part", "<object>", "keys", "<object>", "set", "<object>", "plain", List.of("x")));
    }

    @Test
    void with_numbersAndKeysThatBackendsStumbleOver_areBounded() throws IOException {
        Map<String, Object> tree = new HashMap<>();
        tree.put("decimal", new BigDecimal("1E+999999999"));
        tree.put("nan", Double.NaN);
        tree.put("none", null);
        tree.put("__proto__", "x");
        tree.put("$set", "y");

        assertThat(new HostileTool(folder).sentConfig(tree).toString()).hasSizeLessThan(1_000);
    }
}
