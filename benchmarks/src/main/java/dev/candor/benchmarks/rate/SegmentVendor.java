package dev.candor.benchmarks.rate;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.TrackMessage;
import java.util.Map;

/** Segment's own client. Its {@code enqueue} waits where the queue is full. */
final class SegmentVendor implements Client {
    private final Analytics client;
    private final Map<String, Object> surroundings = SampleValues.surroundings();

    SegmentVendor(String url, Queue queue) {
        Analytics.Builder builder = Analytics.builder("key").endpoint(url);
        if (queue == Queue.LARGE) {
            builder.queueCapacity(Queue.ENOUGH);
        }
        client = builder.build();
    }

    @Override
    public boolean record(int serial) {
        client.enqueue(TrackMessage.builder(SampleValues.EVENT)
                .anonymousId("somebody")
                .context(surroundings)
                .properties(SampleValues.of(serial)));
        return true;
    }

    @Override
    public void flush() {
        client.flush();
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
