package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.LoadedClasses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostHog's client costs hundreds of milliseconds to load, and is loaded when there is something to send. */
class LazyLoadingTest {
    private static final String OURS = "dev.candor.telemetry.posthog.";

    @Test
    void open_withoutABatch_loadsNothingOfPostHogs() throws Exception {
        LoadedClasses loaded = LoadedClasses.of(
                PostHogBackendProvider.class,
                List.of(OURS, "com.posthog.", "okhttp3.", "okio.", "kotlin.", "com.google.gson."),
                Map.of("key", "phc_test"));

        assertThat(loaded.opened()).isNotEmpty().allMatch(name -> name.startsWith(OURS));
        assertThat(loaded.encoded()).contains("com.posthog.internal.PostHogApi");
    }
}
