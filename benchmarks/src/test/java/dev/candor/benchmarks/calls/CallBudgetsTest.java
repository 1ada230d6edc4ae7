package dev.candor.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.candor.benchmarks.Samples;
import dev.candor.benchmarks.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallBudgetsTest {
    @Test
    void verdicts_everythingMeasured_eachBudgetIsJudged() {
        CallBudgets budgets = new CallBudgets(measured(), doublings(2.0));

        List<Verdict> verdicts = budgets.verdicts();

        assertThat(verdicts).hasSize(11);
        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.met())
                .extracting(Verdict::budget)
                .containsExactly("an event, enabled");
        assertThat(budgets.lostWithoutRest()).isEqualTo(50);
    }

    @Test
    void verdicts_textThatCostsThreeTimesWhenDoubled_isMissed() {
        CallBudgets budgets = new CallBudgets(measured(), doublings(3.0));

        List<Verdict> verdicts = budgets.verdicts();

        assertThat(verdicts)
                .filteredOn(verdict -> verdict.budget().equals("redaction of a doubled text"))
                .singleElement()
                .matches(verdict -> !verdict.met());
    }

    @Test
    void table_ofDoublings_hasEachLengthBesideTheShorterOne() {
        assertThat(doublings(2.0).table().toString())
                .contains("| characters | nothing private, µs | by the shorter |", "| 2,048 | 4.00 | 2.00 |");
    }

    @Test
    void same_vendorsCall_isCandorsWithAsManyThreads() {
        CallBudgets budgets = new CallBudgets(measured(), doublings(2.0));

        assertThat(budgets.same(result("VendorCalls.event", "SEGMENT", 2, 5_000))
                        .median())
                .isEqualTo(400);
        assertThat(budgets.same(result("OpenTelemetryCalls.noop", "", 1, 1)).benchmark())
                .isEqualTo("CandorCalls.eventDenied");
    }

    @Test
    void verdicts_nothingMeasured_isSaid() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new CallBudgets(List.of(), doublings(2.0)).verdicts())
                .withMessageContaining("EventCalls.event");
    }

    private static List<JmhResult> measured() {
        List<JmhResult> all = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            all.add(result("EventCalls.event", "", threads, threads * 200));
            all.add(result("SpanCalls.span", "", threads, 250));
            all.add(result("CandorCalls.counterIncrement", "", threads, 8));
            all.add(result("CandorCalls.eventDenied", "", threads, 1.2));
            all.add(result("CandorCalls.nothing", "", threads, 0.4));
        }
        for (String text : List.of("RedactionCalls.clean", "RedactionCalls.secret")) {
            all.add(result(text, "", 1, 500));
        }
        return all;
    }

    private static Doublings doublings(double perDoubling) {
        double[] nanos = new double[7];
        nanos[0] = 2_000;
        for (int i = 1; i < nanos.length; i++) {
            nanos[i] = nanos[i - 1] * perDoubling;
        }
        return new Doublings(Map.of("nothing private", nanos));
    }

    private static JmhResult result(String benchmark, String parameter, int threads, double nanos) {
        return new JmhResult(benchmark, parameter, threads, new Samples(nanos), 0);
    }
}
