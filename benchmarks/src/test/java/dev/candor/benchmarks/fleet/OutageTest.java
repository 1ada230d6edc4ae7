package dev.candor.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutageTest {
    private static final int INSTALLS = 2_000;

    @Test
    void of_withoutJitter_allComeBackTogether() {
        Outage outage = Outage.of(INSTALLS, 4, new Waits.Doubling());

        assertThat(outage.peak()).isGreaterThan(INSTALLS / 3);
    }

    @Test
    void of_productsBackoff_atMostAFewInOneSecond() {
        Outage outage = Outage.of(INSTALLS, 4, new Waits.Product(1));

        assertThat(outage.peak()).isLessThan(INSTALLS / 20);
        assertThat(outage.attempts()).isGreaterThan(INSTALLS);
    }
}
