package dev.candor.benchmarks.rate;

import java.util.LinkedHashMap;
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

    /** An error as it comes out of a call a few frames deep. */
    static IllegalStateException error(int serial) {
        return deeper(serial, 5);
    }

    private static IllegalStateException deeper(int serial, int left) {
        return left == 0 ? new IllegalStateException(Serials.text(serial)) : deeper(serial, left - 1);
    }
}
