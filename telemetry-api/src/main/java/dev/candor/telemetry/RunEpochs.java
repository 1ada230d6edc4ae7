package dev.candor.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long epochs took. An epoch that did not end does not count. */
final class RunEpochs {
    private final List<Duration> first = new ArrayList<>();
    private int current = -1;
    private long startedAt;
    private boolean running;
    private long completed;
    private long nanos;

    void started(int epoch, long now) {
        current = epoch;
        startedAt = now;
        running = true;
    }

    void ended(int epoch, long now) {
        if (!running || epoch != current) {
            return;
        }
        running = false;
        long length = Math.max(0, now - startedAt);
        completed++;
        nanos += length;
        if (first.size() < RunEvents.MOST_EPOCHS) {
            first.add(Duration.ofNanos(length));
        }
    }

    /** The epoch that started last; -1 before the first. */
    int current() {
        return current;
    }

    long completed() {
        return completed;
    }

    List<Duration> first() {
        return List.copyOf(first);
    }

    @Nullable
    Duration average() {
        return completed == 0 ? null : Duration.ofNanos(nanos / completed);
    }
}
