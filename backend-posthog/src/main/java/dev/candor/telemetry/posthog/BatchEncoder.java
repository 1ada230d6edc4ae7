package dev.candor.telemetry.posthog;

import com.posthog.PostHogConfig;
import com.posthog.PostHogEvent;
import com.posthog.internal.PostHogApi;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * Has PostHog's client write a batch, and keeps it from sending it.
 *
 * <p>Making one loads PostHog's client, OkHttp and Kotlin. Not for use by several threads at once.
 */
final class BatchEncoder {
    private static final byte[] HISTORICAL = "{\"historical_migration\":true,".getBytes(StandardCharsets.UTF_8);

    private final Intercepted intercepted = new Intercepted();
    private final PostHogApi api;
    private final boolean timesMissing;

    BatchEncoder(String key) {
        PostHogConfig config = ClientConfig.of(key, intercepted);
        this.api = new PostHogApi(config);
        this.timesMissing = MissingTimes.of(config);
    }

    /** The body of the post that carries these signals. */
    byte[] encode(List<Signal> signals, boolean historical) {
        List<PostHogEvent> events = new ArrayList<>(signals.size());
        for (Signal signal : signals) {
            events.add(event(signal));
        }
        try {
            api.batch(events);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        byte[] written = intercepted.take();
        byte[] body = timesMissing ? MissingTimes.added(written, signals) : written;
        return historical ? historical(body) : body;
    }

    private PostHogEvent event(Signal signal) {
        Header header = signal.header();
        Capture capture = Capture.of(signal);
        return new PostHogEvent(
                capture.event(),
                Capture.distinctId(header),
                capture.properties(),
                Date.from(header.time()),
                header.id(),
                null, // type, message id and person properties belong to older formats
                null,
                null,
                null);
    }

    /** PostHog's client has no word for a batch of old events; PostHog's API has. */
    private static byte[] historical(byte[] body) {
        byte[] marked = new byte[body.length - 1 + HISTORICAL.length];
        System.arraycopy(HISTORICAL, 0, marked, 0, HISTORICAL.length);
        System.arraycopy(body, 1, marked, HISTORICAL.length, body.length - 1);
        return marked;
    }
}
