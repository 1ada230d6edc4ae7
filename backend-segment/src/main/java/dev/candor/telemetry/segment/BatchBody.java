package dev.candor.telemetry.segment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.segment.analytics.gson.AutoValueAdapterFactory;
import com.segment.analytics.gson.ISO8601DateAdapter;
import com.segment.analytics.gson.ISO8601InstantAdapter;
import com.segment.analytics.messages.TrackMessage;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * Writes the body of a post by Segment's own types, within Segment's limits.
 *
 * <p>Segment answers 400 to a message over 32 KB and to a batch over 500 KB, as it does to bad JSON, so both are decided here. The envelope
 * is that of Segment's {@code Batch} without its {@code sequence}, which comes from a counter that every Segment client of the program
 * shares.
 *
 * <p>Making one loads Segment's types and Gson. Safe for use by several threads.
 */
final class BatchBody {
    static final int MOST_MESSAGES = 250;
    static final int MESSAGE_BYTES = 32 * 1024;
    static final int BATCH_BYTES = 500 * 1024;

    private final Gson gson = new GsonBuilder()
            .registerTypeAdapterFactory(new AutoValueAdapterFactory())
            .registerTypeAdapter(Date.class, new ISO8601DateAdapter())
            .registerTypeAdapter(Instant.class, new ISO8601InstantAdapter())
            .registerTypeAdapter(Double.class, new FiniteNumbers())
            .disableHtmlEscaping()
            .create();

    private final String tail;

    BatchBody(String writeKey) {
        Map<String, Object> context = Map.of("library", Track.named("candor", Version.CURRENT));
        this.tail = ",\"context\":" + gson.toJson(context) + ",\"writeKey\":" + gson.toJson(writeKey) + "}";
    }

    /** As many of the first signals as go into one post. */
    Part first(List<Signal> signals, Instant now) {
        byte[] end = bytes("],\"sentAt\":" + gson.toJson(Date.from(now)) + tail);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(bytes("{\"batch\":["));
        int count = 0;
        for (Signal signal : signals) {
            Message message = message(signal);
            if (count == 0 && !message.problem.isEmpty()) {
                return message.alone();
            }
            if (!message.problem.isEmpty()
                    || count == MOST_MESSAGES
                    || body.size() + 1 + message.json.length + end.length > BATCH_BYTES) {
                break;
            }
            if (count > 0) {
                body.write(',');
            }
            body.writeBytes(message.json);
            count++;
        }
        body.writeBytes(end);
        return new Part(count, body.toByteArray(), "", false);
    }

    private Message message(Signal signal) {
        try {
            byte[] json = json(signal, true);
            if (json.length > MESSAGE_BYTES && !(signal instanceof UsageEvent)) {
                json = json(signal, false);
            }
            return new Message(json, json.length > MESSAGE_BYTES ? "a message over 32 KB" : "", true);
        } catch (IllegalArgumentException refused) {
            // Segment's types refuse it. One such message must not hold up those behind it.
            return new Message(new byte[0], "a message that Segment's types refuse", false);
        }
    }

    private byte[] json(Signal signal, boolean whole) {
        return bytes(gson.toJson(Track.of(signal, whole), TrackMessage.class));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What becomes of the first signals.
     *
     * @param count how many they are
     * @param body the post's body; empty where there is a problem
     * @param problem why the first signal cannot be sent at all; empty where it can
     * @param tooLarge whether the problem is its size
     */
    @SuppressWarnings("ArrayRecordComponent") // made and read in one call, never compared
    record Part(int count, byte[] body, String problem, boolean tooLarge) {
        boolean sendable() {
            return problem.isEmpty();
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Message(byte[] json, String problem, boolean tooLarge) {
        Part alone() {
            return new Part(1, new byte[0], problem, tooLarge);
        }
    }
}
