package dev.candor.examples.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedRatioTest {
    private static final int COMPARISONS = 2_000;
    private static final int PAIRS = 40;

    @Test
    void of_pairsThatAllHaveOneRatio_isThatRatioWithoutAnyDoubt() {
        double[] base = {100, 200, 50, 80, 100, 200, 50, 80, 100, 200, 50, 80};
        double[] measured = new double[base.length];
        for (int i = 0; i < base.length; i++) {
            measured[i] = 0.9 * base[i];
        }

        PairedRatio ratio = PairedRatio.of(measured, base);

        assertThat(ratio.value()).isCloseTo(0.9, within(1e-9));
        assertThat(ratio.low()).isCloseTo(0.9, within(1e-9));
        assertThat(ratio.high()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void of_serversThatSlowDownFromRunToRun_isNotMovedByIt() {
        double[] measured = new double[PAIRS];
        double[] base = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            // The first of a pair in turns, each run 5 % slower than the one before.
            measured[i] = Math.pow(0.95, i % 2 == 0 ? 2 * i : 2 * i + 1);
            base[i] = Math.pow(0.95, i % 2 == 0 ? 2 * i + 1 : 2 * i);
        }

        PairedRatio ratio = PairedRatio.of(measured, base);

        assertThat(ratio.low()).isCloseTo(1, within(1e-9));
        assertThat(ratio.high()).isCloseTo(1, within(1e-9));
    }

    @Test
    void of_equalServersOfWhichARunInTenIsHalved_coversOneInNineteenOfTwenty() {
        Random random = new Random(7);
        int covered = 0;
        for (int i = 0; i < COMPARISONS; i++) {
            PairedRatio ratio = PairedRatio.of(rates(random), rates(random));
            covered += ratio.low() <= 1 && ratio.high() >= 1 ? 1 : 0;
        }

        assertThat(covered / (double) COMPARISONS).isBetween(0.935, 0.965);
    }

    @Test
    void of_tooFewPairsOrAnOddOne_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PairedRatio.of(new double[10], new double[10]));
        assertThatIllegalArgumentException().isThrownBy(() -> PairedRatio.of(new double[13], new double[13]));
    }

    private static double[] rates(Random random) {
        double[] rates = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            rates[i] = Math.exp(0.1 * random.nextGaussian()) * (random.nextInt(10) == 0 ? 0.5 : 1);
        }
        return rates;
    }
}
