package dev.candor.benchmarks.rate;

import com.posthog.java.PostHog;

/** PostHog's former client for Java, which many programs still have. Its queue has no size that could be set. */
final class PostHogJavaVendor implements Client {
    private final PostHog client;

    PostHogJavaVendor(String url) {
        client = new PostHog.Builder("phc_rate").host(url).build();
    }

    @Override
    public void record(int serial) {
        client.capture("somebody", SampleValues.EVENT, SampleValues.of(serial));
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
