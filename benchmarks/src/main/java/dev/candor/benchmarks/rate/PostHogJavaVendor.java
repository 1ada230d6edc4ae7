package dev.candor.benchmarks.rate;

import com.posthog.java.PostHog;
import java.util.Map;

/** PostHog's former client for Java, which many programs still have. Its queue has no size that could be set. */
final class PostHogJavaVendor implements Client {
    private final PostHog client;
    private final Map<String, Object> surroundings = SampleValues.surroundings();

    PostHogJavaVendor(String url) {
        client = new PostHog.Builder("phc_rate").host(url).build();
    }

    @Override
    public boolean record(int serial) {
        Map<String, Object> properties = SampleValues.of(serial);
        properties.putAll(surroundings);
        client.capture("somebody", SampleValues.EVENT, properties);
        return true;
    }

    @Override
    public void flush() {
        // it has no such call, and sends ten times a second by itself
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
