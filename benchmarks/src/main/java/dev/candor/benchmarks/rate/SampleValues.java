package dev.candor.benchmarks.rate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that every client sends with an event. */
final class SampleValues {
    static final String EVENT = "pipeline_load";
    static final String DESTINATION = "duckdb";
    static final double ELAPSED = 2.25;
    static final boolean SUCCESS = true;
    static final long ROWS = 1_234;

    private SampleValues() {}

    static Map<String, Object> of(int serial) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("destination", DESTINATION);
        values.put("elapsed", ELAPSED);
        values.put("success", SUCCESS);
        values.put("rows", ROWS);
        values.put("serial", Serials.text(serial));
        return values;
    }

    /** What Candor says of where each event was made; the other clients are given it too, so that the same content arrives. */
    static Map<String, Object> surroundings() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("app_name", "ratetool");
        values.put("app_version", "1.0.0");
        values.put("os", System.getProperty("os.name"));
        values.put("os_version", System.getProperty("os.version"));
        values.put("os_arch", System.getProperty("os.arch"));
        values.put("java", System.getProperty("java.version"));
        values.put("java_vendor", System.getProperty("java.vendor"));
        values.put("cpu", Runtime.getRuntime().availableProcessors());
        values.put("memory_bytes", 1L << 34);
        values.put("ci_run", false);
        values.put("exec_info", List.of());
        return values;
    }

    /** An error as it comes out of a call a few frames deep. */
    static IllegalStateException error(int serial) {
        return deeper(serial, 5);
    }

    private static IllegalStateException deeper(int serial, int left) {
        return left == 0 ? new IllegalStateException(Serials.text(serial)) : deeper(serial, left - 1);
    }
}
