package dev.candor.benchmarks.vendor;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.TrackMessage;
import java.util.HashMap;
import java.util.Map;

/** {@code enqueue} of Segment's client. */
final class SegmentClient implements Client {
    private final Analytics analytics;

    SegmentClient(String url) {
        analytics = Analytics.builder("bench").endpoint(url).build();
    }

    @Override
    public void event() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("destination", "duckdb");
        properties.put("elapsed", 2.25);
        properties.put("success", true);
        properties.put("rows", 1_234L);
        properties.put("step", "load");
        analytics.enqueue(
                TrackMessage.builder("pipeline_load").userId("somebody").properties(properties));
    }

    @Override
    public void close() {
        analytics.flush();
        analytics.shutdown();
    }
}
