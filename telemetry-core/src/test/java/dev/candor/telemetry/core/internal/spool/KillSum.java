package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;

/** What came of many kills, whose events one {@link ProcessHarness} after the other remembered, so that they fit into memory. */
final class KillSum {

    /** How old an event of an idle server may be and still die with it. */
    private static final long YOUNG_MILLIS = 50;

    private static final long STARVED_MILLIS = 500;

    private final List<Long> lost = new ArrayList<>();
    private final List<Long> ages = new ArrayList<>();
    private long kills;
    private long due;
    private long altered;
    private long repeated;
    private long delivered;
    private long lostOld;
    private long starved;

    void add(ProcessHarness harness) {
        kills += harness.kills.get();
        due += harness.mustCome.size();
        for (long number : harness.mustCome) {
            if (!harness.delivered.containsKey(number)) {
                lost.add(number);
            }
        }
        altered += harness.altered.get();
        repeated += harness.repeated();
        delivered += harness.delivered.size();
        ages.addAll(harness.agesOfTheOldestLost());
        lostOld += harness.lostOlderThan(YOUNG_MILLIS);
        starved = Math.max(starved, harness.starved.get());
    }

    /** Reports first: a soak that fails tells its figures all the same. */
    void check(String fault) {
        ages.sort(null);
        Soak.report(fault, toString());

        assertThat(lost.size())
                .as(
                        "accepted events that never came, the first of them %s",
                        lost.stream().sorted().limit(10).toList())
                .isZero();
        assertThat(altered).as("altered events").isZero();
        // Where the writers got no processor for most of their short lives, nothing could grow old enough to be due.
        assumeTrue(due > 0 || starved < STARVED_MILLIS, "nothing was due: the writers waited for a processor");
        assertThat(due).as("events that had to come").isPositive();
    }

    @Override
    public String toString() {
        long olderKills = ages.stream().filter(age -> age > YOUNG_MILLIS).count();
        return kills + " kills, " + due + " events that had to come, " + lost.size() + " lost, " + altered
                + " altered, " + repeated + " came twice, of " + delivered
                + "; the oldest that did not come was " + age(50) + " ms old in the middle, "
                + age(99) + " in 99 of 100 kills, " + age(100) + " at most; " + olderKills
                + " kills lost one older than " + YOUNG_MILLIS + " ms, " + lostOld
                + " events in all; the writing threads waited for a processor for " + starved + " ms at most";
    }

    private long age(int percent) {
        return ages.isEmpty() ? 0 : ages.get((ages.size() - 1) * percent / 100);
    }
}
