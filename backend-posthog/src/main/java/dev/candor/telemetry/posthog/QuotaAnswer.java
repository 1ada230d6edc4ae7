package dev.candor.telemetry.posthog;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Signal;
import java.util.List;

/**
 * What PostHog says about a batch that it answered with success.
 *
 * <p>An account over its quota is answered like any other, with the names of the exhausted resources in {@code quota_limited}; those
 * events were dropped by the receiver (PostHog's {@code rust/capture}).
 */
final class QuotaAnswer {
    private static final String FIELD = "quota_limited";

    private QuotaAnswer() {}

    static DeliveryResult.Delivered read(String text, List<Signal> signals) {
        JsonArray limited = text.contains(FIELD) ? limited(text) : new JsonArray();
        int refused = 0;
        for (Signal signal : signals) {
            if (names(limited, signal instanceof ErrorReport ? "exceptions" : "events")) {
                refused++;
            }
        }
        return new DeliveryResult.Delivered(signals.size(), refused);
    }

    private static boolean names(JsonArray limited, String resource) {
        for (JsonElement element : limited) {
            if (element.isJsonPrimitive() && element.getAsString().equals(resource)) {
                return true;
            }
        }
        return false;
    }

    private static JsonArray limited(String text) {
        try {
            JsonElement answer = JsonParser.parseString(text);
            JsonElement field = answer.isJsonObject() ? ((JsonObject) answer).get(FIELD) : null;
            return field != null && field.isJsonArray() ? field.getAsJsonArray() : new JsonArray();
        } catch (JsonParseException notJson) {
            return new JsonArray();
        }
    }
}
