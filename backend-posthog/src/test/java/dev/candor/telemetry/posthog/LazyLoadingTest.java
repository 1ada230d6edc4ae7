package dev.candor.telemetry.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.testkit.OwnFirstLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostHog's client costs hundreds of milliseconds to load, and is loaded when there is something to send. */
class LazyLoadingTest {
    private static final String OURS = "dev.candor.telemetry.posthog.";
    private static final List<String> VENDOR =
            List.of("com.posthog.", "okhttp3.", "okio.", "kotlin.", "com.google.gson.");

    @Test
    void open_withoutABatch_loadsNothingOfPostHogs() throws Exception {
        List<String> own = new ArrayList<>(VENDOR);
        own.add(OURS);
        try (OwnFirstLoader loader = OwnFirstLoader.of(own)) {
            BackendProvider provider = loader.make(BackendProvider.class, PostHogBackendProvider.class.getName());
            Backend backend = provider.open(new BackendContext(
                    "tool",
                    "1.4.0",
                    Audience.MAINTAINER,
                    Map.of("key", new SettingValue("posthog_key", "phc_test", "code")),
                    Receipts.none()));
            List<String> opened = loader.loaded();
            backend.preview(List.of(Samples.usage(1)));
            List<String> previewed = loader.loaded();
            backend.close();

            assertThat(opened).isNotEmpty().allMatch(name -> name.startsWith(OURS));
            assertThat(previewed).contains("com.posthog.internal.PostHogApi");
        }
    }
}
