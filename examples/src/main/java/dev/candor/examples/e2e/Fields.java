package dev.candor.examples.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares JSON field by field. */
final class Fields {
    private static final String NOTHING = "nothing";

    private Fields() {}

    /** Every field that differs, is missing or is too much, with its path. */
    static List<String> differences(JsonNode expected, JsonNode actual) {
        Map<String, String> wanted = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        flatten("", expected, wanted);
        flatten("", actual, found);
        TreeSet<String> paths = new TreeSet<>(wanted.keySet());
        paths.addAll(found.keySet());
        List<String> differences = new ArrayList<>();
        for (String path : paths) {
            String want = wanted.getOrDefault(path, NOTHING);
            String got = found.getOrDefault(path, NOTHING);
            if (!want.equals(got)) {
                differences.add(path + " should be " + want + " and is " + got);
            }
        }
        return differences;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(field -> flatten(path + "/" + field.getKey(), field.getValue(), fields));
        } else if (node.isArray() && !node.isEmpty()) {
            int place = 0;
            for (JsonNode element : node) {
                flatten(path + "/" + place(element, place), element, fields);
                place++;
            }
        } else {
            fields.put(
                    path,
                    node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.toString());
        }
    }

    /** An attribute of OTLP is known by its key: the order of attributes means nothing. */
    private static String place(JsonNode element, int place) {
        return element.path("key").isTextual() && element.has("value")
                ? element.get("key").asText()
                : "" + place;
    }
}
