package dev.candor.examples.load;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** Pairs of runs against two servers of one program. */
final class Comparison {
    private static final int WARM_UP_SECONDS = 5;
    private static final int FEWEST_WARM_UPS = 3;
    private static final int MOST_WARM_UPS = 12;

    /** A compiler that takes less of the time has little left to do. */
    private static final double LITTLE = 0.02;

    static final int SECONDS = 1;
    private static final double GOAL = 0.95;
    private static final double MICROS = 1e6;
    private static final double NANOS = 1e9;

    private final Twins twins;
    private final Wrk wrk;
    private final double[] rateWith;
    private final double[] rateWithout;
    private final double[] timeWith;
    private final double[] timeWithout;
    private double compiling;
    private double others;

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
        warmUp();
        Machine before = Machine.now();
        double ownBefore = twins.processorSeconds();
        long start = System.nanoTime();
        for (int i = 0; i < rateWith.length; i++) {
            if (i % 2 == 0) {
                load(twins.with(), i, rateWith, timeWith);
            }
            load(twins.without(), i, rateWithout, timeWithout);
            if (i % 2 == 1) {
                load(twins.with(), i, rateWith, timeWith);
            }
        }
        double had = (System.nanoTime() - start) / NANOS * Runtime.getRuntime().availableProcessors();
        others = (Machine.now().othersSince(before) - (twins.processorSeconds() - ownBefore)) / had;
    }

    /** Until the compiler, which shares one processor with the servers, has little left to do. */
    private void warmUp() throws IOException, InterruptedException {
        compiling = 1;
        for (int i = 0; i < FEWEST_WARM_UPS || (compiling > LITTLE && i < MOST_WARM_UPS); i++) {
            twins.settle();
            double before = twins.compilerSeconds();
            wrk.run(twins.with(), WARM_UP_SECONDS);
            wrk.run(twins.without(), WARM_UP_SECONDS);
            compiling = (twins.compilerSeconds() - before) / (2 * WARM_UP_SECONDS);
        }
    }

    private void load(URI server, int pair, double[] rates, double[] times) throws IOException, InterruptedException {
        double before = twins.settle();
        Wrk.Answered answered = wrk.run(server, SECONDS);
        rates[pair] = answered.perSecond();
        times[pair] = (twins.processorSeconds() - before) * MICROS / answered.requests();
    }

    /** What came of it, in four lines. */
    String text(String title) {
        PairedRatio rate = PairedRatio.of(rateWith, rateWithout);
        PairedRatio time = PairedRatio.of(timeWith, timeWithout);
        return title + ", " + rateWith.length + " pairs\n"
                + "  throughput: " + line(rate, rateWith, rateWithout, "requests/s") + "; at least "
                + Math.round(GOAL * 100) + " % " + (rate.low() >= GOAL ? "shown" : "not shown") + "\n"
                + "  processor time: " + line(time, timeWith, timeWithout, "µs for each request") + "\n"
                + String.format(
                        Locale.ROOT,
                        "  the compiler took %.1f %% of the last ten seconds before; other programs took %.1f %% of the processors",
                        100 * compiling,
                        100 * others);
    }

    private static String line(PairedRatio ratio, double[] with, double[] without, String unit) {
        return String.format(
                Locale.ROOT,
                "%.1f %% (95 %%: %.1f to %.1f), %.0f with and %.0f without, in %s",
                100 * ratio.value(),
                100 * ratio.low(),
                100 * ratio.high(),
                PairedRatio.median(with),
                PairedRatio.median(without),
                unit);
    }
}
