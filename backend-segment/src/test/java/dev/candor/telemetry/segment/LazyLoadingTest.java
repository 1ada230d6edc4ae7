package dev.candor.telemetry.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.LoadedClasses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Segment's types and Gson are loaded when there is something to send. */
class LazyLoadingTest {
    private static final String OURS = "dev.candor.telemetry.segment.";

    @Test
    void open_withoutABatch_loadsNothingOfSegments() throws Exception {
        LoadedClasses loaded = LoadedClasses.of(
                SegmentBackendProvider.class,
                List.of(OURS, "com.segment.", "com.google.gson."),
                Map.of("write_key", "wk"));

        assertThat(loaded.opened()).isNotEmpty().allMatch(name -> name.startsWith(OURS));
        assertThat(loaded.encoded()).contains("com.segment.analytics.messages.TrackMessage");
    }
}
