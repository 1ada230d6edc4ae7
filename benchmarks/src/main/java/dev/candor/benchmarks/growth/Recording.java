package dev.candor.benchmarks.growth;

import dev.candor.benchmarks.Samples;
import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.Mode;
import java.util.Map;

/** A program that records events among many others and prints what one took, in nanoseconds: the median of its bursts. */
public final class Recording {
    private static final String DEAD = "http://127.0.0.1:9";
    private static final Attribute<Long> ROWS = Attribute.wholeNumber("rows", 0, 1_000_000);
    private static final int BURSTS = 100;
    private static final int WARM_UP = 200;
    private static final long DISK = 4L << 30;
    private static final int SIGNALS = 1 << 20;
    private static final int PAUSE_EVERY = 100_000;

    private final EventType[] types;
    private final Telemetry telemetry;
    private final int burst;
    private int next;

    private Recording(Mode mode, int types, int backends, int burst, boolean guarded) {
        this.types = types(types);
        this.telemetry = tool(mode, backends, this.types, guarded).open();
        this.burst = burst;
    }

    /**
     * Takes the mode, how many event types, how many backends, how many waiting events and how many events in a burst; with one word more
     * the flood guard is on.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Recording run = new Recording(
                Mode.valueOf(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[4]),
                arguments.length > 5);
        run.leave(Integer.parseInt(arguments[3]));
        System.out.println(run.median());
        // The receivers are dead; closing would only wait for them.
        Runtime.getRuntime().halt(0);
    }

    private void leave(int waiting) throws InterruptedException {
        for (int i = 1; i <= waiting; i++) {
            record();
            if (i % PAUSE_EVERY == 0) {
                Thread.sleep(PAUSE_EVERY / 100);
            }
        }
    }

    private double median() throws InterruptedException {
        double[] each = new double[BURSTS];
        for (int i = -WARM_UP; i < BURSTS; i++) {
            long start = System.nanoTime();
            for (int j = 0; j < burst; j++) {
                record();
            }
            long took = System.nanoTime() - start;
            if (i >= 0) {
                each[i] = (double) took / burst;
                // Time for the writer, which on few cores would else take the caller's.
                Thread.sleep(2);
            }
        }
        return Samples.median(each);
    }

    private void record() {
        EventType type = types[next];
        next = next + 1 == types.length ? 0 : next + 1;
        if (!telemetry.event(type).with(ROWS, 1_234L).record()) {
            throw new IllegalStateException("an event was refused");
        }
    }

    private static EventType[] types(int count) {
        EventType[] all = new EventType[count];
        for (int i = 0; i < count; i++) {
            all[i] = EventType.named("event_" + i)
                    .owner("benchmarks")
                    .because("Measured.")
                    .dailyCap(Integer.MAX_VALUE)
                    .with(ROWS)
                    .build();
        }
        return all;
    }

    private static Candor tool(Mode mode, int backends, EventType[] types, boolean guarded) {
        CandorBuilder builder = Candor.tool("benchgrowth", "1.0.0")
                .mode(mode)
                .events(types)
                .mayWait(DISK, SIGNALS)
                .maintainer("segment", Map.of("write_key", "bench", "endpoint", DEAD), Purpose.USAGE);
        if (!guarded) {
            builder.withoutFloodGuard();
        }
        if (backends > 1) {
            builder.maintainer("posthog", Map.of("key", "phc_bench", "host", DEAD), Purpose.USAGE);
        }
        if (backends > 2) {
            builder.maintainer("otlp", Map.of("endpoint", DEAD), Purpose.USAGE);
        }
        if (backends > 3) {
            builder.maintainer("sentry", Map.of("dsn", "http://public@127.0.0.1:9/42"), Purpose.ERRORS);
        }
        return builder.build();
    }
}
