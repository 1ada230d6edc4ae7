package dev.candor.telemetry.segment;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import java.lang.reflect.Type;

/** Leaves numbers out that JSON does not know: NaN and the infinities. */
final class FiniteNumbers implements JsonSerializer<Double> {
    @Override
    public JsonElement serialize(Double number, Type type, JsonSerializationContext context) {
        return Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
    }
}
