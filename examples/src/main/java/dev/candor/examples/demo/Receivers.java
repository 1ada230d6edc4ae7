package dev.candor.examples.demo;

import dev.candor.telemetry.testkit.OtlpReceiver;
import dev.candor.telemetry.testkit.PostHogReceiver;
import dev.candor.telemetry.testkit.Received;
import dev.candor.telemetry.testkit.Receiver;
import dev.candor.telemetry.testkit.SegmentReceiver;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One strict receiver for each wire format, on loopback. */
final class Receivers implements AutoCloseable {
    private final SentryReceiver sentry = new SentryReceiver();
    private final PostHogReceiver postHog = new PostHogReceiver();
    private final SegmentReceiver segment = new SegmentReceiver();
    private final OtlpReceiver otlp = new OtlpReceiver();

    SentryReceiver sentry() {
        return sentry;
    }

    PostHogReceiver postHog() {
        return postHog;
    }

    SegmentReceiver segment() {
        return segment;
    }

    OtlpReceiver otlp() {
        return otlp;
    }

    /** What each got since the last call, and forgets it. */
    Map<String, List<Received>> take() {
        Map<String, List<Received>> taken = new LinkedHashMap<>();
        taken.put("sentry", take(sentry));
        taken.put("posthog", take(postHog));
        taken.put("segment", take(segment));
        taken.put("otlp", take(otlp));
        return taken;
    }

    /** What was sent and could not be decoded strictly. */
    List<String> refusals() {
        List<String> all = new ArrayList<>();
        for (Receiver<?> each : List.of(sentry, postHog, segment, otlp)) {
            all.addAll(each.refusals());
        }
        return all;
    }

    private static List<Received> take(Receiver<? extends Received> receiver) {
        List<Received> received = new ArrayList<>(receiver.received());
        receiver.clear();
        return received;
    }

    @Override
    public void close() {
        sentry.close();
        postHog.close();
        segment.close();
        otlp.close();
    }
}
