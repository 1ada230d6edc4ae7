package dev.candor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void medianWithInterval_knownValues_isBetweenValuesOfTheirOwn() {
        Samples samples = new Samples(1, 9, 2, 8, 3, 7, 4, 6, 5);

        Samples.Estimate median = samples.medianWithInterval();

        assertThat(median).isEqualTo(new Samples.Estimate(5, 1, 9));
    }

    @Test
    void medianWithInterval_twoHundredValues_holdsTheTrueMedianInMostMeasurements() {
        Random random = new Random(7);
        int held = 0;

        for (int measurement = 0; measurement < 1_000; measurement++) {
            double[] values = random.doubles(200).map(value -> value * value).toArray();
            Samples.Estimate median = new Samples(values).medianWithInterval();
            held += median.low() <= 0.25 && 0.25 <= median.high() ? 1 : 0;
        }

        assertThat(held).isBetween(930, 985);
    }

    @Test
    void quantile_betweenTwoValues_isBetweenThem() {
        Samples samples = new Samples(10, 20);

        assertThat(samples.quantile(0.25)).isEqualTo(12.5);
        assertThat(samples.quantile(1)).isEqualTo(20);
        assertThat(new Samples().quantile(0.5)).isNaN();
        assertThat(new Samples(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY).quantile(0.5))
                .isInfinite();
    }
}
