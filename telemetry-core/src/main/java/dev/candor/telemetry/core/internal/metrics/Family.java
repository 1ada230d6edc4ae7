package dev.candor.telemetry.core.internal.metrics;

import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.spi.MetricBatch.Point;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All label sets of one instrument; at most 1,000, the rest share one. */
final class Family<S extends Series> {
    private static final int MOST_SERIES = 1_000;
    private static final int LONGEST_QUESTION = 512;

    private final Scrubber scrubber;
    private final Function<Labels, S> make;
    private final Class<S> kind;
    private final ConcurrentHashMap<Labels, S> series = new ConcurrentHashMap<>();
    /** What was asked for before, as it was asked: redacting a label costs far more than counting under it. */
    private final ConcurrentHashMap<Question, S> answered = new ConcurrentHashMap<>();

    Family(Scrubber scrubber, Class<S> kind, Function<Labels, S> make) {
        this.scrubber = scrubber;
        this.kind = kind;
        this.make = make;
    }

    boolean isOf(Class<? extends Series> other) {
        return kind == other;
    }

    S unlabelled() {
        return series.computeIfAbsent(Labels.NONE, make);
    }

    S labelled(Labels base, String key, String value) {
        Question question = new Question(base, key, value);
        S known = answered.get(question);
        if (known != null) {
            return known;
        }
        S found = redacted(base.plus(scrubber.text(key), scrubber.text(value)));
        if (answered.size() < MOST_SERIES && key.length() + value.length() <= LONGEST_QUESTION) {
            answered.put(question, found);
        }
        return found;
    }

    private S redacted(Labels labels) {
        S known = series.get(labels);
        if (known != null) {
            return known;
        }
        return series.computeIfAbsent(series.size() < MOST_SERIES ? labels : Labels.OVERFLOW, make);
    }

    /** Asked at each call that names a label, so it compares without the detour of a record's own methods. */
    private static final class Question {
        private final Labels base;
        private final String key;
        private final String value;

        Question(Labels base, String key, String value) {
            this.base = base;
            this.key = key;
            this.value = value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Question question
                    && value.equals(question.value)
                    && key.equals(question.key)
                    && base.equals(question.base);
        }

        @Override
        public int hashCode() {
            return (base.hashCode() * 31 + key.hashCode()) * 31 + value.hashCode();
        }
    }

    void collect(List<Point> points) {
        for (S one : series.values()) {
            one.collect(points);
        }
    }
}
