package dev.candor.telemetry.posthog;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.posthog.PostHogConfig;
import dev.candor.telemetry.spi.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Writes the times of events where PostHog's client cannot.
 *
 * <p>The client formats dates by an internal class of Gson. On a module path Gson's module does not export it, and the client then leaves
 * every time out: PostHog would take the time of arrival instead.
 */
final class MissingTimes {
    private MissingTimes() {}

    /** Whether a client of this configuration leaves times out. */
    static boolean of(PostHogConfig config) {
        return config.getSerializer()
                .getGson()
                .toJsonTree(Date.from(Instant.EPOCH), Date.class)
                .isJsonNull();
    }

    /** The batch with each event's time. When it was sent stays out: every event says that this is to be ignored. */
    static byte[] added(byte[] body, List<Signal> signals) {
        JsonObject whole =
                JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
        JsonArray events = whole.getAsJsonArray("batch");
        for (int i = 0; i < signals.size(); i++) {
            String time = signals.get(i).header().time().toString();
            events.get(i).getAsJsonObject().addProperty("timestamp", time);
        }
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }
}
