package dev.candor.benchmarks.vendor;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;

/** {@code PostHog.with} and {@code capture} of PostHog's current client. */
final class PostHogServerClient implements Client {
    private final PostHogInterface posthog;

    PostHogServerClient(String url) {
        posthog = PostHog.with(PostHogConfig.builder("phc_bench")
                .host(url)
                .preloadFeatureFlags(false)
                .build());
    }

    @Override
    public void event() {
        posthog.capture(
                "somebody",
                "pipeline_load",
                PostHogCaptureOptions.builder()
                        .property("destination", "duckdb")
                        .property("elapsed", 2.25)
                        .property("success", true)
                        .property("rows", 1_234L)
                        .property("step", "load")
                        .build());
    }

    @Override
    public void close() {
        posthog.flush();
        posthog.close();
    }
}
