package dev.candor.benchmarks.vendor;

import com.posthog.java.PostHog;
import java.util.HashMap;
import java.util.Map;

/** {@code capture} of PostHog's earlier client. */
final class PostHogJavaClient implements Client {
    private final PostHog posthog;

    PostHogJavaClient(String url) {
        posthog = new PostHog.Builder("phc_bench").host(url).build();
    }

    @Override
    public void event() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("destination", "duckdb");
        properties.put("elapsed", 2.25);
        properties.put("success", true);
        properties.put("rows", 1_234L);
        properties.put("step", "load");
        posthog.capture("somebody", "pipeline_load", properties);
    }

    @Override
    public void close() {
        posthog.shutdown();
    }
}
