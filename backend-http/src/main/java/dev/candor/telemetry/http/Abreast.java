package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Posts of one backend that are made side by side while the receiver takes them; after any other answer one alone.
 *
 * <p>What became of them is said in order: of those in front of the first one that was not delivered at once, of the ones behind it when
 * the pipeline brings their signals again. So nothing is posted twice, and a receiver that is down hears of one attempt. Not for use by
 * several threads at once.
 */
public final class Abreast {
    /** Whether anything may be sent is asked before each call; what is begun later than that waits for the next one. */
    private static final long MOMENT_NANOS = 20_000_000;

    private final int most;
    private final int together;
    private final Poster poster;
    private final LongSupplier nanos;
    private final EarlyResults early = new EarlyResults();
    private int abreast = 1;

    /**
     * Posts side by side.
     *
     * @param most how many are on their way at once
     * @param together how many one call makes, one after the other came back; a process that is killed repeats as many
     * @param poster who makes them
     */
    public Abreast(int most, int together, Poster poster) {
        this(most, together, poster, System::nanoTime);
    }

    Abreast(int most, int together, Poster poster, LongSupplier nanos) {
        this.most = most;
        this.together = together;
        this.poster = poster;
        this.nanos = nanos;
    }

    /** Makes a backend's posts. */
    @FunctionalInterface
    public interface Poster {
        /**
         * Begins the post of the first of these signals, as many of them as go into one.
         *
         * @return what was begun, or what became of them where nothing is posted
         */
        Step begin(List<Signal> signals);
    }

    /** What was done about the first signals. */
    public static final class Step {
        private final int posted;
        private final Supplier<DeliveryResult> result;

        private Step(int posted, Supplier<DeliveryResult> result) {
            this.posted = posted;
            this.result = result;
        }

        /** A post of {@code count} signals, at least one, is on its way; {@code answer} waits for what becomes of it. */
        public static Step begun(int count, Supplier<DeliveryResult> answer) {
            return new Step(count, answer);
        }

        /** Nothing was posted. */
        public static Step unsent(DeliveryResult result) {
            return new Step(0, () -> result);
        }
    }

    private record Sent(List<Signal> signals, Supplier<DeliveryResult> result) {}

    /** Makes as many posts as may be made now, and waits for their answers. */
    public DeliveryResult export(List<Signal> batch) {
        DeliveryResult known = early.take(batch);
        if (known != null) {
            return known;
        }
        long begun = nanos.getAsLong();
        Step first = poster.begin(batch);
        return first.posted == 0 ? first.result.get() : new Row(batch, first, begun).results();
    }

    /** The posts of one call. */
    private final class Row {
        private final List<Signal> batch;
        private final Deque<Sent> onTheWay = new ArrayDeque<>();
        private final long begun;
        private int posts;
        private int next;
        private int delivered;
        private int refused;
        private @Nullable DeliveryResult failed;

        Row(List<Signal> batch, Step first, long begun) {
            this.batch = batch;
            this.begun = begun;
            add(batch, first);
        }

        private void add(List<Signal> rest, Step step) {
            onTheWay.add(new Sent(rest.subList(0, step.posted), step.result));
            next += step.posted;
            posts++;
        }

        /** What became of those in front of the first one that was not taken. */
        DeliveryResult results() {
            fill();
            for (Sent sent = onTheWay.poll(); sent != null; sent = onTheWay.poll()) {
                settle(sent, sent.result().get());
                fill();
            }
            DeliveryResult first = failed;
            abreast = first == null ? Math.min(most, abreast * 2) : 1;
            return first == null || delivered > 0 ? new Delivered(delivered, refused) : first;
        }

        private void settle(Sent sent, DeliveryResult result) {
            if (failed != null) {
                early.add(sent.signals(), result);
            } else if (result instanceof Delivered taken) {
                delivered += taken.count();
                refused += taken.refused();
            } else {
                failed = result;
                if (delivered > 0) {
                    early.add(sent.signals(), result);
                }
            }
        }

        /** Begins further posts, as far as there is room for them. */
        private void fill() {
            while (failed == null && next < batch.size() && onTheWay.size() < abreast && posts < allowed()) {
                List<Signal> rest = batch.subList(next, batch.size());
                Step step = early.has(rest) ? null : begin(rest);
                if (step == null || step.posted == 0) {
                    posts = together;
                } else {
                    add(rest, step);
                }
            }
        }

        /** One alone until it is known that the receiver takes it, and after a moment no more than are on their way. */
        private int allowed() {
            boolean late = nanos.getAsLong() - begun > MOMENT_NANOS;
            return abreast == 1 || late ? Math.min(abreast, together) : together;
        }
    }

    /** What fails behind a post that was begun is found out again when it is the first one. */
    private @Nullable Step begin(List<Signal> rest) {
        try {
            return poster.begin(rest);
        } catch (RuntimeException | LinkageError failed) {
            return null;
        }
    }
}
