package dev.candor.telemetry.core.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.consent.Decision.State;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Random points of the whole lattice of inputs, against an oracle that was written from the rules. */
class ConsentLatticeTest {
    private static final int POINTS = Boolean.getBoolean("candor.soak") ? 1_200_000 : 50_000;
    private static final long FIRST = Long.getLong("candor.seed", 1L);

    @Test
    void resolve_randomInputs_decidesAsTheRulesSay() {
        int earlyNos = 0;
        Map<State, Integer> seen = new EnumMap<>(State.class);
        for (long seed = FIRST; seed < FIRST + POINTS; seed++) {
            Scenario scenario = new Scenario(seed);
            ConsentInputs inputs = scenario.inputs();

            ConsentReport report = ConsentResolver.resolve(inputs);

            ConsentOracle oracle = new ConsentOracle(scenario);
            for (Subject each : Subject.values()) {
                State expected = oracle.expected(each);
                Decision decision = report.decision(each);
                if (decision.state() != expected) {
                    assertThat(decision.state())
                            .as("seed %d, %s: %s\nheard %s", seed, each, decision, report.heard())
                            .isEqualTo(expected);
                }
                boolean early = EarlyNo.stands(inputs.rules(), inputs.environment(), inputs.invocation());
                assertThat(early && decision.state() != State.DENIED)
                        .as("seed %d: no before it is one", seed)
                        .isFalse();
                earlyNos += early ? 1 : 0;
                requireNoBindingDenial(seed, each, decision, report);
                seen.merge(expected, 1, Integer::sum);
            }
        }
        System.out.println(POINTS + " points: " + seen);
        assertThat(earlyNos).as("points decided early").isGreaterThan(POINTS / 50);
        assertThat(seen.get(State.GRANTED))
                .as("points where something is allowed")
                .isGreaterThan(POINTS / 4);
        assertThat(seen.get(State.UNDECIDED)).as("points that stay open").isGreaterThan(POINTS / 20);
    }

    /** Whatever the oracle says: nothing is allowed over a no in the deciding layer or a stronger one, or beside one in a file. */
    private static void requireNoBindingDenial(long seed, Subject subject, Decision decision, ConsentReport report) {
        if (!decision.allows()) {
            return;
        }
        for (Statement each : report.heard()) {
            if (each.concerns(subject)
                    && each.meaning().forbids()
                    && each.layer().compareTo(decision.layer()) <= 0) {
                throw new AssertionError("seed " + seed + ", " + subject + " allowed over " + each);
            }
        }
    }
}
