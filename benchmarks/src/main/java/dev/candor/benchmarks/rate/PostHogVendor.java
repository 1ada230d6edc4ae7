package dev.candor.benchmarks.rate;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import java.util.Map;

/** PostHog's client for servers. */
final class PostHogVendor implements Client {
    private final PostHogInterface client;
    private final Map<String, Object> surroundings = SampleValues.surroundings();

    PostHogVendor(String url, Queue queue) {
        PostHogConfig.Builder config =
                PostHogConfig.builder("phc_rate").host(url).preloadFeatureFlags(false);
        if (queue == Queue.LARGE) {
            config.maxQueueSize(Queue.ENOUGH);
        }
        client = PostHog.with(config.build());
    }

    @Override
    public boolean record(int serial) {
        PostHogCaptureOptions.Builder options = PostHogCaptureOptions.builder();
        surroundings.forEach(options::property);
        SampleValues.of(serial).forEach(options::property);
        client.capture("somebody", SampleValues.EVENT, options.build());
        return true;
    }

    @Override
    public void flush() {
        client.flush();
    }

    @Override
    public void close() {
        client.close();
    }
}
