package dev.candor.benchmarks.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.benchmarks.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of JMH's result.
 *
 * @param benchmark class and method, without the package
 * @param parameter the value of its parameter; empty where it has none
 * @param threads how many called at once
 * @param nanos for each call, iteration by iteration
 * @param bytes allocated by all threads for each call
 */
record JmhResult(String benchmark, String parameter, int threads, Samples nanos, double bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static List<JmhResult> read(Path file) throws IOException {
        List<JmhResult> all = new ArrayList<>();
        for (JsonNode each : JSON.readTree(file.toFile())) {
            all.add(of(each));
        }
        return all;
    }

    /** For people: class, method and parameter. */
    String title() {
        return parameter.isEmpty() ? benchmark : benchmark + " (" + parameter + ")";
    }

    double median() {
        return nanos.quantile(0.5);
    }

    private static JmhResult of(JsonNode line) {
        String name = line.path("benchmark").asText();
        int method = name.lastIndexOf('.');
        String parameter = "";
        for (JsonNode value : line.path("params")) {
            parameter = value.asText();
        }
        double bytes = Double.NaN;
        JsonNode more = line.path("secondaryMetrics");
        for (String metric : List.of(ALLOCATED, "·" + ALLOCATED)) {
            if (more.has(metric)) {
                bytes = more.path(metric).path("score").asDouble();
            }
        }
        return new JmhResult(
                name.substring(name.lastIndexOf('.', method - 1) + 1),
                parameter,
                line.path("threads").asInt(),
                new Samples(raw(line.path("primaryMetric").path("rawData"))),
                bytes);
    }

    private static double[] raw(JsonNode forks) {
        List<Double> all = new ArrayList<>();
        for (JsonNode fork : forks) {
            for (JsonNode iteration : fork) {
                all.add(iteration.asDouble());
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
