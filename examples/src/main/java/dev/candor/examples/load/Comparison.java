package dev.candor.examples.load;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** Pairs of runs against two servers of one program. */
final class Comparison {
    /** A compiler that shares one processor with the servers finds something to do for so long, in turns. */
    private static final int WARM_UP_SECONDS = 15;

    private static final int WARM_UPS = 2;
    static final int SECONDS = 1;
    private static final double GOAL = 0.95;
    private static final double MICROS = 1e6;

    private final Twins twins;
    private final Wrk wrk;
    private final double[] rateWith;
    private final double[] rateWithout;
    private final double[] timeWith;
    private final double[] timeWithout;

    Comparison(Twins twins, Wrk wrk, int pairs) {
        this.twins = twins;
        this.wrk = wrk;
        this.rateWith = new double[pairs];
        this.rateWithout = new double[pairs];
        this.timeWith = new double[pairs];
        this.timeWithout = new double[pairs];
    }

    /** Warms both up, and then loads one after the other, the first of a pair in turns. */
    void run() throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            wrk.run(twins.with(), WARM_UP_SECONDS);
            wrk.run(twins.without(), WARM_UP_SECONDS);
        }
        for (int i = 0; i < rateWith.length; i++) {
            if (i % 2 == 0) {
                load(twins.with(), i, rateWith, timeWith);
            }
            load(twins.without(), i, rateWithout, timeWithout);
            if (i % 2 == 1) {
                load(twins.with(), i, rateWith, timeWith);
            }
        }
    }

    private void load(URI server, int pair, double[] rates, double[] times) throws IOException, InterruptedException {
        double before = twins.settle();
        Wrk.Answered answered = wrk.run(server, SECONDS);
        rates[pair] = answered.perSecond();
        times[pair] = (twins.processorSeconds() - before) * MICROS / answered.requests();
    }

    /** What came of it, in three lines. */
    String text(String title) {
        MedianRatio rate = MedianRatio.of(rateWith, rateWithout);
        MedianRatio time = MedianRatio.of(timeWith, timeWithout);
        return title + ", " + rateWith.length + " pairs\n"
                + "  throughput: " + line(rate, rateWith, rateWithout, "requests/s") + "; at least "
                + Math.round(GOAL * 100) + " % " + (rate.low() >= GOAL ? "shown" : "not shown") + "\n"
                + "  processor time: " + line(time, timeWith, timeWithout, "µs for each request");
    }

    private static String line(MedianRatio ratio, double[] with, double[] without, String unit) {
        return String.format(
                Locale.ROOT,
                "%.1f %% (95 %%: %.1f to %.1f), %.0f with and %.0f without, in %s",
                100 * ratio.median(),
                100 * ratio.low(),
                100 * ratio.high(),
                MedianRatio.median(with),
                MedianRatio.median(without),
                unit);
    }
}
