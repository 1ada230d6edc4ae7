package dev.candor.benchmarks.fleet;

import java.util.concurrent.TimeUnit;

/**
 * What a receiver sees of a fleet that it was away from.
 *
 * @param peak the most requests in one second after it was back
 * @param attempts how many were in vain
 */
record Outage(int peak, long attempts) {
    private static final long SECOND_MILLIS = 1_000;
    private static final int WATCHED_SECONDS = 3_600;

    /** An outage of so many hours. Installs do not influence each other, so each is followed on its own. */
    static Outage of(int installs, int hours, Waits waits) {
        long back = TimeUnit.HOURS.toMillis(hours);
        int[] arrivals = new int[WATCHED_SECONDS];
        long attempts = 0;
        for (int install = 0; install < installs; install++) {
            long now = install * SECOND_MILLIS / installs;
            int failures = 0;
            while (now < back) {
                failures++;
                now += waits.millis(failures);
            }
            attempts += failures;
            int second = (int) ((now - back) / 1_000);
            if (second < WATCHED_SECONDS) {
                arrivals[second]++;
            }
        }
        int peak = 0;
        for (int each : arrivals) {
            peak = Math.max(peak, each);
        }
        return new Outage(peak, attempts);
    }
}
