package dev.candor.examples.demo;

import dev.candor.telemetry.testkit.Received;
import dev.candor.telemetry.testkit.SentryItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has to arrive in one run: for each receiver every record's kind and name, with repeats, and nothing else. */
record Expectation(Map<String, List<String>> byReceiver) {

    /** Nothing anywhere. */
    static Expectation nothing() {
        return new Expectation(Map.of());
    }

    /** The same with these records at one receiver. */
    Expectation with(String receiver, String... records) {
        Map<String, List<String>> more = new LinkedHashMap<>(byReceiver);
        more.put(receiver, List.of(records));
        return new Expectation(more);
    }

    /** How what arrived differs, one line each; empty where it does not. */
    List<String> differences(Map<String, List<Received>> received) {
        List<String> lines = new ArrayList<>();
        received.forEach((receiver, records) -> {
            List<String> missing = new ArrayList<>(byReceiver.getOrDefault(receiver, List.of()));
            for (Received record : records) {
                String label = label(record);
                if (!missing.remove(label)) {
                    lines.add(receiver + " got what it should not: " + label);
                }
            }
            for (String label : missing) {
                lines.add(receiver + " did not get " + label);
            }
        });
        return lines;
    }

    static String label(Received record) {
        // Sentry knows a log record by its text alone, in which people's data may be.
        boolean text = record instanceof SentryItem && record.kind().equals("log");
        return text || record.name().isEmpty() ? record.kind() : record.kind() + " " + record.name();
    }
}
