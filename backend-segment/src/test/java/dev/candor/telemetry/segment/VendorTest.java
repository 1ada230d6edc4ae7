package dev.candor.telemetry.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.segment.analytics.gson.AutoValueAdapterFactory;
import com.segment.analytics.gson.ISO8601DateAdapter;
import com.segment.analytics.messages.Batch;
import com.segment.analytics.messages.Message;
import dev.candor.telemetry.spi.Signal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What this backend relies on in Segment's types. */
class VendorTest {
    @Test
    void types_ofTheBuild_areThePinnedVersion() throws Exception {
        Path jar = Path.of(
                Batch.class.getProtectionDomain().getCodeSource().getLocation().toURI());

        assertThat(jar.getFileName()).hasToString("analytics-core-3.5.4.jar");
    }

    @Test
    void body_ofOurs_isSegmentsBatchWithoutTheSequence() {
        List<Signal> signals = List.of(Samples.usage(1), Samples.error(2), Samples.trace(3));
        List<Message> messages = new ArrayList<>();
        for (Signal signal : signals) {
            messages.add(Track.of(signal, true));
        }
        Gson gson = new GsonBuilder()
                .registerTypeAdapterFactory(new AutoValueAdapterFactory())
                .registerTypeAdapter(Date.class, new ISO8601DateAdapter())
                .create();
        Batch batch = Batch.create(Map.of("library", Track.named("candor", Version.CURRENT)), messages, "wk");
        JsonObject theirs = gson.toJsonTree(batch, Batch.class).getAsJsonObject();

        byte[] body =
                new BatchBody("wk").first(signals, batch.sentAt().toInstant()).body();

        JsonObject ours =
                JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
        assertThat(theirs.remove("sequence")).isNotNull();
        assertThat(ours).isEqualTo(JsonParser.parseString(theirs.toString()));
    }
}
